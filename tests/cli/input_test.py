"""Whatever people have: what a file is is looked at first, and nothing of theirs is written over."""

import bz2
import gzip
import io
import json
import os
import shutil
import tarfile
import unittest

from build_test import CUP as TEXT
from build_test import LEAGUE, dump, page
from command import CommandTest, acta, last_line

CUP = TEXT.format("Uno")
WIKI = LEAGUE.format("Uno")
QUERY = {"query": {"pages": [{"pageid": 1, "ns": 0, "title": "2031 Copa Uno", "revisions": [
    {"revid": 2, "slots": {"main": {"content": WIKI}}}]}]}}
ENTERPRISE = {"name": "2031 Copa Uno", "identifier": 1, "version": {"identifier": 2},
              "date_modified": "2031-01-01T00:00:00Z", "url": "x",
              "article_body": {"html": "<p>x</p>", "wikitext": WIKI}}


def zstd(content):
    import subprocess
    return subprocess.run(["zstd", "-q", "-c"], input=content, stdout=subprocess.PIPE,
                          check=True).stdout


def tar(**members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name.replace("_", "."))
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


# Forty files that are no article, by the name that somebody may give them.
FOREIGN = {
    "a.pdf": b"%PDF-1.7\n%\xe2\xe3\n", "b.ps": b"%!PS-Adobe\n", "c.rtf": b"{\\rtf1 x}",
    "d.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "e.docx": b"PK\3\4\0\0 word/a.xml",
    "f.xlsx": b"PK\3\4\0\0 xl/a.xml", "g.odt": b"PK\3\4 application/vnd.oasis.opendocument.text",
    "h.ods": b"PK\3\4 application/vnd.oasis.opendocument.spreadsheet", "i.zip": b"PK\3\4 a.txt",
    "j.epub": b"PK\3\4 mimetypeapplication/epub+zip", "k.7z": b"7z\xbc\xaf\x27\x1c\0",
    "l.rar": b"Rar!\x1a\x07\0", "m.xz": b"\xfd7zXZ\0\0", "n.lz4": b"\x04\x22\x4d\x18xx",
    "o.a": b"!<arch>\nx", "p.png": b"\x89PNG\r\n\x1a\n\0", "q.jpg": b"\xff\xd8\xff\xe0\0",
    "r.gif": b"GIF89a\1\0", "s.webp": b"RIFF\0\0\0\0WEBPVP8 ", "t.bmp": b"BM\0\0\0\0",
    "u.ico": b"\0\0\1\0\1\0", "v.svg": b"<svg xmlns='x'><g/></svg>", "w.tif": b"II*\0\0\0",
    "x.mp4": b"\0\0\0\x18ftypmp42\0", "y.mp3": b"ID3\3\0\0\0", "z.ogg": b"OggS\0\0",
    "A.elf": b"\x7fELF\2\1\0", "B.exe": b"MZ\x90\0", "C.class": b"\xca\xfe\xba\xbe\0",
    "D.sqlite": b"SQLite format 3\0", "E.parquet": b"PAR1\x15\4", "F.woff2": b"wOF2\0\1",
    "G.csv": b"date,home,away,score\n2031-05-01,Aldea,Bruma,1-0\n",
    "H.tsv": b"date\thome\taway\n1\tAldea\tBruma\n", "I.csv": b"date;home;away\n1;Aldea;Bruma\n",
    "J.bin": bytes(range(256)) * 4, "K.utf16": CUP.encode("utf-16"),
    "M.rss": b"<?xml version='1.0'?><rss><channel/></rss>",
    "N.mht": b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
    "O.lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
    "P.py": b"#!/usr/bin/env python3\nprint('Aldea')\n",
    "Q.notes": b"Buy bread, call the plumber and write to the club.\n",
}


