"""The commands of the README do what it says: every line of its sh blocks runs."""

import os
import pathlib
import re
import subprocess
import unittest

from command import ACTA, ROOT, CommandTest

# What builds or tests the project itself, and what fetches it.
NOT_HERE = re.compile(r"^(tools/|cmake |ctest |build/dev/tests/|git |cd |#|$)")


def blocks():
    """The shell lines of each sh block."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"^```sh\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        lines = block.replace("\\\n", " ").splitlines()
        kept = [line.strip().removeprefix("$ ") for line in lines]
        yield [line for line in kept if not NOT_HERE.match(line)]


class ReadmeTest(CommandTest):
    def test_every_command_runs(self):
        # A folder that looks like a clone in which quickstart was run, but may be written to.
        for name in os.listdir(ROOT):
            if name not in ("build", ".git"):
                (self.folder / name).symlink_to(ROOT / name)
        built = self.folder / "build/release"
        built.mkdir(parents=True)
        (built / "acta").symlink_to(ACTA)
        path = f"{pathlib.Path(built)}:{os.environ['PATH']}"

        ran = 0
        for block in blocks():
            for line in block:
                done = subprocess.run(["bash", "-c", line], cwd=self.folder, capture_output=True,
                                      env={**os.environ, "PATH": path}, timeout=60, check=False)
                # 1 means findings, which examples may well show.
                self.assertIn(done.returncode, (0, 1), f"{line}\n{done.stderr.decode()}")
                ran += 1
        self.assertGreater(ran, 0, "README.md has no command in an sh block")


unittest.main(verbosity=1)
