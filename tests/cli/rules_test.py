"""acta rules CODE, and the examples of docs/rules that are commands."""

import json
import os
import pathlib
import re
import subprocess
import unittest

from command import ACTA, ROOT, CommandTest, acta

RULES = ROOT / "docs/rules"
BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def table():
    return json.loads(acta("rules", "--format", "json").stdout)


class RulesTest(CommandTest):
    def test_one_code_is_told_with_its_page(self):
        for row in table():
            done = acta("rules", row["code"])
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertEqual(done.stdout.decode(),
                             f"{row['severity']}[{row['code']}]\n{row['meaning']}\n"
                             f"Page: docs/rules/{row['code']}.md\n")

    def test_pages_are_there(self):
        rows = table()
        self.assertEqual(sorted(row["page"] for row in rows),
                         sorted(str(it.relative_to(ROOT)) for it in RULES.iterdir()))
        for row in rows:
            page = (ROOT / row["page"]).read_text(encoding="utf-8")
            self.assertTrue(page.startswith(
                f"# {row['code']}\n\n**{row['severity']}**: {row['meaning']}\n\n"), row["page"])

    def test_one_code_as_json_is_its_row_of_the_list(self):
        for row in table():
            done = acta("rules", row["code"], "--format", "json")
            self.assertEqual(json.loads(done.stdout), [row])

    def test_a_misspelt_code_is_told(self):
        done = acta("rules", "scorer_count_ovr")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn("did you mean scorer_count_over?", done.stderr.decode())


class ExampleTest(CommandTest):
    def test_examples_that_are_commands_print_their_findings(self):
        path = f"{pathlib.Path(ACTA).parent}:{os.environ['PATH']}"
        ran = 0
        for page in sorted(RULES.iterdir()):
            blocks = dict(BLOCK.findall(page.read_text(encoding="utf-8")))
            if "sh" not in blocks:
                continue
            folder = self.folder / page.stem
            folder.mkdir()
            done = subprocess.run(["bash", "-c", blocks["sh"]], cwd=folder, capture_output=True,
                                  env={**os.environ, "PATH": path}, timeout=60, check=False)
            found = done.stdout.decode().splitlines()
            expected = blocks["diagnostics"].splitlines()
            if expected[0] == "...":
                expected = expected[1:]
                found = [line for line in found if line in expected]
            self.assertEqual(found, expected, f"{page.name}\n{done.stdout}\n{done.stderr}")
            self.assertTrue(any(f"[{page.stem}]: " in line for line in expected), page.name)
            ran += 1
        self.assertGreater(ran, 0)


unittest.main(verbosity=1)