class KindTest(CommandTest):
    def seasons(self, path, code=0):
        done = acta("extract", path, "--fail-level", "never")
        self.assertEqual(done.returncode, code, done.stderr)
        found = json.loads(done.stdout)
        return found if isinstance(found, list) else [found]

    def test_files_of_other_kinds_are_named_by_every_command(self):
        for number, (name, content) in enumerate(FOREIGN.items()):
            for path in (self.file(name, content), self.file(f"{number}.txt", content)):
                for command in ("extract", "check", "explain"):
                    done = acta(command, path)
                    self.assertEqual(done.returncode, 2, (command, name, done.stderr))
                    self.assertNotIn(b'"matches":[{', done.stdout, name)
                done = acta("build", path, "-o", self.folder / f"out{number}")
                self.assertEqual(done.returncode, 2, (name, done.stderr))
                if name != "Q.notes":
                    lines = acta("extract", path).stderr.decode().splitlines()
                    self.assertEqual(len(lines), 2, lines)
                    self.assertRegex(lines[0], r": this is .+(: |not read yet)", name)
                    self.assertEqual(acta("parse", path).returncode, 2, name)

    def test_one_season_comes_out_of_all_that_holds_it(self):
        rest = {"id": 1, "key": "x", "title": "2031 Copa Uno", "source": WIKI}
        parse = {"parse": {"title": "2031 Copa Uno", "pageid": 1, "wikitext": WIKI}}
        export = dump(page("2031 Copa Uno", WIKI, 1))
        export = export if isinstance(export, bytes) else export.encode()
        line = json.dumps(ENTERPRISE).encode() + b"\n"
        plain = self.seasons(self.file("2031_Copa_Uno.wiki", WIKI))[0]
        files = {
            "in.txt": WIKI.encode(), "q.json": json.dumps(QUERY).encode(),
            "p.txt": json.dumps(parse).encode(), "r.json": json.dumps(rest, indent=1).encode(),
            "x.xml": export, "y.txt": export, "z.xml.bz2": bz2.compress(export),
            "2031_Copa_Uno.wiki.gz": gzip.compress(WIKI.encode()), "e.ndjson": line,
            "bom.json": b"\xef\xbb\xbf" + line, "s.wiki.zst": zstd(WIKI.encode()),
            "e.tar.gz": gzip.compress(tar(enwiki_ndjson=line)),
            "f.tar": tar(a_wiki=WIKI.encode(), readme_md=b"x"),
            "twice.gz": gzip.compress(bz2.compress(export)),
        }
        for name, content in files.items():
            path = self.file(name, content)
            season = self.seasons(path)[0]
            self.assertEqual(season["matches"], plain["matches"], name)
            self.assertEqual(season["article"]["form"], "wikitext", name)
            self.assertTrue(season["article"]["file"].startswith(str(path)), name)
            done = acta("build", path, "-o", self.folder / f"out-{name}", "--fail-level", "never")
            self.assertEqual(done.returncode, 0, (name, done.stderr))
            built, = (self.folder / f"out-{name}/articles").iterdir()
            self.assertEqual(json.loads(built.read_bytes()), season, name)
            self.assertEqual(acta("explain", path).returncode, 0, name)

    def test_a_file_of_several_pages_gives_several_seasons(self):
        pages = [page(f"2031 Copa {it}", LEAGUE.format(it), i + 1)
                 for i, it in enumerate(("Uno", "Dos"))]
        path = self.file("x.xml", dump(*pages))
        self.assertEqual([it["article"]["title"] for it in self.seasons(path)],
                         ["2031 Copa Uno", "2031 Copa Dos"])
        done = acta("explain", path)
        self.assertEqual(done.returncode, 2)
        self.assertIn("holds 2 articles", done.stderr.decode())
        done = acta("explain", f"{path}#2031 Copa Dos")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Dos", done.stdout.decode())

    def test_exports_of_pages_that_are_none(self):
        module = page("Module:2031", "return {}", 1).replace("<revision>", "<revision><model>Scribunto</model>")
        path = self.file("m.xml", dump(module))
        done = acta("extract", path)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        empty = self.file("e.xml", dump())
        for command in (("extract",), ("check",), ("build", "-o", self.folder / "out")):
            done = acta(*command, empty)
            self.assertEqual(done.returncode, 2, command)
            self.assertIn("holds no page", done.stderr.decode())

    def test_season_json_is_judged_and_not_read_as_an_article(self):
        season = acta("extract", self.file("cup.txt", CUP)).stdout
        for name in ("s.json", "s.txt"):
            path = self.file(name, season)
            done = acta("extract", path)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn("this is season JSON", done.stderr.decode())
            done = acta("check", path)
            self.assertRegex(last_line(done), r"^1 article, 1 match, ")

    def test_a_link_to_a_folder_is_read_when_it_is_named(self):
        self.file("real/cup.txt", CUP)
        self.file("in/other.txt", CUP)
        (self.folder / "in/link").symlink_to(self.folder / "real")
        (self.folder / "real/back").symlink_to(self.folder / "in")
        done = acta("extract", self.folder / "in")
        self.assertEqual(len(json.loads(done.stdout)), 1)
        self.assertIn("in/link: a link to a folder", done.stderr.decode())
        self.assertEqual(len(json.loads(acta("extract", self.folder / "in/link").stdout)), 1)


