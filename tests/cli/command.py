"""Runs the built command, whose path is in $ACTA, in a scratch folder of its own."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTA = os.environ.get("ACTA", str(ROOT / "build/release/acta"))
SCRATCH = pathlib.Path(os.environ.get("ACTA_SCRATCH", ROOT / "build/scratch"))
CORPUS = ROOT / "corpus"
SUMMARY = re.compile(r"(\d+) articles?, (\d+) match(?:es)?, (\d+) teams?: "
                     r"(\d+) errors?, (\d+) warnings?, (\d+) notes?(?:; (\d+) inputs? gave no record)?")


def acta(*arguments, stdin=b"", cwd=None, **more):
    """The finished process, its outputs as bytes."""
    if "stdout" not in more:
        more["stdout"] = subprocess.PIPE
    return subprocess.run([ACTA, *map(str, arguments)], input=stdin, cwd=cwd,
                          stderr=subprocess.PIPE, timeout=60, check=False, **more)


def last_line(done):
    """The last line on standard error."""
    return done.stderr.decode().splitlines()[-1]


class CommandTest(unittest.TestCase):
    """Has a scratch folder, gone after the test."""

    def setUp(self):
        SCRATCH.mkdir(parents=True, exist_ok=True)
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
