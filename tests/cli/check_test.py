"""acta check: what is found, in every form, and what decides the exit code."""

import json
import re
import unittest
import xml.etree.ElementTree as ElementTree

import jsonschema
from command import CORPUS, ROOT, SUMMARY, CommandTest, acta, last_line

CLEAN = """= 2031 Copa Prueba =

Infobox
- Season: 2031
- Dates: 1 March 2031

== Final ==
1 March 2031
Alfa 2-1 Beta
  Alfa: Ana Paz 10' , Eva Sol 20'
  Beta: Ida Mar 30'
"""
ERROR = CLEAN.replace("Ida Mar 30'", "Ida Mar 30' 31'")
WARNING = CLEAN.replace(" , Eva Sol 20'", "")
FORMS = ("text", "json", "jsonl", "github", "sarif", "junit")
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def findings(*arguments, **more):
    done = acta("check", *arguments, "--format", "json", **more)
    return json.loads(done.stdout)["findings"]


def codes(*arguments, **more):
    return [it["code"] for it in findings(*arguments, **more)]


class FormTest(CommandTest):
    def test_text_is_a_line_a_finding(self):
        path = self.file("cup.txt", ERROR)
        done = acta("check", path)
        self.assertEqual(done.stdout.decode(),
                         f"{path}:11:1: error[scorer_count_over]: Beta scored 1, 2 scorers listed\n")
        self.assertEqual(done.stderr.decode(),
                         "1 article, 1 match, 2 teams: 1 error, 0 warnings, 0 notes\n")

    def test_a_clean_article_gives_nothing_but_the_count(self):
        done = acta("check", self.file("cup.txt", CLEAN))
        self.assertEqual((done.returncode, done.stdout), (0, b""), done.stdout)
        self.assertEqual(last_line(done), "1 article, 1 match, 2 teams: 0 errors, 0 warnings, 0 notes")

    def test_check_finds_what_extract_writes(self):
        for path in sorted(CORPUS.glob("*/article.*")):
            season = json.loads(acta("extract", path, "--fail-level", "never").stdout)
            found = findings(path)
            for it in found:
                self.assertEqual(it.pop("article"), season["article"]["title"])
                self.assertTrue(str(path).endswith(it.pop("file")))
                self.assertEqual(it.pop("shown_in"), [])
            expected = sorted(season["diagnostics"],
                              key=lambda it: (it["line"], it["column"], it["code"], it["message"]))
            self.assertEqual(found, expected, path)

    def test_the_order_is_path_line_column_code(self):
        for name in ("b.txt", "a/z.txt", "a.txt"):
            self.file(name, ERROR + WARNING)
        found = [(it["file"], it["line"], it["column"], it["code"]) for it in findings(self.folder)]
        self.assertEqual(found, sorted(found))
        self.assertEqual(len({it[0] for it in found}), 3)

    def test_text_lists_notes_when_they_are_asked_for(self):
        path = self.file("cup.txt", CLEAN.replace("20'", "").replace("1 March 2031\nAlfa", "Alfa")
                         .replace("  Alfa: Ana Paz 10' , Eva Sol \n", "").replace("  Beta: Ida Mar 30'\n", ""))
        done = acta("check", path)
        self.assertNotIn(b"info[", done.stdout)
        hidden = re.search(r"^(\d+) findings? (?:is|are) not listed \(--show info lists all\)$",
                           done.stderr.decode(), re.MULTILINE)
        self.assertTrue(hidden, done.stderr)
        for shown in (["--show", "info"], ["--fail-level", "info"]):
            whole = acta("check", path, *shown)
            self.assertEqual(whole.stdout.count(b"info["), int(hidden[1]), shown)
            self.assertNotIn(b"not listed", whole.stderr)
        self.assertEqual(len(findings(path)), int(hidden[1]))  # Other forms list all.
        self.assertEqual(acta("check", path, "--show", "error").stdout, b"")
        self.assertEqual(acta("check", path, "--show", "notes").returncode, 2)

    def test_a_finding_of_a_page_is_told_once(self):
        self.file("pages/Group A.wiki", "==Matches==\n{{football box|date=5 May 2030|team1=[[Alfa]]"
                  "|score=1–0|team2=[[Beta]]|goals1=[[Ana Paz]] {{goal|200}}}}\n")
        for name in ("2030 Copa Una", "2030 Copa Otra"):
            self.file(f"articles/{name}.wiki", "{{Infobox football tournament season|year=2030}}\n"
                      "==Group A==\n{{:Group A}}\n")
        found = [it for it in findings(self.folder / "articles", "--pages", self.folder / "pages")
                 if it["code"] == "minute_out_of_range"]
        self.assertEqual([(it["article"], it["shown_in"]) for it in found],
                         [("Group A", ["2030 Copa Otra", "2030 Copa Una"])], found)
        self.assertTrue(found[0]["file"].endswith("pages/Group A.wiki"))
        text = acta("check", self.folder / "articles", "--pages", self.folder / "pages").stdout
        self.assertEqual(text.count(b"minute_out_of_range"), 1)
        self.assertIn(b"(shown in 2030 Copa Otra, 2030 Copa Una)", text)

    def test_color_is_for_terminals_alone(self):
        path = self.file("cup.txt", ERROR)
        plain = acta("check", path).stdout
        self.assertNotIn(b"\x1b", plain)
        colored = acta("check", path, "--color", "always").stdout
        self.assertIn(b"\x1b[1;31merror[scorer_count_over]\x1b[0m", colored)
        self.assertEqual(re.sub(rb"\x1b\[[0-9;]*m", b"", colored), plain)

    def test_json_conforms_to_its_schema(self):
        schema = json.loads(acta("schema", "findings").stdout)
        self.assertEqual(schema, json.loads((ROOT / "schemas/findings.schema.json").read_text()))
        jsonschema.Draft4Validator.check_schema(schema)
        validator = jsonschema.Draft4Validator(schema)
        report = json.loads(acta("check", CORPUS, "--format", "json").stdout)
        self.assertEqual([it.message for it in validator.iter_errors(report)], [])
        found = [it["severity"] for it in report["findings"]]
        counts = report["counts"]
        self.assertEqual((counts["errors"], counts["warnings"], counts["notes"]),
                         tuple(found.count(it) for it in LEVELS))
        self.assertEqual(counts["articles"], len(report["files"]))
        for spoil in (lambda it: it.update(more=1), lambda it: it["counts"].pop("notes"),
                      lambda it: it["findings"][0].update(code="no_such_code"),
                      lambda it: it["findings"][0].pop("file"),
                      lambda it: it["files"][0].update(path=None)):
            spoiled = json.loads(json.dumps(report))
            spoil(spoiled)
            self.assertFalse(validator.is_valid(spoiled))

    def test_jsonl_has_the_findings_of_json(self):
        lines = acta("check", CORPUS, "--format", "jsonl").stdout.decode().splitlines()
        self.assertEqual([json.loads(it) for it in lines], findings(CORPUS))

    def test_github_annotations_are_worst_first_and_escaped(self):
        path = self.file("a,b:100%.txt", ERROR + "\n== Semi-finals ==\nGama 1-0 100% Delta\n")
        lines = acta("check", path, "--format", "github", cwd=self.folder).stdout.decode().splitlines()
        self.assertGreater(len(lines), 1)
        self.assertTrue(lines[0].startswith(
            "::error file=a%2Cb%3A100%25.txt,line=11,col=1,title=scorer_count_over::Beta scored"))
        names = [line[2:line.index(" ")] for line in lines]
        self.assertEqual(names, sorted(names, key=["error", "warning", "notice"].index))
        self.assertTrue(any("100%25 Delta" in line for line in lines), lines)

    def test_output_is_a_file_that_stays_when_nothing_was_read(self):
        out = self.folder / "found.json"
        path = self.file("cup.txt", ERROR)
        done = acta("check", path, "--format", "json", "-o", out)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        before = out.read_bytes()
        self.assertEqual(len(json.loads(before)["findings"]), 1)
        self.assertEqual(acta("check", self.folder / "gone.txt", "-o", out).returncode, 2)
        self.assertEqual(out.read_bytes(), before)

    def test_the_same_bytes_every_time(self):
        for form in FORMS:
            first = acta("check", CORPUS, "--format", form).stdout
            again = acta("check", CORPUS, "--format", form, env={"LC_ALL": "C"}).stdout
            self.assertEqual(first, again, form)


