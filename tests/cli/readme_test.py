"""The commands of README.md and docs/ci.md do what they say: every line of their blocks runs."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

from command import ACTA, CORPUS, ROOT, CommandTest

# What builds or tests the project itself, and what fetches it.
NOT_HERE = re.compile(r"^(tools/|cmake |ctest |build/dev/tests/|git |cd |#|$)")
BLOCK = re.compile(r"^```(sh|toml|yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# A step of a workflow, of a job, and a hook.
STEP = re.compile(r"^\s*(?:- run: |- |entry: )(acta .*)$", re.MULTILINE)


def blocks(document):
    """(language, text) of each block."""
    return BLOCK.findall((ROOT / document).read_text(encoding="utf-8"))


def commands(text):
    """The shell lines of an sh block."""
    lines = [line.strip().removeprefix("$ ") for line in text.replace("\\\n", " ").splitlines()]
    return [line for line in lines if not NOT_HERE.match(line)]


class DocumentTest(CommandTest):
    def run_line(self, line, path):
        done = subprocess.run(["bash", "-c", line], cwd=self.folder, capture_output=True,
                              env={**os.environ, "PATH": f"{path}:{os.environ['PATH']}"},
                              timeout=60, check=False)
        # 1 means findings, which examples may well show.
        self.assertIn(done.returncode, (0, 1), f"{line}\n{done.stderr.decode()}")
        return done

    def settings(self, text):
        """Writes acta.toml, and the files that it names with nothing in them."""
        self.file("acta.toml", text)
        self.file("known.json", '{"schema": "acta/baseline/2", "entries": []}')
        self.file("names.csv", "name,canonical\n")

    def test_every_command_of_the_readme_runs(self):
        # A folder that looks like a clone in which quickstart was run, but may be written to.
        for name in os.listdir(ROOT):
            if name not in ("build", ".git"):
                (self.folder / name).symlink_to(ROOT / name)
        built = self.folder / "build/release"
        built.mkdir(parents=True)
        (built / "acta").symlink_to(ACTA)

        ran = 0
        for language, text in blocks("README.md"):
            if language != "sh":
                continue
            for line in commands(text):
                self.run_line(line, built)
                ran += 1
        self.assertGreater(ran, 0, "README.md has no command in an sh block")

    def test_every_command_of_ci_runs(self):
        # A repository with articles, as the page assumes it.
        self.file(".git/HEAD", "")
        for article in CORPUS.glob("*/article.txt"):
            target = self.folder / "articles" / article.parent.name / article.name
            target.parent.mkdir(parents=True)
            shutil.copyfile(article, target)
        path = pathlib.Path(ACTA).parent

        ran = []
        settings = []
        for language, text in blocks("docs/ci.md"):
            if language == "toml":
                self.settings(text)
                settings.append(text)
            lines = commands(text) if language == "sh" else STEP.findall(text)
            for line in lines:
                is_hook = language == "yaml" and line == "acta check"
                self.run_line(line + " articles/*/article.txt" * is_hook, path)
                ran.append(line)
        self.assertEqual(len(settings), 1)
        self.assertTrue((self.folder / "acta.sarif").is_file())
        self.assertTrue((self.folder / "acta.xml").is_file())
        for word in ("--write-baseline", "--prune-baseline", "--strict", "--shrink-guard",
                     "--format github", "--format sarif", "--format junit"):
            self.assertTrue(any(word in line for line in ran), word)

    def test_the_settings_of_ci_are_read(self):
        (text,) = [text for language, text in blocks("docs/ci.md") if language == "toml"]
        self.file(".git/HEAD", "")
        self.file("articles/cup.txt", "==Final==\nAldea 1-0 Bruma\n")
        path = pathlib.Path(ACTA).parent
        before = self.run_line("acta check articles --show info", path).stdout
        self.assertIn(b"[scorer_list_absent]", before)
        self.settings(text)
        after = self.run_line("acta check articles --show info", path).stdout
        self.assertNotIn(b"[scorer_list_absent]", after)


unittest.main(verbosity=1)
