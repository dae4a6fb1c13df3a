"""The command: what goes where, and every exit code with its message."""

import json
import os
import stat
import subprocess
import unittest

from command import ACTA, CORPUS, ROOT, SUMMARY, CommandTest, acta, last_line

CUP = """= 2031 Copa Prueba =

== Final ==
Alfa 2-1 Beta
  Alfa: Ana 10' , Eva 20'
  Beta: Ida 30'
"""
LEGS = """= 2031 Copa Prueba =

== Semi-finals ==
| Team 1 | Agg. | Team 2 | 1st leg | 2nd leg |
| Alfa | 3-1 | Beta | 2-1 | 1-0 |
| Gama | 1-2 | Delta | 1-1 | 0-1 |
"""
BROKEN = """= 2031 Copa Prueba =

== Final ==
Alfa 1-0 Beta
  Alfa: Ana 10' 20'
"""

GROUP = """'''Group A''' of the 2031 Copa.
<section begin="A1" />{{football box
|date=4 May 2031 |team1=Alfa |score=1–0 |team2=Beta
|goals1=Ana {{goal|10||20}}
|goals2=}}<section end="A1" />
"""
TRANSCLUDING = """'''2031 Copa'''

==Group A==
{{#lst:2031 Copa Group A|A1}}
"""