class SarifTest(CommandTest):
    def run_of(self, *arguments, **more):
        log = json.loads(acta("check", *arguments, "--format", "sarif", **more).stdout)
        self.assertEqual(log["version"], "2.1.0")
        self.assertTrue(log["$schema"].endswith("/sarif-schema-2.1.0.json"))
        self.assertEqual(len(log["runs"]), 1)
        return log["runs"][0]

    def test_rules_are_the_table_of_codes(self):
        driver = self.run_of(self.file("cup.txt", CLEAN))["tool"]["driver"]
        table = json.loads(acta("rules", "--format", "json").stdout)
        self.assertEqual(driver["name"], "acta")
        # SARIF asks for absolute URIs; acta has no address of its own.
        self.assertEqual(driver["informationUri"], "urn:x-acta:readme")
        self.assertEqual([it["id"] for it in driver["rules"]], [it["code"] for it in table])
        for rule, row in zip(driver["rules"], table):
            self.assertEqual(rule["shortDescription"]["text"], row["meaning"])
            self.assertTrue(rule["fullDescription"]["text"])
            self.assertIn(row["page"], rule["help"]["text"])
            self.assertEqual(rule["helpUri"], f"urn:x-acta:rules:{row['code']}")
            self.assertEqual(rule["defaultConfiguration"]["level"], LEVELS[row["severity"]])

    def test_results_have_what_code_scanning_needs(self):
        run = self.run_of(CORPUS)
        found = findings(CORPUS)
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        self.assertEqual(run["invocations"], [{"executionSuccessful": True}])
        self.assertEqual(len(run["results"]), len(found))
        for result, it in zip(run["results"], found):
            self.assertEqual(result["ruleId"], it["code"])
            self.assertEqual(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], it["code"])
            self.assertEqual(result["level"], LEVELS[it["severity"]])
            self.assertEqual(result["message"], {"text": it["message"]})
            region = result["locations"][0]["physicalLocation"]["region"]
            self.assertEqual(region, {"startLine": it["line"], "startColumn": it["column"]})
        prints = [it["partialFingerprints"]["actaFinding/v2"] for it in run["results"]]
        self.assertTrue(all(re.fullmatch("[0-9a-f]{64}", it) for it in prints))

    def test_paths_are_relative_and_percent_encoded(self):
        path = self.file("Copa Perú [2].txt", ERROR)
        for name in (path, path.name, f"./{path.name}"):
            results = self.run_of(name, cwd=self.folder)["results"]
            uri = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            self.assertEqual(uri, "Copa%20Per%C3%BA%20%5B2%5D.txt")
        results = self.run_of(path, cwd="/")["results"]
        uri = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        self.assertNotIn(" ", uri)

    def test_fingerprints_survive_moved_lines(self):
        def prints(content):
            results = self.run_of(self.file("cup.txt", content))["results"]
            return [it["partialFingerprints"]["actaFinding/v2"] for it in results]
        before = prints(ERROR)
        self.assertEqual(len(before), 1)
        self.assertEqual(prints(ERROR.replace("== Final", "Some prose.\n\n== Final")), before)
        twice = prints(ERROR + ERROR.partition("== Final")[2].replace("Beta", "Gama"))
        self.assertEqual(len(set(twice)), len(twice))

    def test_a_run_that_could_not_read_says_so(self):
        run = self.run_of(self.file("cup.txt", CLEAN), self.folder / "gone.txt")
        self.assertEqual(run["invocations"][0]["executionSuccessful"], False)


