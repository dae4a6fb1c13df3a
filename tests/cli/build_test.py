"""acta build and acta merge: sources, formats, what is built again, shards."""

import bz2
import csv
import gzip
import html
import json
import os
import re
import shutil
import subprocess
import time
import unittest

from command import ACTA, CORPUS, CommandTest, acta, last_line

CUP = """= 2031 Copa {0} =

== Final ==
Alfa 2-1 Beta
  Alfa: Ana 10' , Eva 20'
  Beta: Ida 30'
"""
LEAGUE = """{{{{Infobox football league season
|competition = {0}
|season = 2031
}}}}
== Final ==
{{{{footballbox
|date = 2031-05-01
|team1 = Alfa
|score = 2–1
|team2 = Beta
|goals1 = Ana {{{{goal|10||20}}}}
|goals2 = Ida {{{{goal|30}}}}
}}}}
"""
ALL = ("--format", "json,ndjson,csv,sqlite", "--fail-level", "never")


def page(title, text, number=1, ns=0, redirect=""):
    return (f"  <page>\n    <title>{html.escape(title)}</title>\n    <ns>{ns}</ns>\n"
            f"    <id>{number}</id>\n{redirect}    <revision>\n      <id>{number + 1000}</id>\n"
            f"      <timestamp>2031-01-01T00:00:00Z</timestamp>\n"
            f"      <text xml:space=\"preserve\">{html.escape(text)}</text>\n"
            f"    </revision>\n  </page>\n")


def dump(*pages):
    return ('<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11">\n'
            + "".join(pages) + "</mediawiki>\n").encode()


