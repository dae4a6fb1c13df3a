"""The questions of docs/queries.md have the answers printed there."""

import re
import sqlite3
import unittest

from command import CORPUS, ROOT, CommandTest, acta


class QueriesTest(CommandTest):
    def test_every_question_has_its_answer(self):
        text = (ROOT / "docs/queries.md").read_text(encoding="utf-8")
        command = re.search(r"^    acta (build .*)$", text, re.MULTILINE).group(1)
        self.assertEqual(command, "build corpus --include '*.txt' -o data --format sqlite")
        data = self.folder / "data"
        done = acta("build", CORPUS, "--include", "*.txt", "-o", data, "--format", "sqlite",
                    "--fail-level", "never")
        self.assertEqual(done.returncode, 0, done.stderr)
        database = sqlite3.connect(data / "acta.sqlite")
        questions = re.findall(r"^## ([^\n]*)\n\n```sql\n(.*?)```\n\n((?:\|[^\n]*\n)+)",
                               text, re.DOTALL | re.MULTILINE)
        self.assertEqual(len(questions), 5)
        self.assertEqual(text.count("```sql"), 5)
        for question, sql, answer in questions:
            with self.subTest(question):
                cursor = database.execute(sql)
                header, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")]
                                    for line in answer.splitlines()]
                self.assertEqual([it[0] for it in cursor.description], header)
                self.assertEqual([[str(cell) for cell in row] for row in cursor.fetchall()], rows)


if __name__ == "__main__":
    unittest.main()