class JunitTest(CommandTest):
    def suites(self, *arguments):
        root = ElementTree.fromstring(acta("check", *arguments, "--format", "junit").stdout)
        self.assertEqual(root.tag, "testsuites")
        return root

    def test_counts_are_those_of_the_tests(self):
        root = self.suites(CORPUS, "--fail-level", "warning")
        suites = root.findall("testsuite")
        self.assertEqual(len(suites), len(list(CORPUS.glob("*/article.*"))))
        for element in (root, *suites):
            cases = list(element.iter("testcase"))
            self.assertEqual(int(element.get("tests")), len(cases))
            self.assertEqual(int(element.get("failures")),
                             sum(case.find("failure") is not None for case in cases))
            self.assertEqual(element.get("errors"), "0")
        for case in root.iter("testcase"):
            self.assertTrue(case.get("name") and case.get("classname"))
            self.assertLessEqual({it.tag for it in case}, {"failure", "system-out"})
        lines = "".join(it.text for it in root.iter("failure"))
        lines += "".join(it.text for it in root.iter("system-out"))
        self.assertEqual(len(lines.splitlines()), len(findings(CORPUS)))

    def test_it_has_what_the_schema_of_jenkins_allows(self):
        """The attributes and children that junit-10.xsd gives each element, required ones starred."""
        allowed = {
            "testsuites": ("name time tests failures errors", "testsuite"),
            "testsuite": ("name* tests* failures* errors* time skipped timestamp hostname id package "
                          "file log url version group", "testcase properties system-out system-err"),
            "testcase": ("name* time classname group", "failure error skipped system-out system-err"),
            "failure": ("type message", ""),
            "system-out": ("", ""),
        }
        for element in self.suites(CORPUS, "--fail-level", "warning").iter():
            attributes, children = (it.split() for it in allowed[element.tag])
            self.assertLessEqual(set(element.keys()), {it.rstrip("*") for it in attributes})
            self.assertLessEqual({it[:-1] for it in attributes if it.endswith("*")}, set(element.keys()))
            self.assertLessEqual({it.tag for it in element}, set(children))

    def test_a_test_a_rule_and_one_that_passes_for_a_clean_file(self):
        self.file("bad.txt", ERROR)
        self.file("clean.txt", CLEAN)
        bad, clean = self.suites(self.folder).findall("testsuite")
        self.assertEqual([it.get("name") for it in clean], ["clean"])
        self.assertEqual(len(clean[0]), 0)
        self.assertEqual([it.get("name") for it in bad], ["scorer_count_over"])
        failure = bad[0].find("failure")
        self.assertEqual(failure.get("type"), "error")
        self.assertEqual(failure.get("message"), "Beta scored 1, 2 scorers listed")

    def test_what_does_not_fail_is_output_of_a_test_that_passes(self):
        case = self.suites(self.file("cup.txt", WARNING)).find("testsuite/testcase")
        self.assertIsNone(case.find("failure"))
        self.assertIn("warning[scorer_count_short]", case.find("system-out").text)

    def test_any_character_gives_well_formed_xml(self):
        names = "Al\x01fa & > \"q\" \ufffe \x1b[0m"
        path = self.file("x&<\".txt", ERROR.replace("Beta", names))
        root = self.suites(path)
        self.assertTrue(str(path).endswith(root.find("testsuite").get("name")))
        text = "".join(root.itertext())
        self.assertIn("& > \"q\" \ufffd", text)


