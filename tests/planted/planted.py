"""Plants one fault at a time in sound articles and says which are found, at the right line.

    python3 tests/planted/planted.py [--each N] [--least PERCENT] [--show] [ARTICLE...]

Without articles the sound ones of the corpus are taken.  A fault is found when a finding that the
sound article does not have stands on the line of the fault or of what it contradicts.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from faults import COLUMNS, KINDS, Article

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTA = os.environ.get("ACTA", str(ROOT / "build/release/acta"))
SCRATCH = pathlib.Path(os.environ.get("ACTA_SCRATCH", ROOT / "build/scratch"))
UNSOUND = {"damaged-article", "prose-only", "rowspan-lost"}
SEED = 20240529


def extract(folder):
    """The records of a folder's articles by their file."""
    done = subprocess.run([ACTA, "extract", str(folder), "--format", "ndjson", "--fail-level",
                           "never"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    seasons = map(json.loads, done.stdout.splitlines())
    return {season["article"]["file"]: season for season in seasons}


def sound_articles(paths):
    """The articles with their own records, each in a folder of its own as a fault will be."""
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        for number, path in enumerate(paths):
            target = pathlib.Path(folder, str(number), path.name)
            target.parent.mkdir()
            shutil.copy(path, target)
        seasons = extract(folder)
    for number, path in enumerate(paths):
        yield Article(path, path.read_text(encoding="utf-8"), seasons[f"{number}/{path.name}"])


def findings(season):
    return collections.Counter((it["code"], it["line"], it.get("other_line"), it["message"])
                               for it in season["diagnostics"])


def facts(season):
    return {key: value for key, value in season.items() if key not in ("article", "diagnostics")}


def column_of(before, after):
    """The column of the standings in which two records differ."""
    for old, new in zip(before["standings"], after["standings"]):
        for old_row, new_row in zip(old["rows"], new["rows"]):
            for column in COLUMNS:
                if old_row[column] != new_row[column]:
                    return column
    return None


def judge(article, fault, season):
    """The kind that was planted, or none, and the finding that tells it, or none."""
    new = findings(season) - findings(article.season)
    kind = fault.kind
    if kind == "standings":
        column = column_of(article.season, season)
        kind = column and f"standings: {column}"
    # What changed nothing was no fault: a word in a reference, a label over its link.
    elif not new and facts(season) == facts(article.season):
        kind = None
    for code, line, other_line, message in new:
        if line in fault.places or other_line in fault.places:
            return kind, f"{code}: {message}"
    return kind, None


def plant(articles, each, scratch):
    """Judges up to `each` faults of a kind and article."""
    chosen = []
    pick = random.Random(SEED)
    for article in articles:
        for make in KINDS:
            faults = list(make(article))
            if each and len(faults) > each:
                faults = pick.sample(faults, each)
            chosen += [(article, fault) for fault in faults]
    for number, (article, fault) in enumerate(chosen):
        target = pathlib.Path(scratch, str(number), article.path.name)
        target.parent.mkdir()
        lines = list(article.lines)
        lines[fault.line - 1] = fault.after
        target.write_text("\n".join(lines), encoding="utf-8")
    seasons = extract(scratch)
    for number, (article, fault) in enumerate(chosen):
        kind, finding = judge(article, fault, seasons[f"{number}/{article.path.name}"])
        if kind:
            yield kind, article, fault, finding


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("articles", nargs="*", type=pathlib.Path)
    parser.add_argument("--each", type=int, default=0, help="faults of a kind and article, 0: all")
    parser.add_argument("--least", type=float, default=95, help="percent that must be found")
    parser.add_argument("--show", action="store_true", help="list the faults that are not found")
    options = parser.parse_args()

    paths = options.articles or sorted(path for path in (ROOT / "corpus").glob("*/article.*")
                                       if path.parent.name not in UNSOUND)
    SCRATCH.mkdir(parents=True, exist_ok=True)
    articles = list(sound_articles(paths))
    unsound = 0
    for article in articles:
        for it in article.season["diagnostics"]:
            if it["severity"] == "error":
                unsound += 1
                print(f"{article.path}:{it['line']}: unbroken, and yet {it['code']}")

    planted = collections.Counter()
    found = collections.Counter()
    with tempfile.TemporaryDirectory(dir=SCRATCH) as scratch:
        for kind, article, fault, finding in plant(articles, options.each, scratch):
            planted[kind] += 1
            found[kind] += finding is not None
            if options.show and finding is None:
                print(f"{os.path.relpath(article.path, ROOT)}:{fault.line}: {kind}: "
                      f"{article.line(fault.line).strip()[:60]} => {fault.after.strip()[:60]}")
    missed = []
    for kind in sorted(planted):
        percent = 100 * found[kind] / planted[kind]
        print(f"{kind:28}{found[kind]:6} of{planted[kind]:6} found, {percent:5.1f} %")
        if percent < options.least:
            missed.append(kind)
    total = sum(planted.values())
    print(f"{'all':28}{sum(found.values()):6} of{total:6} found, "
          f"{100 * sum(found.values()) / max(total, 1):5.1f} %; "
          f"{len(articles)} articles, {unsound} errors in them unbroken")
    if missed:
        print(f"below {options.least} %: {', '.join(missed)}")
    return 1 if missed or unsound or not total else 0


if __name__ == "__main__":
    sys.exit(main())