def tree(folder):
    """All files of a dataset but the machine's own memory of the build."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and ".acta" not in path.relative_to(folder).parts}


class BuildTest(CommandTest):
    def build(self, *arguments, code=0, out="data", **more):
        done = acta("build", *arguments, "-o", self.folder / out, **more)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done

    def articles(self, out="data"):
        return sorted(path.stem for path in (self.folder / out / "articles").iterdir())

    def changes(self, done):
        found = re.search(r"(\d+) added, (\d+) changed, (\d+) removed", last_line(done))
        return tuple(map(int, found.groups()))


class SourceTest(BuildTest):
    def test_a_record_is_what_extract_gives(self):
        path = self.file("in/cup.txt", CUP.format("Uno"))
        self.build(path)
        written = (self.folder / "data/articles/2031-copa-uno.json").read_bytes()
        self.assertEqual(written, acta("extract", path, "--pretty").stdout)

    def test_globs_and_ignore_rules_choose_files(self):
        for name in ("a.txt", "b.wiki", "sub/c.txt", "drafts/d.txt", ".hidden/e.txt", "old/f.txt",
                     "notes.md", "x-index.txt"):
            text = LEAGUE if name.endswith("wiki") else CUP
            self.file("in/" + name, text.format(name.split("/")[-1][0]))
        self.file("in/.actaignore", "# not these\ndrafts/\n")
        source = self.folder / "in"
        self.build(source, "--exclude", "old/*")
        self.assertEqual(self.articles(), ["2031-copa-a", "2031-copa-c", "b"])
        self.build(source, "--include", "*.wiki", "--allow-shrink")
        self.assertEqual(self.articles(), ["b"])
        self.build(f"{source}/[a-c].txt", out="glob")
        self.assertEqual(self.articles("glob"), ["2031-copa-a"])

    def test_the_output_folder_is_no_source(self):
        self.file("in/a.txt", CUP.format("a"))
        for _ in range(2):
            done = self.build(self.folder / "in", *ALL, out="in/data")
        self.assertEqual(self.changes(done), (0, 0, 0))

    def test_a_dump_is_the_same_in_every_compression(self):
        bytes_ = dump(*(page(f"2031 Copa {i}", LEAGUE.format(i), i + 1) for i in range(50)))
        cut = len(bytes_) // 3
        files = {
            "x.xml": bytes_,
            "one.xml.bz2": bz2.compress(bytes_, 1),
            "many.xml.bz2": bz2.compress(bytes_[:cut]) + bz2.compress(bytes_[cut:]),
            "x.xml.gz": gzip.compress(bytes_[:cut]) + gzip.compress(bytes_[cut:]),
        }
        if shutil.which("zstd"):
            files["x.xml.zst"] = subprocess.run(["zstd", "-c"], input=bytes_, check=True,
                                                capture_output=True).stdout
        records = []
        for name, content in files.items():
            self.build(self.file(name, content), "--fail-level", "never", out=f"out-{name}")
            self.assertEqual(len(self.articles(f"out-{name}")), 50)
            made = tree(self.folder / f"out-{name}")
            records.append({key: value.replace(name.encode(), b"FILE")
                            for key, value in made.items()})
        for it in records[1:]:
            self.assertEqual(it, records[0])

    def test_parts_of_a_dump_are_read_and_their_indexes_are_not(self):
        part = dump(page("2031 Copa Uno", LEAGUE.format(1), 1))
        other = dump(page("2031 Copa Dos", LEAGUE.format(2), 2))
        self.file("in/x-multistream1.xml-p1p1.bz2", bz2.compress(part))
        self.file("in/x-multistream2.xml-p2p9.bz2", bz2.compress(other))
        index = self.file("in/x-multistream-index1.txt-p1p1.bz2", bz2.compress(b"0:1:2031 Copa Uno\n"))
        self.file("in/x-multistream-index.txt", "0:1:2031 Copa Uno\n")
        self.build(self.folder / "in", "--fail-level", "never")
        self.assertEqual(len(self.articles()), 2)
        done = self.build(*sorted((self.folder / "in").iterdir()), "--fail-level", "never", out="named")
        self.assertEqual(len(self.articles("named")), 2)
        self.assertIn(f"{index}: the index of a dump is not needed", done.stderr.decode())

    def test_standard_input_is_known_by_its_content(self):
        self.build("-", stdin=CUP.format("a").encode(), out="text")
        self.build("-", stdin=dump(page("2031 Copa a", LEAGUE.format("a"))), out="dump")
        self.build("-", stdin=bz2.compress(dump(page("2031 Copa a", LEAGUE.format("a")))), out="bz2")
        for out in ("text", "dump", "bz2"):
            self.assertEqual(self.articles(out), ["2031-copa-a"])

    def test_pages_of_a_dump_are_selected(self):
        path = self.file("x.xml", dump(
            page("2031 Copa Uno", LEAGUE.format("Uno"), 1),
            page("2032 Copa Dos", LEAGUE.format("Dos") + "[[Category:Cups in Peru|x]]", 2),
            page("Ana", "{{Infobox football biography|name=Ana}}", 3),
            page("Botany", "Plants. {{Infobox plant}}", 4),
            page("Template:X", LEAGUE.format("X"), 5, ns=10),
            page("Old", LEAGUE.format("Old"), 6, redirect='    <redirect title="New" />\n')))
        never = ("--fail-level", "never", "--allow-shrink")
        self.build(path, *never)
        self.assertEqual(self.articles(), ["2031-copa-uno", "2032-copa-dos"])
        self.build(path, *never, "--title", "^2032 ")
        self.assertEqual(self.articles(), ["2032-copa-dos"])
        self.build(path, *never, "--category", "cups in Peru")
        self.assertEqual(self.articles(), ["2032-copa-dos"])
        self.build(path, *never, "--select", "football")
        self.assertEqual(self.articles(), ["2031-copa-uno", "2032-copa-dos", "ana"])
        self.build(path, *never, "--select", "all")
        self.assertEqual(self.articles(), ["2031-copa-uno", "2032-copa-dos", "ana", "botany"])
        self.build(path, "--title", "(", code=2, out="bad")

    def test_a_page_of_a_dump_keeps_its_revision(self):
        path = self.file("x.xml", dump(page("2031 Copa Uno", LEAGUE.format("Uno"), 7)))
        self.build(path)
        article = json.loads((self.folder / "data/articles/2031-copa-uno.json").read_text())["article"]
        self.assertEqual((article["title"], article["file"], article["page_id"],
                          article["revision_id"], article["timestamp"]),
                         ("2031 Copa Uno", str(path), 7, 1007, "2031-01-01T00:00:00Z"))

    def test_a_damaged_dump_gives_what_came_before(self):
        bytes_ = dump(*(page(f"2031 Copa {i}", LEAGUE.format(i), i + 1) for i in range(9)))
        path = self.file("x.xml", bytes_[:-300])
        self.file("in/a.txt", CUP.format("a"))
        done = self.build(path, self.folder / "in", code=2)
        self.assertIn(b"ends within a page", done.stderr)
        self.assertEqual(len(self.articles()), 9)

    def test_answers_of_the_api_are_read(self):
        query = {"query": {"pages": [{"pageid": 1, "ns": 0, "title": "2031 Copa Uno", "revisions": [
            {"revid": 2, "slots": {"main": {"content": LEAGUE.format("Uno")}}}]}]}}
        parse = {"parse": {"title": "2031 Copa Dos", "pageid": 3,
                           "wikitext": {"*": LEAGUE.format("Dos")}}}
        self.file("in/q.json", json.dumps(query))
        self.file("in/p.json", json.dumps(parse))
        self.file("in/season.json", '{"schema": "acta/season/1"}')
        self.build(self.folder / "in")
        self.assertEqual(self.articles(), ["2031-copa-dos", "2031-copa-uno"])
        done = self.build(self.folder / "in/season.json", code=2, out="other")
        self.assertIn(b"this is season JSON", done.stderr)

    def test_pages_transclude_pages_of_their_source(self):
        main = LEAGUE.format("Uno") + "== Groups ==\n{{#lst:2031 Copa Uno Group A|box}}\n"
        group = ('<section begin="box" />' + LEAGUE.format("Uno").split("== Final ==\n")[1]
                 .replace("Alfa", "Gama") + '<section end="box" />')
        path = self.file("x.xml", dump(page("2031 Copa Uno", main, 1),
                                       page("2031 Copa Uno Group A", group, 2)))
        self.build(path, "--fail-level", "never")
        season = json.loads((self.folder / "data/articles/2031-copa-uno.json").read_text())
        self.assertEqual([it["home"] for it in season["matches"]], ["Alfa", "Gama"])
        self.file("in/2031_Copa_Uno.wiki", main)
        group_file = self.file("in/2031_Copa_Uno_Group_A.wiki", group)
        self.build(self.folder / "in", "--fail-level", "never", out="files")
        record = self.folder / "files/articles/2031-copa-uno.json"
        self.assertEqual([it["home"] for it in json.loads(record.read_text())["matches"]],
                         ["Alfa", "Gama"])
        group_file.write_text(group.replace("Gama", "Delta"))
        done = self.build(self.folder / "in", "--fail-level", "never", out="files")
        self.assertEqual(self.changes(done), (0, 2, 0))
        self.assertEqual([it["home"] for it in json.loads(record.read_text())["matches"]],
                         ["Alfa", "Delta"])


class IncrementalTest(BuildTest):
    def setUp(self):
        super().setUp()
        for i in range(5):
            self.file(f"in/{i}.txt", CUP.format(i))
        self.source = self.folder / "in"
        self.build(self.source, *ALL)

    def times(self):
        return {path: path.stat().st_mtime_ns for path in (self.folder / "data").rglob("*")
                if path.is_file() and path.name != "lock"}

    def same_as_new(self):
        self.build(self.source, *ALL, out="new")
        self.assertEqual(tree(self.folder / "data"), tree(self.folder / "new"))
        shutil.rmtree(self.folder / "new")

    def test_nothing_is_written_when_nothing_changed(self):
        self.build(self.source, *ALL)
        before = self.times()
        done = self.build(self.source, *ALL)
        self.assertEqual(self.changes(done), (0, 0, 0))
        self.assertEqual(self.times(), before)

    def test_one_edit_writes_one_article_and_tells_the_difference(self):
        before = self.times()
        self.file("in/3.txt", CUP.format(3).replace("2-1", "2-2").replace("Ida 30'", "Ida 30' 40'"))
        done = self.build(self.source, *ALL)
        self.assertIn("3.txt (matches 1 changed; goals 1 added; players 1 changed; ties 1 changed)",
                      done.stderr.decode())
        articles = {path.stem for path, time in self.times().items()
                    if path.parent.name == "articles" and before[path] != time}
        self.assertEqual(articles, {"2031-copa-3"})
        self.same_as_new()

    def test_a_touched_file_is_compared_by_its_content(self):
        record = self.folder / "data/articles/2031-copa-3.json"
        before = record.stat().st_mtime_ns
        os.utime(self.source / "3.txt")
        self.assertEqual(self.changes(self.build(self.source, *ALL)), (0, 0, 0))
        self.assertEqual(record.stat().st_mtime_ns, before)

    def test_verify_sees_a_change_that_size_and_time_hide(self):
        path = self.source / "3.txt"
        os.utime(path, ns=(1, 1))
        self.build(self.source, *ALL)
        path.write_text(CUP.format(3).replace("Ida", "Ica"))
        os.utime(path, ns=(1, 1))
        self.assertEqual(self.changes(self.build(self.source, *ALL)), (0, 0, 0))
        self.assertEqual(self.changes(self.build(self.source, *ALL, "--verify")), (0, 1, 0))
        self.same_as_new()

    def test_force_reads_everything(self):
        self.assertEqual(self.changes(self.build(self.source, *ALL, "--force")), (0, 5, 0))

    def test_a_deleted_article_goes(self):
        (self.source / "3.txt").unlink()
        self.assertEqual(self.changes(self.build(self.source, *ALL)), (0, 0, 1))
        self.assertNotIn("2031-copa-3", self.articles())
        self.same_as_new()

    def test_most_articles_go_only_when_asked(self):
        for path in self.source.iterdir():
            path.unlink()
        self.file("in/readme.md", "nothing")
        before = tree(self.folder / "data")
        done = self.build(self.source, *ALL, code=1)
        self.assertIn(b"--allow-shrink", done.stderr)
        self.assertEqual(tree(self.folder / "data"), before)
        self.build(self.source, *ALL, "--allow-shrink")
        self.assertEqual(self.articles(), [])

    def test_articles_of_a_source_that_is_away_stay(self):
        shutil.move(self.source, self.folder / "away")
        self.build(self.source, *ALL, code=2)
        self.assertEqual(len(self.articles()), 5)
        shutil.move(self.folder / "away", self.source)
        self.build(self.source, *ALL)
        self.same_as_new()

    def test_a_new_title_moves_the_record(self):
        self.file("in/3.txt", CUP.format("nueve"))
        self.build(self.source, *ALL)
        self.assertIn("2031-copa-nueve", self.articles())
        self.assertNotIn("2031-copa-3", self.articles())
        self.same_as_new()

    def test_two_articles_of_one_name_are_told_apart_by_their_order(self):
        done = self.build(self.source, self.file("z.txt", CUP.format(3)), *ALL)
        self.assertIn(b"2031-copa-3-2.json", done.stderr)
        self.assertIn("2031-copa-3-2", self.articles())
        self.file("in/0.txt", CUP.format(3))
        self.build(self.source, self.folder / "z.txt", *ALL)
        self.build(self.source, self.folder / "z.txt", *ALL, out="new")
        self.assertEqual(tree(self.folder / "data"), tree(self.folder / "new"))

    def test_check_writes_nothing_and_says_what_would_change(self):
        self.build(self.source, *ALL, "--check")
        self.file("in/3.txt", CUP.format(3).replace("Ida", "Ica"))
        self.file("in/9.txt", CUP.format(9))
        (self.source / "1.txt").unlink()
        before = self.times()
        done = self.build(self.source, *ALL, "--check", code=1)
        self.assertEqual(self.changes(done), (1, 1, 1))
        for line in (b"would be changed: ", b"would be added: ", b"would be removed: "):
            self.assertIn(line, done.stderr)
        self.assertEqual(self.times(), before)
        self.build(self.source, "--check", code=1, out="not-there")
        self.assertFalse((self.folder / "not-there").exists())

    def test_another_format_writes_the_dataset_alone(self):
        self.assertEqual(self.changes(self.build(self.source, "--format", "ndjson")), (0, 0, 0))
        names = set(tree(self.folder / "data"))
        self.assertIn("matches.ndjson", names)
        self.assertNotIn("matches.csv", names)
        self.assertNotIn("acta.sqlite", names)

    def test_what_somebody_took_away_is_made_again(self):
        (self.folder / "data/articles/2031-copa-3.json").unlink()
        (self.folder / "data/acta.sqlite").write_bytes(b"")
        self.build(self.source, *ALL)
        self.same_as_new()

    def test_a_changed_dump_gives_its_changed_pages_alone(self):
        pages = [page(f"2031 Liga {i}", LEAGUE.format(i), i + 1) for i in range(9)]
        path = self.file("x.xml", dump(*pages))
        self.build(path, out="dump")
        pages[4] = pages[4].replace("Ida", "Ica")
        del pages[7]
        self.file("x.xml", dump(*pages))
        self.assertEqual(self.changes(self.build(path, out="dump")), (0, 1, 1))


class SameBytesTest(BuildTest):
    def setUp(self):
        super().setUp()
        self.dump = self.file("x.xml.bz2", bz2.compress(
            dump(*(page(f"2031 Liga {i}", LEAGUE.format(i), i + 1) for i in range(60))), 1))

    def test_the_number_of_threads_does_not_show(self):
        made = []
        for jobs in (1, 2, 8):
            self.build(CORPUS, self.dump, *ALL, "--jobs", jobs, out=f"jobs{jobs}")
            made.append(tree(self.folder / f"jobs{jobs}"))
        self.assertEqual(made[0], made[1])
        self.assertEqual(made[0], made[2])

    def test_shards_merge_to_what_one_build_makes(self):
        self.build(CORPUS, self.dump, *ALL, out="one")
        for count in (1, 3):
            shards = [self.folder / f"{count}-{i}" for i in range(1, count + 1)]
            for i, shard in enumerate(shards, start=1):
                self.build(CORPUS, self.dump, *ALL, "--shard", f"{i}/{count}", out=shard.name)
            merged = self.folder / f"merged{count}"
            done = acta("merge", *reversed(shards), "-o", merged)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(tree(merged), tree(self.folder / "one"))

    def test_whole_dumps_are_dealt_out_where_there_are_enough(self):
        for i in range(4):
            self.file(f"in/{i}.xml", dump(page(f"2031 Liga {i}", LEAGUE.format(i), i + 1)))
        for i in (1, 2):
            self.build(self.folder / "in", "--shard", f"{i}/2", out=f"part{i}")
        self.assertEqual(self.articles("part1"), ["2031-liga-0", "2031-liga-2"])
        self.assertEqual(self.articles("part2"), ["2031-liga-1", "2031-liga-3"])

    def test_only_all_shards_of_one_build_are_merged(self):
        for i in (1, 2, 3):
            self.build(CORPUS, "--shard", f"{i}/3", "--fail-level", "never", out=str(i))
        parts = [self.folder / str(i) for i in (1, 2, 3)]
        out = self.folder / "merged"
        for wrong in (parts[:2], parts + parts[:1], [self.folder / "none"]):
            self.assertEqual(acta("merge", *wrong, "-o", out).returncode, 2)
        self.build(self.folder / "x.xml.bz2", "--shard", "3/3", "--allow-shrink", out="3")
        done = acta("merge", *parts, "-o", out)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"other sources", done.stderr)
        self.assertFalse((out / "acta.sqlite").exists())

    def test_a_shard_is_a_part_of_a_number(self):
        for shard in ("0/3", "4/3", "a", "1/", "1/3x"):
            self.build(CORPUS, "--shard", shard, code=2, out="x")


class MemoryTest(BuildTest):
    def peak(self, pages):
        """Peak memory in megabytes of a build of so many pages that all wait for other pages."""
        text = LEAGUE.format("Uno") + "{{2031 Copa Uno table}}\n" + "Nothing happened. " * 4000
        path = self.file("x.xml", dump(*(page(f"2031 Copa {i}", text, i + 1)
                                         for i in range(pages))))
        process = subprocess.Popen([ACTA, "build", path, "-o", self.folder / f"data{pages}", "-j2",
                                    "--fail-level", "never"], stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            # What the process of its own has had; wait4 would count what it was forked from.
            try:
                with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
                    found = re.search(r"VmHWM:\s+(\d+)", status.read())
            except OSError:
                break
            peak = max(peak, int(found.group(1))) if found else peak
            time.sleep(0.002)
        self.assertEqual(process.wait(), 0)
        self.assertEqual(len(self.articles(f"data{pages}")), pages)
        return peak / 1000

    def test_memory_does_not_grow_with_the_dump(self):
        with open(ACTA, "rb") as program:
            if b"__asan_init" in program.read():
                self.skipTest("a sanitizer keeps what was freed")
        # Of 180 and 115 MB: some wait in memory, the others in a file.
        more = self.peak(2500)
        self.assertLess(more - self.peak(1600), 20)
        self.assertLess(more, 200)


class FormatTest(BuildTest):
    def test_every_format_holds_the_same_rows(self):
        import sqlite3
        self.build(CORPUS, *ALL)
        data = self.folder / "data"
        package = json.loads((data / "datapackage.json").read_text())
        database = sqlite3.connect(data / "acta.sqlite")
        self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        rows = 0
        for resource in package["resources"]:
            name = resource["name"]
            ndjson = [json.loads(line) for line in
                      (data / f"{name}.ndjson").read_text().split("\n")[:-1]]
            with open(data / resource["path"], newline="", encoding="utf-8") as file:
                table = list(csv.reader(file, strict=True))
            fields = [field["name"] for field in resource["schema"]["fields"]]
            self.assertEqual(table[0], fields)
            cursor = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            self.assertEqual([it[0] for it in cursor.description], fields)
            stored = cursor.fetchall()
            self.assertEqual(len(table) - 1, len(ndjson), name)
            self.assertEqual(len(stored), len(ndjson), name)
            for line, text, row in zip(ndjson, table[1:], stored):
                self.assertEqual(list(line), fields)
                self.assertEqual([int(it) if isinstance(it, bool) else it for it in line.values()],
                                 list(row))
                self.assertEqual(["" if it is None else str(it).lower() if isinstance(it, bool)
                                  else str(it) for it in line.values()], text)
            rows += len(ndjson)
        self.assertGreater(rows, 1000)

    def test_the_data_package_says_what_is_in_the_files(self):
        """A reader of its own, to the specification of Frictionless tabular data packages."""
        self.build(CORPUS, *ALL)
        data = self.folder / "data"
        package = json.loads((data / "datapackage.json").read_text())
        self.assertRegex(package["name"], "^[-a-z0-9._/]+$")
        tables = {}
        for resource in package["resources"]:
            schema = resource["schema"]
            with open(data / resource["path"], newline="", encoding=resource["encoding"]) as file:
                rows = list(csv.DictReader(file, strict=True))
            tables[resource["name"]] = rows
            for field in schema["fields"]:
                pattern = field.get("constraints", {}).get("pattern")
                for row in rows:
                    value = row[field["name"]]
                    if value in schema["missingValues"]:
                        self.assertFalse(field.get("constraints", {}).get("required"), field)
                        continue
                    if field["type"] == "integer":
                        int(value)
                    elif field["type"] == "boolean":
                        self.assertIn(value, ("true", "false"))
                    if pattern:
                        self.assertRegex(value, pattern)
            keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
            self.assertEqual(len(keys), len(set(keys)), resource["name"])
        for resource in package["resources"]:
            for foreign in resource["schema"]["foreignKeys"]:
                there = {tuple(row[name] for name in foreign["reference"]["fields"])
                         for row in tables[foreign["reference"]["resource"]]}
                for row in tables[resource["name"]]:
                    key = tuple(row[name] for name in foreign["fields"])
                    self.assertTrue("" in key or key in there, (resource["name"], key))


if __name__ == "__main__":
    unittest.main()