class ExitCodeTest(CommandTest):
    def test_the_fail_level_decides(self):
        error = self.file("error.txt", ERROR)
        warning = self.file("warning.txt", WARNING)
        for path, level, code in ((error, "error", 1), (error, "never", 0), (warning, "error", 0),
                                  (warning, "warning", 1), (warning, "info", 1),
                                  (warning, "never", 0)):
            self.assertEqual(acta("check", path, "--fail-level", level).returncode, code)
        self.assertEqual(acta("check", warning).returncode, 0)
        self.assertEqual(acta("check", warning, "--strict").returncode, 1)

    def test_what_cannot_be_read_is_two(self):
        clean = self.file("cup.txt", CLEAN)
        done = acta("check", self.folder / "gone.txt", clean)
        self.assertEqual(done.returncode, 2)
        self.assertIn("gone.txt: No such file or directory", done.stderr.decode())
        self.assertIn("; 1 input gave no record", last_line(done))
        for wrong in (["--format", "xml"], ["--fail-level", "bad"], ["--rule", "scorer_count_over"],
                      ["--strict", "--fail-level", "info"], ["--write-baseline"],
                      ["--config", "a", "--no-config"], ["-", "-"]):
            done = acta("check", clean, *wrong)
            self.assertEqual((done.returncode, done.stdout), (2, b""), wrong)
            self.assertTrue(done.stderr, wrong)

    def test_standard_input(self):
        done = acta("check", "-", stdin=ERROR.encode())
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith(b"<stdin>:11:1: error[scorer_count_over]"))


