"""The season JSON of an article gives, by check, the findings of the article.

findings.py ACTA DATA: over the corpus and every page of DATA/wikitext (with the other pages of its
folder) and DATA/seeds.  Compared are the codes of the rules that judge records: what is found while
an article is read is not in its records any more.  Of DATA what is absent is skipped.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# One capacity of a stadium is in its record: that the article has two is told while it is read.
READ = {"capacity_inconsistent"}


def rules():
    """The codes that src/check reports of one article."""
    table = (ROOT / "src/check/rules.cpp").read_text()
    return {line.strip()[len("RULE("):-2] for line in table.splitlines()
            if line.strip().startswith("RULE(")} - READ


def run(*arguments):
    return json.loads(subprocess.run(arguments, capture_output=True, check=False).stdout)


def main():
    acta, data = sys.argv[1], pathlib.Path(sys.argv[2])
    jobs = [(path, None) for path in sorted((ROOT / "corpus").glob("*/article.*"))]
    jobs += [(path, None) for path in sorted(data.glob("seeds/*.txt"))]
    jobs += [(path, path.parent) for path in sorted(data.glob("wikitext/*/*"))]
    codes = rules()

    def kinds(findings):
        return collections.Counter(
            tuple(str(it.get(key)) for key in ("code", "severity", "record", "section", "team", "player",
                                               "expected", "found"))
            for it in findings if it["code"] in codes)

    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        for path, pages in jobs:
            record = pathlib.Path(scratch) / "season.json"
            more = ["--pages", str(pages)] if pages else []
            season = run(acta, "extract", str(path), "--fail-level", "never", *more)
            record.write_text(json.dumps(season))
            again = run(acta, "check", str(record), "--no-config", "--format", "json")["findings"]
            before = kinds(season["diagnostics"])
            after = kinds(again)
            other = [it for it in again if it["code"] == "record_inconsistent"]
            if before == after and not other:
                continue
            wrong += 1
            print(f"{path}: the article alone {before - after}, its JSON alone {after - before}, {other[:3]}")
    print(f"{len(jobs)} articles, {wrong} whose JSON says something else")
    sys.exit(1 if wrong else 0)


main()
