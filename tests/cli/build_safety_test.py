"""acta build when things go wrong: kills, signals, full disks, two builds at once, bad articles.

    KILLS=100 python3 tests/cli/build_safety_test.py KillTest    more kills than the suite has time for
"""

import json
import os
import random
import resource
import signal
import subprocess
import time
import unittest

from build_test import ALL, CUP, LEAGUE, BuildTest, dump, page, tree
from command import ACTA, CORPUS, last_line

KILLS = int(os.environ.get("KILLS", "10"))


class KillTest(BuildTest):
    def setUp(self):
        super().setUp()
        for i in range(300):
            self.file(f"in/{i}.txt", CUP.format(i))
        self.file("in/x.xml", dump(*(page(f"2031 Liga {i}", LEAGUE.format(i), i + 1)
                                     for i in range(300))))
        self.sources = [self.folder / "in", CORPUS]

    def start(self, out):
        return subprocess.Popen([ACTA, "build", *self.sources, *ALL, "-o", self.folder / out],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def whole(self, out):
        """No reader sees a half file: every record is JSON, and so is each line of NDJSON."""
        folder = self.folder / out
        for path in (folder / "articles").glob("*.json"):
            json.loads(path.read_bytes())
        for path in folder.glob("*.ndjson"):
            for line in path.read_bytes().splitlines():
                json.loads(line)

    def edit(self, seed):
        """Other content at the same places, also fewer articles and other titles."""
        chance = random.Random(seed)
        for i in chance.sample(range(300), 40):
            self.file(f"in/{i}.txt", CUP.format(i).replace("Ida", f"Ida {seed}"))
        for i in chance.sample(range(300), 5):
            self.file(f"in/{i}.txt", CUP.format(f"x{chance.randrange(9)}"))
        (self.folder / f"in/{chance.randrange(300)}.txt").unlink(missing_ok=True)

    def test_a_killed_build_goes_on_to_the_same_end(self):
        start = time.monotonic()
        self.assertIn(self.start("time").wait(), (0, 1))
        takes = time.monotonic() - start
        chance = random.Random(31)
        for kill in range(KILLS):
            self.edit(kill)
            process = self.start("data")
            time.sleep(chance.random() * takes * (1.1 if kill % 2 == 0 else 0.3))
            process.send_signal(signal.SIGKILL)
            process.wait()
            if (self.folder / "data/articles").exists():
                self.whole("data")
            if kill % 5 == 4:
                self.finish_and_compare(f"new{kill}")
        self.finish_and_compare("new")

    def finish_and_compare(self, out):
        self.build(*self.sources, *ALL)
        self.build(*self.sources, *ALL, out=out)
        made, expected = tree(self.folder / "data"), tree(self.folder / out)
        self.assertEqual(sorted(made), sorted(expected))
        for name, content in expected.items():
            self.assertEqual(made[name], content, name)
        self.assertEqual(list((self.folder / "data/.acta/work").iterdir()), [])

    def test_an_interrupt_ends_the_build_and_keeps_what_was_done(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            out = f"data{int(number)}"
            process = self.start(out)
            # Before it holds the folder, a build is just a program that ends.
            begun = time.monotonic()
            while not (self.folder / out / ".acta").exists() and time.monotonic() - begun < 60:
                time.sleep(0.005)
            process.send_signal(number)
            code = process.wait(timeout=60)
            self.whole(out)
            self.assertIn(code, (0, 1, 2))
            self.build(*self.sources, *ALL, out=out)
            self.build(*self.sources, *ALL, out=f"new{out}")
            self.assertEqual(tree(self.folder / out), tree(self.folder / f"new{out}"))


class FaultTest(BuildTest):
    def setUp(self):
        super().setUp()
        for i in range(40):
            self.file(f"in/{i}.txt", CUP.format(i))
        self.source = self.folder / "in"

    def limited(self, *arguments, size):
        """The build where no file may grow beyond `size`, as on a disk that is full."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return subprocess.run([ACTA, "build", *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, timeout=60, preexec_fn=limit)

    def test_a_full_disk_is_one_message_and_loses_nothing(self):
        self.build(self.source, *ALL)
        before = tree(self.folder / "data")
        for i in range(40):
            self.file(f"in/{i}.txt", CUP.format(i).replace("Ida", "Ica"))
        for size in (0, 1000, 20_000, 60_000, 200_000):
            done = self.limited(self.source, *ALL, "-o", self.folder / "data", size=size)
            self.assertEqual(done.returncode, 2, (size, done.stderr))
            lines = [line for line in done.stderr.decode().splitlines() if line.startswith("acta:")]
            self.assertEqual(len(lines), 1, lines)
            self.assertIn("cannot be written", lines[0])
            for name, content in tree(self.folder / "data").items():
                if not name.startswith("articles/"):
                    self.assertEqual(content, before[name], name)
            for path in (self.folder / "data/articles").iterdir():
                json.loads(path.read_bytes())
        self.build(self.source, *ALL)
        self.build(self.source, *ALL, out="new")
        self.assertEqual(tree(self.folder / "data"), tree(self.folder / "new"))

    def test_a_folder_that_cannot_be_written_is_one_message(self):
        self.file("data", "a file")
        done = self.build(self.source, code=2)
        self.assertIn(b"data", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertEqual((self.folder / "data").read_text(), "a file")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_folder_without_permission_is_one_message(self):
        self.build(self.source)
        before = tree(self.folder / "data")
        (self.folder / "data/articles").chmod(0o500)
        self.file("in/1.txt", CUP.format("otra"))
        done = self.build(self.source, code=2)
        (self.folder / "data/articles").chmod(0o700)
        self.assertIn(b"Permission denied", done.stderr)
        self.assertEqual(tree(self.folder / "data"), before)

    def test_two_builds_do_not_work_in_one_folder(self):
        import fcntl
        self.build(self.source)
        with open(self.folder / "data/.acta/lock", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = self.build(self.source, code=2)
            self.assertIn(b"another build is at work", done.stderr)
        self.build(self.source)

    def test_an_article_that_cannot_be_read_does_not_end_the_batch(self):
        (self.source / "gone.txt").symlink_to(self.folder / "nowhere")
        self.file("in/bytes.txt", bytes(range(256)) * 50)
        self.file("in/empty.wiki", b"")
        done = self.build(self.source, code=2)
        self.assertIn(b"gone.txt", done.stderr)
        self.assertIn(b"bytes.txt: this is a binary file", done.stderr)
        self.assertIn(b"2 sources or articles failed", done.stderr)
        self.assertEqual(len(list((self.folder / "data/articles").iterdir())), 41)

    def test_a_manifest_that_is_damaged_is_one_message(self):
        self.build(self.source)
        manifest = self.folder / "data/.acta/manifest"
        manifest.write_text("something else\n")
        done = self.build(self.source, code=2)
        self.assertIn(b"manifest", done.stderr)
        manifest.unlink()
        self.build(self.source)

    def test_titles_do_not_leave_the_folder(self):
        titles = ["../../escape", "/etc/passwd", "a\x00b", "CON", "..", "x" * 400, "Ñandú", "ñandu",
                  "NANDU", "?*|<>"]
        path = self.file("x.xml", dump(*(page(title.replace("\x00", "&#0;"), LEAGUE.format("C"), i + 1)
                                         for i, title in enumerate(titles))))
        before = {it for it in self.folder.rglob("*") if "data" not in it.parts}
        self.build(path, "--fail-level", "never")
        after = {it for it in self.folder.rglob("*") if self.folder / "data" not in it.parents}
        self.assertEqual({it for it in after if it.name != "data"}, before)
        names = [it.name for it in (self.folder / "data/articles").iterdir()]
        self.assertEqual(len(names), len(titles))
        self.assertEqual(len({name.lower() for name in names}), len(titles))
        self.assertIn("nandu-3.json", names)


class ProgressTest(BuildTest):
    def test_progress_is_shown_as_asked(self):
        source = self.file("in/a.txt", CUP.format("a")).parent
        for when in ("auto", "always", "never"):
            done = self.build(source, "--progress", when, out=when)
            self.assertRegex(last_line(done), r"^1 article, 1 match, 3 goals, 2 teams, .*: "
                                              r"0 errors, \d+ warnings?, \d+ notes?; "
                                              r"1 added, 0 changed, 0 removed; [0-9.]+ s")
            shown = [line for line in done.stderr.decode().splitlines() if "articles, " in line]
            self.assertEqual(len(shown), 1 if when == "always" else 0, shown)

    def test_watch_builds_again_when_a_file_changes(self):
        source = self.file("in/a.txt", CUP.format("a")).parent
        process = subprocess.Popen([ACTA, "build", source, "-o", self.folder / "data", "--watch"],
                                   stderr=subprocess.PIPE)
        try:
            self.wait_for(lambda: (self.folder / "data/.acta/manifest").exists())
            self.file("in/b.txt", CUP.format("b"))
            self.wait_for(lambda: (self.folder / "data/articles/2031-copa-b.json").exists())
        finally:
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, errors)
        self.assertIn(b"watching", errors)
        self.assertIn(b"added: ", errors)

    def wait_for(self, there):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if there():
                return
            time.sleep(0.05)
        self.fail("nothing happened for a minute")


# What is imported for its tools is tested where it stands.
del BuildTest

if __name__ == "__main__":
    unittest.main()