class LineTest(CommandTest):
    def test_no_control_character_of_a_file_or_its_name_reaches_a_terminal(self):
        article = "= 2031 Copa =\n\nAldea \x1b[31m 1-0 Bru\x07ma\n  Ald\x1b]0;x\x07: Ana 9'\n\nx\u009b31m 9-9-9\n"
        path = self.file("bad\nname\x1b[2J.txt", article)
        for command in (("extract",), ("check",), ("check", "--format", "github"),
                        ("check", "--format", "junit"), ("check", "--color", "always"), ("explain",),
                        ("build", "-o", self.folder / "out")):
            done = acta(*command, path)
            shown = done.stderr + (b"" if command[0] == "extract" else done.stdout)
            if "always" in command:
                for own in (b"\x1b[1m", b"\x1b[0m", b"\x1b[1;31m", b"\x1b[1;33m", b"\x1b[1;36m"):
                    shown = shown.replace(own, b"")
            for raw in (b"\x1b", b"\x07", b"\xc2\x9b"):
                self.assertNotIn(raw, shown, command)
            self.assertFalse([it for it in done.stderr.splitlines() if it.startswith(b"name")])


class OutputTest(CommandTest):
    def refused(self, *arguments, keep):
        before = {it: it.read_bytes() for it in keep}
        done = acta(*arguments, cwd=self.folder)
        self.assertEqual(done.returncode, 2, (arguments, done.stderr))
        for path, content in before.items():
            self.assertEqual(path.read_bytes(), content, arguments)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        return done

    def test_an_output_that_is_somebodys_file_is_refused(self):
        a, b = self.file("a.txt", CUP), self.file("b.wiki", WIKI)
        names = self.file("names.csv", "name,canonical,competition,from,to\nAldea,Aldea FC,,,\n")
        notes = self.file("notes.md", "# mine\n")
        table = self.file("mine.json", '{"name": "Cup"}')
        link = self.folder / "link.txt"
        link.symlink_to(a)
        hard = self.folder / "hard.txt"
        os.link(a, hard)
        keep = [a, b, names, notes, table]
        for output in ("a.txt", "./a.txt", a, "link.txt", "hard.txt", "b.wiki", "names.csv",
                       "notes.md", "mine.json"):
            self.refused("extract", "a.txt", "-o", output, keep=keep)
            self.refused("check", "a.txt", "-o", output, keep=keep)
        self.refused("check", "a.txt", "--aliases", "names.csv", "--suggest-aliases", "names.csv",
                     keep=keep)
        for output in ("a.txt", "names.csv", "notes.md"):
            self.refused("check", "a.txt", "--suggest-aliases", output, keep=keep)
        for output in ("a.txt", "notes.md", "mine.json", "names.csv"):
            self.refused("check", "a.txt", "--baseline", output, "--write-baseline", keep=keep)

    def test_an_output_of_an_earlier_run_is_replaced(self):
        path = self.file("a.txt", CUP)
        for form in ("json", "ndjson"):
            for _ in range(2):
                done = acta("extract", path, "--format", form, "-o", self.folder / "out")
                self.assertEqual(done.returncode, 0, done.stderr)
        for form in ("text", "json", "jsonl", "github", "sarif", "junit", "text"):
            done = acta("check", path, "--format", form, "-o", self.folder / "findings",
                        "--fail-level", "never")
            self.assertEqual(done.returncode, 0, (form, done.stderr))
        for _ in range(2):
            done = acta("check", path, "--baseline", self.folder / "known.json", "--write-baseline")
            self.assertNotEqual(done.returncode, 2, done.stderr)

    def test_a_build_does_not_write_over_what_no_build_made(self):
        a = self.file("in/a.txt", CUP)
        mine = self.file("data/matches.csv", "date,home,away\n")
        self.refused("build", "in", "-o", "data", "--format", "csv", keep=[mine])
        self.refused("build", "in", "-o", "data", "--format", "csv", "--check", keep=[mine])
        for name in ("goals.ndjson", "datapackage.json", "acta.sqlite", "articles/2031-copa-uno.json"):
            other = self.file(f"other/{name}", "mine")
            self.refused("build", "in", "-o", "other", "--format", "csv,ndjson,sqlite", keep=[other])
            other.unlink()
        real = self.file("real.csv", "mine")
        (self.folder / "linked").mkdir()
        (self.folder / "linked/teams.csv").symlink_to(real)
        self.refused("build", "in", "-o", "linked", "--format", "csv", keep=[real])
        self.refused("build", "in", "-o", "in", keep=[a])
        self.refused("build", "in/a.txt", "-o", "in", keep=[a])
        self.refused("build", "in", "-o", "/", keep=[a])
        articles = self.file("root/articles/b.txt", CUP)
        self.refused("build", "root/articles", "-o", "root", keep=[articles])
        self.refused("build", "root/articles", "-o", "root/articles", keep=[articles])
        (self.folder / "same").symlink_to(self.folder / "in")
        self.refused("build", "in", "-o", "same", keep=[a])
        self.assertEqual(sorted(it.name for it in (self.folder / "in").iterdir()), ["a.txt"])

    def test_a_build_keeps_its_formats_and_names_what_it_removes(self):
        self.file("in/a.txt", CUP)
        build = ("build", self.folder / "in", "-o", self.folder / "data", "--fail-level", "never")
        acta(*build, "--format", "csv,ndjson")
        self.file("in/b.txt", TEXT.format("Dos"))
        done = acta(*build)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"2031-copa-dos", (self.folder / "data/matches.csv").read_bytes())
        done = acta(*build, "--format", "csv")
        self.assertIn("matches.ndjson: removed", done.stderr.decode())
        self.assertFalse((self.folder / "data/matches.ndjson").exists())
        # A dataset that was checked out without the memory of its build is acta's all the same.
        shutil.rmtree(self.folder / "data/.acta")
        done = acta(*build, "--format", "csv,sqlite")
        self.assertEqual(done.returncode, 0, done.stderr)
        shutil.rmtree(self.folder / "data/.acta")
        self.assertEqual(acta(*build, "--format", "csv,sqlite").returncode, 0)

    def test_cells_that_are_formulas_to_a_spreadsheet_can_be_guarded(self):
        self.file("in/a.txt", CUP.replace("Ana", "@Ana"))
        data = self.folder / "data"
        build = ("build", self.folder / "in", "-o", data, "--fail-level", "never")
        acta(*build, "--format", "csv")
        self.assertIn(b",@Ana", (data / "goals.csv").read_bytes())
        acta(*build, "--format", "csv", "--guard-csv")
        self.assertIn(b",'@Ana", (data / "goals.csv").read_bytes())
        acta(*build)
        self.assertIn(b",'@Ana", (data / "goals.csv").read_bytes())
        self.assertIn(b"spreadsheet", (data / "datapackage.json").read_bytes())


if __name__ == "__main__":
    unittest.main()