def articles():
    return sorted(str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/article.*"))


def transcluding(test):
    """An article and the page whose section it shows."""
    return (test.file("2031_Copa.wiki", TRANSCLUDING),
            test.file("pages/2031_Copa_Group_A.wiki", GROUP))


class ExtractTest(CommandTest):
    def test_one_file_gives_one_object(self):
        path = self.file("in/cup.txt", CUP)
        done = acta("extract", "in/cup.txt", "--fail-level", "never", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count(b"\n"), 1)
        season = json.loads(done.stdout)
        self.assertEqual(season["article"]["file"], "in/cup.txt")
        season = json.loads(acta("extract", path).stdout)
        self.assertEqual(season["article"]["file"], str(path))
        self.assertEqual([goal["player"] for goal in season["matches"][0]["goals"]],
                         ["Ana", "Eva", "Ida"])

    def test_two_files_give_an_array_in_the_order_named(self):
        b = self.file("b.txt", CUP)
        a = self.file("a.txt", CUP)
        done = acta("extract", b, a)
        self.assertEqual([it["article"]["file"] for it in json.loads(done.stdout)],
                         [str(b), str(a)])

    def test_a_folder_gives_an_array_in_the_order_of_bytes(self):
        for name in ("b.txt", "a/z.wiki", "a.txt", "Z.WIKITEXT", "c.mediawiki", "no.md", "ñ.txt"):
            self.file(name, CUP)
        done = acta("extract", self.folder, "--fail-level", "never")
        self.assertEqual([it["article"]["file"] for it in json.loads(done.stdout)],
                         ["Z.WIKITEXT", "a.txt", "a/z.wiki", "b.txt", "c.mediawiki", "ñ.txt"])
        with_slash = acta("extract", f"{self.folder}/", "--fail-level", "never")
        self.assertEqual(with_slash.stdout, done.stdout)

    def test_a_folder_of_one_article_gives_an_array(self):
        self.file("cup.txt", CUP)
        self.assertEqual(len(json.loads(acta("extract", self.folder).stdout)), 1)

    def test_standard_input_has_no_file(self):
        done = acta("extract", "-", stdin=CUP.encode())
        season = json.loads(done.stdout)
        self.assertIsNone(season["article"]["file"])
        self.assertEqual(len(season["matches"]), 1)

    def test_ndjson_is_a_record_a_line(self):
        done = acta("extract", CORPUS, "--format", "ndjson", "--fail-level", "never")
        files = [json.loads(line)["article"]["file"] for line in done.stdout.splitlines()]
        self.assertEqual(files, articles())

    def test_pretty_and_compact_say_the_same(self):
        pretty = acta("extract", CORPUS, "--pretty", "--fail-level", "never").stdout
        compact = acta("extract", CORPUS, "--compact", "--fail-level", "never").stdout
        self.assertEqual(json.loads(pretty), json.loads(compact))
        self.assertEqual(compact.count(b"\n"), 1)
        self.assertGreater(pretty.count(b"\n"), 100)

    def test_a_pretty_array_holds_its_records_indented(self):
        path = self.file("cup.txt", CUP)
        one = acta("extract", path, "--pretty").stdout.decode().splitlines()
        two = acta("extract", path, path, "--pretty").stdout.decode().splitlines()
        inner = ["  " + line for line in one]
        self.assertEqual(two, ["[", *inner[:-1], inner[-1] + ",", *inner, "]"])

    def test_the_golden_of_an_article_is_what_the_command_prints(self):
        for path in articles():
            other_form = not path.endswith(".txt")
            if other_form and (CORPUS / path).with_name("article.txt").exists():
                continue  # The golden is that of the rendered form; tests/golden_test.cpp compares.
            golden = (CORPUS / path).with_name("season.json")
            done = acta("extract", (CORPUS / path).name, "--pretty", "--fail-level", "never",
                        cwd=golden.parent)
            self.assertEqual(done.stdout, golden.read_bytes(), path)

    def test_the_same_bytes_from_anywhere_every_time(self):
        first = acta("extract", CORPUS)
        second = acta("extract", "corpus", cwd=ROOT, env={"LC_ALL": "C", "TZ": "Asia/Tokyo"})
        self.assertEqual(first.stdout, second.stdout)

    def test_validate_passes_on_the_corpus(self):
        done = acta("extract", CORPUS, "--validate", "--fail-level", "never")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_findings_are_printed_as_they_stand_in_the_record(self):
        path = self.file("broken.txt", BROKEN)
        done = acta("extract", path)
        printed = done.stderr.decode().splitlines()[:-1]
        record = [f"{path}:{it['line']}:{it['column']}: {it['severity']}[{it['code']}]: {it['message']}"
                  for it in json.loads(done.stdout)["diagnostics"]]
        self.assertTrue(record)
        self.assertEqual(printed, record)

    def test_the_summary_counts_what_the_records_hold(self):
        done = acta("extract", CORPUS)
        seasons = json.loads(done.stdout)
        found = [it["severity"] for season in seasons for it in season["diagnostics"]]
        numbers = [int(it) for it in SUMMARY.fullmatch(last_line(done)).groups()[:6]]
        self.assertEqual(numbers, [
            len(seasons), sum(len(it["matches"]) for it in seasons),
            sum(len(it["teams"]) for it in seasons),
            found.count("error"), found.count("warning"), found.count("info")])


class ExitCodeTest(CommandTest):
    def test_errors_give_one_unless_told_otherwise(self):
        path = self.file("broken.txt", BROKEN)
        self.assertEqual(acta("extract", path).returncode, 1)
        self.assertEqual(acta("extract", path, "--fail-level", "error").returncode, 1)
        self.assertEqual(acta("extract", path, "--fail-level", "never").returncode, 0)

    def test_a_warning_or_a_note_fails_only_where_asked(self):
        path = self.file("prose.txt", "= 2031 Copa Prueba =\n\nAldea 1-0 Bruma\n")
        done = acta("extract", path)
        errors, warnings, notes = map(int, SUMMARY.fullmatch(last_line(done)).groups()[3:6])
        self.assertEqual(errors, 0, done.stderr)
        self.assertGreater(warnings + notes, 0, done.stderr)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(acta("extract", path, "--fail-level", "info").returncode, 1)
        self.assertEqual(acta("extract", path, "--fail-level", "warning").returncode,
                         1 if warnings else 0)

    def test_a_missing_file_is_named_and_the_others_are_converted(self):
        done = acta("extract", self.folder / "gone.txt", self.file("cup.txt", CUP))
        self.assertEqual(done.returncode, 2)
        self.assertIn("gone.txt: No such file or directory", done.stderr.decode())
        self.assertTrue(last_line(done).endswith("; 1 input gave no record"))
        self.assertEqual(len(json.loads(done.stdout)), 1)

    def test_a_missing_only_file_gives_no_output(self):
        done = acta("extract", self.folder / "gone.txt")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertTrue(SUMMARY.fullmatch(last_line(done)))

    def test_a_folder_without_articles_is_named(self):
        self.file("empty/readme.md", "no article")
        done = acta("extract", self.folder / "empty")
        self.assertEqual(done.returncode, 2)
        self.assertIn("empty: no articles in this folder", done.stderr.decode())
        self.assertEqual(json.loads(done.stdout), [])

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_without_permission_is_named(self):
        path = self.file("secret.txt", CUP)
        path.chmod(0)
        done = acta("extract", path)
        self.assertEqual(done.returncode, 2)
        self.assertIn("Permission denied", done.stderr.decode())

    def test_a_path_through_a_file_cannot_be_read(self):
        done = acta("extract", self.file("cup.txt", CUP) / "inner.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Not a directory", done.stderr.decode())

    def test_a_binary_file_is_named_and_read_only_where_its_form_is_said(self):
        path = self.file("photo.txt", b"\x89PNG\r\n\0\0\xff\xfe" * 50)
        done = acta("extract", path)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn("photo.txt: this is a PNG image, which is no article", done.stderr.decode())
        done = acta("extract", path, "--form", "rendered")
        self.assertEqual(done.returncode, 1)
        codes = {it["code"] for it in json.loads(done.stdout)["diagnostics"]}
        self.assertIn("encoding_invalid", codes)

    def test_utf_16_is_named(self):
        done = acta("extract", self.file("wide.txt", CUP.encode("utf-16")))
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn("this is text in UTF-16", done.stderr.decode())

    def test_a_text_that_tells_nothing_is_named(self):
        path = self.file("prose.txt", "= 2031 Copa Prueba =\n\nNothing was played.\n")
        for command in ("extract", "check", "explain"):
            done = acta(command, path)
            self.assertEqual(done.returncode, 2, command)
            self.assertIn("nothing of a football season was found", done.stderr.decode())
        self.assertEqual(acta("extract", self.folder).returncode, 0)

    def test_an_empty_file_is_an_error_and_still_gives_a_record(self):
        done = acta("extract", self.file("empty.txt", b""))
        self.assertEqual(done.returncode, 1)
        self.assertIn("error[empty_document]", done.stderr.decode())
        self.assertEqual(json.loads(done.stdout)["coverage"]["lines"], 0)

    def test_a_wrong_command_line_gives_two(self):
        path = str(self.file("cup.txt", CUP))
        for words in ([], ["what"], ["extract"], ["extract", path, "--what"],
                      ["extract", path, "--form", "pdf"], ["extract", path, "--fail-level", "x"],
                      ["extract", path, "--pretty", "--compact"],
                      ["extract", path, "--pretty", "--format", "ndjson"],
                      ["extract", "-", "-"], ["explain"], ["rules", "--format", "yaml"]):
            done = acta(*words)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
            self.assertTrue(done.stderr.strip(), words)

    def test_help_and_version_are_no_failures(self):
        for words in (["--help"], ["extract", "--help"], ["--version"]):
            done = acta(*words)
            self.assertEqual((done.returncode, done.stderr), (0, b""), words)
            self.assertIn(b"acta", done.stdout)


class OutputTest(CommandTest):
    def test_a_file_appears_whole_and_alone(self):
        path = self.file("in/cup.txt", CUP)
        out = self.folder / "out" / "cup.json"
        out.parent.mkdir()
        done = acta("extract", path, "--output", out)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(out.read_bytes(), acta("extract", path).stdout)
        self.assertEqual(os.listdir(out.parent), ["cup.json"])

    def test_the_mode_and_the_link_of_an_older_file_stay(self):
        path = self.file("cup.txt", CUP)
        real = self.file("real.json", b"")
        real.chmod(0o640)
        link = self.folder / "link.json"
        link.symlink_to(real)
        acta("extract", path, "--output", link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(stat.S_IMODE(real.stat().st_mode), 0o640)
        self.assertEqual(json.loads(real.read_bytes())["article"]["file"], str(path))

    def test_an_older_file_stays_when_nothing_was_converted(self):
        out = self.file("old.json", "old")
        done = acta("extract", self.folder / "gone.txt", "--output", out)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(os.listdir(self.folder), ["old.json"])

    def test_an_output_that_cannot_be_made_is_named(self):
        path = self.file("cup.txt", CUP)
        for out in (self.folder / "gone" / "cup.json", self.folder):
            done = acta("extract", path, "--output", out)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"{out}: cannot be written", done.stderr.decode())

    def test_a_device_stays_a_device(self):
        done = acta("extract", self.file("cup.txt", CUP), "--output", "/dev/null")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_a_full_disk_is_told(self):
        for words in (["extract", self.file("cup.txt", CUP)], ["schema"], ["rules"]):
            with open("/dev/full", "wb") as full:
                done = acta(*words, stdout=full)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn("standard output: cannot be written: No space left on device",
                          done.stderr.decode())

    def test_a_reader_that_goes_away_is_no_failure(self):
        cup = self.file("cup.txt", CUP)
        process = subprocess.Popen([ACTA, "extract", *[str(cup)] * 400], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.read(1)
        process.stdout.close()
        messages = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(timeout=60), 0)
        self.assertNotIn("cannot be written", messages)


class TransclusionTest(CommandTest):
    def test_a_finding_of_a_transcluded_page_names_that_page_s_file(self):
        article, page = transcluding(self)
        for command in ("extract", "check"):
            done = acta(command, "--pages", page.parent, article)
            told = (done.stdout if command == "check" else done.stderr).decode().splitlines()
            over = [line for line in told if "scorer_count_over" in line]
            self.assertEqual([line.split(": ")[0] for line in over], [f"{page}:4:1"], command)

    def test_the_machine_forms_name_that_file_too(self):
        article, page = transcluding(self)
        for form in ("sarif", "github", "junit", "json"):
            done = acta("check", "--format", form, "--pages", page.parent, article)
            self.assertIn("Group_A.wiki", done.stdout.decode(), form)

    def test_without_pages_nothing_is_looked_up(self):
        article, _ = transcluding(self)
        done = acta("extract", article)
        self.assertEqual(json.loads(done.stdout)["matches"], [])
        self.assertIn("transclusion_unresolved", done.stderr.decode())


class ExplainTest(CommandTest):
    def test_every_line_is_explained(self):
        done = acta("explain", self.file("cup.txt", CUP))
        self.assertEqual(done.returncode, 0)
        numbered = [line for line in done.stdout.decode().splitlines() if line[:5].strip()]
        self.assertEqual([int(line[:5]) for line in numbered], list(range(1, 7)))
        self.assertIn("matches[0]", numbered[3])
        self.assertTrue(numbered[3].endswith("Alfa 2-1 Beta"))
        self.assertIn("blank", numbered[1])

    def test_one_line_is_explained_with_its_findings(self):
        path = self.file("broken.txt", BROKEN)
        whole = acta("explain", path).stdout.decode()
        one = acta("explain", f"{path}:5").stdout.decode()
        self.assertIn(one, whole)
        self.assertEqual(len([line for line in one.splitlines() if line[:5].strip()]), 1)
        self.assertIn("error[scorer_count_over]", one)

    def test_each_row_of_legs_names_its_own_tie(self):
        rows = self.file("legs.txt", LEGS)
        for line, tie in ((5, 0), (6, 1)):
            done = acta("explain", f"{rows}:{line}").stdout.decode()
            self.assertIn(f"ties[{tie}]", done)

    def test_a_name_with_a_colon_is_a_name(self):
        done = acta("explain", self.file("a:3", CUP))
        self.assertGreaterEqual(len(done.stdout.decode().splitlines()), 6)

    def test_a_line_that_is_not_there_gives_two(self):
        done = acta("explain", f"{self.file('cup.txt', CUP)}:7")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn("there is no line 7, the last is 6", done.stderr.decode())

    def test_a_missing_file_gives_two(self):
        self.assertEqual(acta("explain", self.folder / "gone.txt:3").returncode, 2)

    def test_transcluded_lines_are_explained_and_their_findings_told_behind_the_article(self):
        article, page = transcluding(self)
        done = acta("explain", "--pages", page.parent, article)
        lines = done.stdout.decode().splitlines()
        self.assertRegex(lines[-2], "^    4  record +transclusion ")
        self.assertTrue(lines[-1].startswith(f"{page}:4:1: error[scorer_count_over]"), lines[-1])
        one = acta("explain", "--pages", page.parent, f"{article}:4").stdout.decode()
        self.assertEqual(one.splitlines(), lines[-2:-1])

    def test_the_classes_add_up_to_the_coverage(self):
        for path in articles():
            printed = acta("explain", CORPUS / path).stdout.decode().splitlines()
            classes = [line.split()[1] for line in printed if line[:5].strip()]
            season = json.loads(acta("extract", CORPUS / path).stdout)
            for name in ("blank", "record", "prose", "residue", "unread"):
                self.assertEqual(classes.count(name), season["coverage"][name], (path, name))


class ReferenceTest(CommandTest):
    def test_the_schema_is_the_published_one(self):
        self.assertEqual(acta("schema").stdout,
                         (ROOT / "schemas/season.schema.json").read_bytes())

    def test_the_rules_are_the_same_as_text_and_as_json(self):
        listed = json.loads(acta("rules", "--format", "json").stdout)
        lines = acta("rules").stdout.decode().splitlines()
        self.assertEqual([[it["severity"], it["code"]] for it in listed],
                         [line.split()[:2] for line in lines])
        self.assertTrue(all(line.endswith(it["meaning"]) and it["meaning"]
                            for line, it in zip(lines, listed)))


unittest.main(verbosity=1)