class RuleTest(CommandTest):
    def test_a_rule_has_the_severity_it_is_given(self):
        path = self.file("cup.txt", ERROR)
        for severity, code in (("error", 1), ("warning", 0), ("info", 0)):
            done = acta("check", path, "--show", "info", "--rule", f"scorer_count_over={severity}")
            self.assertEqual(done.returncode, code)
            self.assertIn(f"{severity}[scorer_count_over]", done.stdout.decode())
            counts = SUMMARY.fullmatch(last_line(done)).groups()[3:6]
            self.assertEqual(counts[list(LEVELS).index(severity)], "1")
            self.assertEqual(sorted(counts), ["0", "0", "1"])

    def test_off_is_neither_reported_nor_counted(self):
        done = acta("check", self.file("cup.txt", ERROR), "--rule", "scorer_count_over=off")
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertEqual(last_line(done), "1 article, 1 match, 2 teams: 0 errors, 0 warnings, 0 notes")

    def test_counts_stay_exact_beyond_what_is_listed(self):
        path = self.file("long.txt", "= 2031 Copa Prueba =\n\n== Final ==\nAlfa 1-0 Beta\n"
                         + "??? !!! 1-\n" * 1500)
        def counted(*arguments):
            return [int(it) for it in
                    SUMMARY.fullmatch(last_line(acta("check", path, *arguments))).groups()[3:6]]
        errors, warnings, notes = counted()
        self.assertGreaterEqual(warnings, 1500)
        self.assertEqual(counted("--rule", "unread_line=error"), [errors + 1500, warnings - 1500, notes])
        self.assertEqual(counted("--rule", "unread_line=off"), [errors, warnings - 1500, notes])

    def test_an_unknown_code_names_the_nearest(self):
        path = self.file("cup.txt", CLEAN)
        done = acta("check", path, "--rule", "scorer_count_ovre=off")
        self.assertEqual(done.returncode, 2)
        self.assertIn("did you mean scorer_count_over?", done.stderr.decode())
        done = acta("check", path, "--rule", "scorer_count_over=fatal")
        self.assertEqual(done.returncode, 2)
        self.assertIn("expected error, warning, info or off", done.stderr.decode())


class BaselineTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.baseline = self.folder / "known.json"
        self.cup = self.file("cup.txt", ERROR)

    def check(self, *arguments):
        return acta("check", self.folder / "cup.txt", "--baseline", self.baseline, *arguments)

    def entries(self):
        return json.loads(self.baseline.read_text())["entries"]

    def test_what_is_known_is_counted_and_not_reported(self):
        done = self.check("--write-baseline")
        self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr)
        self.assertEqual(self.entries(), [{
            "article": "2031 Copa Prueba", "code": "scorer_count_over",
            "key": "final:alfa:beta | Beta"}])
        done = self.check()
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertEqual(last_line(done), "1 article, 1 match, 2 teams: "
                         "0 errors, 0 warnings, 0 notes; 1 more in the baseline")

    def test_it_survives_moved_lines_and_files_but_not_a_new_finding(self):
        self.check("--write-baseline")
        self.file("cup.txt", ERROR.replace("== Final", "Some prose.\n\n== Final"))
        self.assertEqual(self.check().returncode, 0)
        moved = self.file("elsewhere/other.txt", ERROR)
        self.assertEqual(acta("check", moved, "--baseline", self.baseline).returncode, 0)
        self.file("cup.txt", ERROR.replace("Eva Sol 20'", "Eva Sol 20' 21'"))
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.count(b"\n"), 1)
        self.assertIn(b"Alfa scored 2, 3 scorers listed", done.stdout)

    def test_an_entry_that_is_not_needed_is_reported(self):
        self.check("--write-baseline")
        self.file("cup.txt", CLEAN)
        done = self.check()
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.decode(),
                         f"{self.baseline}:4:1: warning[baseline_entry_unused]: scorer_count_over of "
                         "2031 Copa Prueba is not found any more: final:alfa:beta | Beta\n")
        strict = self.check("--strict")
        self.assertEqual(strict.returncode, 1)
        self.assertIn(b"error[baseline_entry_unused]", strict.stdout)
        self.assertEqual(self.check("--prune-baseline").returncode, 0)
        self.assertEqual(self.entries(), [])
        self.assertEqual(self.check("--strict").returncode, 0)

    def test_entries_of_other_articles_and_of_codes_that_are_off_stay(self):
        other = self.file("other.txt", ERROR.replace("Prueba", "Otra"))
        acta("check", self.cup, other, "--baseline", self.baseline, "--write-baseline")
        self.assertEqual(len(self.entries()), 2)
        self.file("cup.txt", CLEAN)
        self.check("--prune-baseline")
        self.assertEqual([it["article"] for it in self.entries()], ["2031 Copa Otra"])
        done = acta("check", self.file("other.txt", CLEAN.replace("Prueba", "Otra")), "--baseline",
                    self.baseline, "--rule", "scorer_count_over=off", "--strict")
        self.assertEqual((done.returncode, done.stdout), (0, b""))

    def test_an_entry_of_a_line_goes_by_its_text(self):
        self.file("cup.txt", CLEAN + "??? !!! 1-\n??? !!! 2-\n")
        self.check("--write-baseline")
        keys = [it["key"] for it in self.entries() if it["code"] == "unread_line"]
        self.assertEqual(keys, ["??? !!! 1-", "??? !!! 2-"])
        # A new fault does not hide behind one that was mended.
        self.file("cup.txt", CLEAN + "??? !!! 2-\n??? !!! 3-\n")
        done = self.check("--fail-level", "warning")
        self.assertEqual(done.stdout.count(b"warning[unread_line]"), 1)
        self.assertIn(b"baseline_entry_unused", done.stdout)
        self.check("--prune-baseline")
        self.assertEqual([it["key"] for it in self.entries() if it["code"] == "unread_line"],
                         ["??? !!! 2-"])

    def test_entries_survive_a_running_season(self):
        """Results that are added elsewhere, and numbers that grow, leave the entries as they are."""
        table = """= 2031 Liga Prueba =

Infobox
- Season: 2031

| Pos | Team | Pld | W | D | L | GF | GA | GD | Pts |
| 1 | Alfa | {0} | {0} | 0 | 0 | {0} | 0 | +{0} | {1} |
| 2 | Beta | {0} | 0 | 0 | {0} | 0 | {0} | -{0} | 0 |

"""
        def season(matches):
            text = table.format(matches, 3 * matches + 1)
            for day in range(1, matches + 1):
                text += f"==Matchday {day}==\nAlfa 1-0 Beta\n\n"
            return text
        self.file("cup.txt", season(2))
        self.assertIn("points_arithmetic", codes(self.folder / "cup.txt"))
        self.check("--write-baseline")
        for matches in (3, 5, 8):
            self.file("cup.txt", season(matches))
            self.assertNotIn(b"baseline_entry_unused", self.check().stdout)
            self.assertEqual([it for it in self.check("--show", "info").stdout.splitlines()
                              if b"points_arithmetic" in it or b"date_missing" in it], [])

    def test_it_is_sorted_an_entry_a_line(self):
        acta("check", CORPUS, "--baseline", self.baseline, "--write-baseline")
        text = self.baseline.read_text()
        entries = self.entries()
        self.assertEqual(entries, sorted(entries, key=lambda it: (
            it["article"].encode(), it["code"], it["key"].encode())))
        self.assertEqual(sum(line.startswith('    {"article": ') for line in text.splitlines()),
                         len(entries))
        done = acta("check", CORPUS, "--baseline", self.baseline, "--fail-level", "info")
        self.assertEqual((done.returncode, done.stdout), (0, b""))

    def test_what_is_no_baseline_is_told_with_its_line(self):
        for content, line, what in (
                ("", 1, ""), ("[]", 1, "expected an object"), ("{}", 1, '"schema" and "entries"'),
                ('{\n"schema": "acta/baseline/1"}', 2, "--write-baseline"),
                ('{\n"schema": "acta/baseline/3"}', 2, "acta/baseline/2"),
                ('{"schema": "acta/baseline/2",\n"entries": [\n{"article": "a"}]}', 3, "an entry of"),
                ('{"schema": "acta/baseline/2", "entries": [{"key": 1}]}', 1, "a text"),
                ('{"schema": "acta/baseline/2", "entries": [[]]}', 1, "an object"),
                ('{"schema": "acta/baseline/2", "entries": [{"count": 1}]}', 1, '"key"'),
                ("[" * 100000, 1, "")):
            self.baseline.write_text(content)
            done = self.check()
            self.assertEqual((done.returncode, done.stdout), (2, b""), content[:80])
            message = done.stderr.decode()
            self.assertIn(f"known.json:{line}: this is no baseline: ", message)
            self.assertIn(what, message)
        self.baseline.unlink()
        self.assertEqual(self.check().returncode, 2)

    def test_nothing_is_written_when_an_input_is_missing(self):
        self.check("--write-baseline")
        before = self.baseline.read_bytes()
        done = acta("check", self.folder / "gone.txt", "--baseline", self.baseline,
                    "--write-baseline")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(self.baseline.read_bytes(), before)


class ConfigTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.file(".git/HEAD", "")  # Nothing above the folder is looked at.
        self.cup = self.file("seasons/2031/cup.txt", ERROR)

    def config(self, text):
        return self.file("acta.toml", text)

    def test_it_is_found_above_the_input_up_to_the_repository(self):
        self.config('fail_level = "never"\n')
        self.assertEqual(acta("check", self.cup).returncode, 0)
        self.assertEqual(acta("check", self.folder / "seasons/").returncode, 0)
        self.assertEqual(acta("check", "-", stdin=ERROR.encode(), cwd=self.folder).returncode, 0)
        self.assertEqual(acta("check", self.cup, "--no-config").returncode, 1)
        self.file("seasons/.git/HEAD", "")
        self.assertEqual(acta("check", self.cup).returncode, 1)
        self.assertEqual(acta("check", self.cup, "--config", self.folder / "acta.toml").returncode, 0)

    def test_every_key_does_what_it_says(self):
        self.file("seasons/draft/cup.txt", ERROR)
        self.file("seasons/2031/cup.wiki.txt", ERROR)
        self.config('fail_level = "warning"\nformat = "github"\nbaseline = "known.json"\n'
                    'ignore = ["draft", "seasons/*.wiki.txt"]\n'
                    '[rules]\nscorer_count_over = "info"\n')
        seasons = self.folder / "seasons"
        self.assertEqual(acta("check", seasons, "--write-baseline").returncode, 0)
        known = json.loads((self.folder / "known.json").read_text())["entries"]
        self.assertEqual([it["code"] for it in known], ["scorer_count_over"])
        self.file("seasons/2031/cup.txt", WARNING + ERROR)
        done = acta("check", seasons)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith(b"::warning file="), done.stdout)
        self.assertIn("1 article,", last_line(done))

    def test_an_ignored_folder_is_left_out_with_all_that_is_in_it(self):
        self.file("seasons/drafts/old/cup.txt", ERROR)
        self.file("seasons/2030/drafts/cup.txt", ERROR)
        for pattern in ("seasons/drafts", "seasons/drafts/", "seasons/dra*"):
            self.config(f'ignore = ["{pattern}"]\n')
            done = acta("check", self.folder / "seasons")
            self.assertIn("2 articles,", last_line(done), pattern)
        self.config('ignore = ["drafts"]\n')
        self.assertIn("1 article,", last_line(acta("check", self.folder / "seasons")))

    def test_the_command_line_wins(self):
        self.config('fail_level = "never"\nformat = "github"\n[rules]\nscorer_count_over = "off"\n')
        done = acta("check", self.cup, "--fail-level", "error", "--format", "text",
                    "--rule", "scorer_count_over=error")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b": error[scorer_count_over]: ", done.stdout)

    def test_mistakes_are_told_with_file_line_and_column(self):
        for text, place, what in (
                ("fail_level = 3\n", "1:14", "expected a text"),
                ('\nfail_level = "bad"\n', "2:14", "expected error, warning, info or never"),
                ('format = "xml"\n', "1:10", "expected text, json, jsonl, github, sarif or junit"),
                ('ignore = "x"\n', "1:10", "expected an array"),
                ("ignore = [1]\n", "1:11", "expected a text"),
                ('faillevel = "error"\n', "1:1", 'unknown key "faillevel", expected fail_level'),
                ('[rules]\nunread_lin = "off"\n', "2:1", "did you mean unread_line?"),
                ('[rules]\nunread_line = "no"\n', "2:15", "expected error, warning, info or off"),
                ("rules = 1\n", "1:9", "expected a table"),
                ('fail_level = "error\n', "1:", "")):
            self.config(text)
            done = acta("check", self.cup)
            self.assertEqual((done.returncode, done.stdout), (2, b""), text)
            message = done.stderr.decode()
            self.assertEqual(len(message.splitlines()), 1, message)
            self.assertIn(f"acta.toml:{place}", message)
            self.assertIn(what, message)
        done = acta("check", self.cup, "--config", self.folder / "gone.toml")
        self.assertEqual(done.returncode, 2)


class AcrossTest(CommandTest):
    def test_the_articles_of_one_run_are_compared(self):
        old = CORPUS / "2014-torneo-de-promocion-y-reservas/article.txt"
        new = CORPUS / "2024-torneo-de-reservas/article.txt"
        across = ("capacity_changed", "venue_changed_between_seasons", "season_link_broken")
        for order in ((old, new), (new, old)):
            found = [(it["line"], it["code"], it.get("found"), it.get("expected"))
                     for it in findings(*order) if it["code"] in across]
            self.assertEqual(found, [
                (25, across[0], "35938", "35000"), (27, across[0], "25036", "25000"),
                (28, across[0], "45056", "40000"), (33, across[0], "60370", "40217"),
                (36, across[0], "11600", "18000"),
                (37, across[1], "Carlos Vidaurre García, Tarapoto",
                 "IPD de Moyobamba, Nueva Cajamarca"),
                (40, across[1], "Germán Contreras Jara, Cajabamba",
                 "Héroes de San Ramón, Cajamarca")])
        self.assertFalse(set(across) & set(codes(new)))


unittest.main(verbosity=1)
