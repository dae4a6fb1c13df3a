"""acta diff: what is printed, and every exit code."""

import json
import unittest

from command import CORPUS, CommandTest, acta, last_line

GOLDEN = CORPUS / "2024-torneo-de-reservas/season.json"
NOTHING = ("1 season compared: matches +0 -0 ~0, goals +0 -0 ~0, teams +0 -0 ~0, "
           "standings +0 -0 ~0, honours +0 -0 ~0, ties +0 -0 ~0, stadiums +0 -0 ~0, headings +0 -0 ~0, "
           "top scorers +0 -0 ~0, seasons +0 -0 ~0")


def without_last_match(record):
    season = json.loads(record)
    season["matches"].pop()
    return json.dumps(season)


class DiffTest(CommandTest):
    def test_the_same_twice_says_so(self):
        done = acta("diff", GOLDEN, GOLDEN, "--shrink-guard")
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertEqual(last_line(done), NOTHING)

    def test_a_change_is_a_line(self):
        golden = GOLDEN.read_text()
        self.assertEqual(golden.count('"full_time": [3, 3]'), 1)
        changed = self.file("new.json", golden.replace('"full_time": [3, 3]', '"full_time": [3, 2]'))
        done = acta("diff", GOLDEN, changed)
        self.assertEqual(done.returncode, 0, done.stderr)
        title, change = done.stdout.decode().splitlines()
        self.assertEqual(title, "2024 Torneo de Reservas (Peru)")
        self.assertRegex(change, r"^  ~ match play-offs-round-of-16:[a-z:-]+: "
                                 r"score\.full_time 3-3 -> 3-2$")
        self.assertIn("matches +0 -0 ~1, goals +0 -0 ~0", last_line(done))
        as_json = json.loads(acta("diff", GOLDEN, changed, "--format", "json").stdout)
        self.assertEqual(as_json["changes"][0]["fields"],
                         [{"field": "score.full_time", "before": "3-3", "after": "3-2"}])
        self.assertEqual(as_json["counts"]["match"], {"added": 0, "removed": 0, "changed": 1})

    def test_a_renamed_team_is_one_change(self):
        """Its matches, ties, rows and goals have new ids and names; that is one change."""
        golden = GOLDEN.read_text()
        name = json.loads(golden)["matches"][0]["home"]
        team = json.loads(golden)["matches"][0]["home_id"]
        renamed = golden.replace(f'"{name}"', '"Deportivo Zorritos"')
        for before, after in ((f'"{team}"', '"deportivo-zorritos"'), (f":{team}:", ":deportivo-zorritos:"),
                              (f':{team}"', ':deportivo-zorritos"')):
            renamed = renamed.replace(before, after)
        done = acta("diff", GOLDEN, self.file("new.json", renamed))
        self.assertEqual(done.stdout.decode().splitlines()[1:],
                         [f"  ~ team deportivo-zorritos: name {name} -> Deportivo Zorritos"])

    def test_the_shrink_guard(self):
        fewer = self.file("new.json", without_last_match(GOLDEN.read_text()))
        self.assertEqual(acta("diff", GOLDEN, fewer).returncode, 0)
        done = acta("diff", GOLDEN, fewer, "--shrink-guard")
        self.assertEqual(done.returncode, 1)
        self.assertIn("17 matches and 50 goals before, 16 and ", done.stderr.decode())
        self.assertEqual(
            acta("diff", GOLDEN, fewer, "--shrink-guard", "--allow-shrink").returncode, 0)
        self.assertEqual(acta("diff", fewer, GOLDEN, "--shrink-guard").returncode, 0)

    def test_folders_are_paired_by_path(self):
        golden = GOLDEN.read_text()
        self.file("old/a/one.json", golden)
        self.file("old/gone.json", golden)
        self.file("old/.hidden.json", "no JSON")
        self.file("new/a/one.json", golden)
        self.file("new/b/new.json", golden)
        done = acta("diff", self.folder / "old", self.folder / "new", "--shrink-guard")
        self.assertEqual(done.returncode, 1)
        lines = done.stdout.decode().splitlines()
        self.assertEqual([line[:10] for line in lines[1:]], ["  + season", "  - season"])
        self.assertTrue(last_line(done).startswith("3 seasons compared: matches +17 -17 ~0"))

    def test_ndjson_is_read_too(self):
        record = json.dumps(json.loads(GOLDEN.read_text())) + "\n"
        other = record.replace("2024 Torneo de Reservas (Peru)", "2025 Torneo de Reservas (Peru)")
        old = self.file("old.ndjson", record + other)
        new = self.file("new.ndjson", other + record)
        self.assertEqual(last_line(acta("diff", old, new))[:26], "2 seasons compared: matche")
        self.assertEqual(acta("diff", old, new).stdout, b"")

    def test_standard_input_may_be_one_of_them(self):
        done = acta("diff", "-", GOLDEN, stdin=GOLDEN.read_bytes())
        self.assertEqual((done.returncode, last_line(done)), (0, NOTHING))

    def test_what_cannot_be_compared_is_exit_2(self):
        broken = self.file("broken.json", GOLDEN.read_text().replace('"leg": 1', '"leg": 0'))
        empty = self.folder / "empty"
        empty.mkdir()
        for old, new, says in (
                (GOLDEN, self.folder / "missing.json", "missing.json: No such file"),
                (broken, GOLDEN, "error[schema_violation]: at /matches/4/leg: expected 1 or more"),
                (self.file("text.json", "= 2024 Cup ="), GOLDEN, "1:1: error[json_invalid]"),
                (self.folder, GOLDEN, "a folder is compared with a folder"),
                (empty, empty, "no season records here")):
            done = acta("diff", old, new)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(says, done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
