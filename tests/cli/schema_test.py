"""A validator from other hands agrees that every record conforms to the schema."""

import copy
import json
import unittest

import jsonschema
from command import CORPUS, CommandTest, acta

HOSTILE = {
    "empty": b"",
    "bytes": bytes(range(256)) * 20,
    "braces": b"{{" * 2000,
    "scores": b"A 1-0 " * 2000,
    "minutes": b"= T =\nA 1-0 B\n  A: " + b"43' " * 2000,
    "table": b"| Team | City |\n" + b"| x | y | z | |\n| w |\n" * 200,
    "infobox": b"= T =\nInfobox\n" + b"- Champions: A (1st title), B\n" * 200,
    "headings": b"== Final ==\nA 1-1 B\n== Semi-finals ==\nB 0-0 A\n" * 100,
    "nested": b"".join(b" " * i + b"1. points\n" for i in range(200)),
}


class SchemaTest(CommandTest):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(acta("schema").stdout)
        jsonschema.Draft4Validator.check_schema(schema)
        cls.validator = jsonschema.Draft4Validator(schema)

    def problems(self, season):
        return [f"{list(it.absolute_path)}: {it.message}"
                for it in self.validator.iter_errors(season)][:5]

    def test_every_record_of_the_corpus_conforms(self):
        seasons = json.loads(acta("extract", CORPUS, "--fail-level", "never").stdout)
        self.assertTrue(seasons)
        for season in seasons:
            self.assertEqual(self.problems(season), [], season["article"]["file"])

    def test_records_of_hostile_input_conform(self):
        for name, content in HOSTILE.items():
            for form in ("rendered", "wikitext"):
                done = acta("extract", "-", "--form", form, stdin=content)
                self.assertIn(done.returncode, (0, 1), (name, form, done.stderr[-500:]))
                self.assertEqual(self.problems(json.loads(done.stdout)), [], (name, form))

    def test_what_is_no_record_does_not_conform(self):
        seasons = json.loads(acta("extract", CORPUS, "--fail-level", "never").stdout)
        season = next(it for it in seasons if it["matches"])
        self.assertEqual(self.problems(season), [])
        for spoil in (lambda it: it.pop("teams"),
                      lambda it: it.update(more=1),
                      lambda it: it["matches"][0].update(home=None),
                      lambda it: it["matches"][0].update(status="won"),
                      lambda it: it["matches"][0]["score"].update(full_time=[1]),
                      lambda it: it["coverage"].update(lines=-1)):
            spoiled = copy.deepcopy(season)
            spoil(spoiled)
            self.assertNotEqual(self.problems(spoiled), [])


unittest.main(verbosity=1)
