"""Compares the records of given pages of HTML with results that other hands have collected.

    compare_html.py ACTA DATA [REVIEWED]

As compare.py, for DATA/html. A page tells a part of a tournament: what counts of a list are the
matches whose sides face each other in a box of a page of that year, as patterns that share nothing
with acta find them; and each page must give as many matches as it has boxes. Fails where less than
99 % of the matches or 98 % of the goals agree or are explained. Skipped (77) where DATA is absent.
"""

import collections
import glob
import html
import os
import re
import sys

import compare
import lists

MATCHES, GOALS = 0.99, 0.98


def boxes(path):
    """The sides of each match box of a page."""
    with open(path, encoding="utf-8") as file:
        text = file.read()

    def side(box, name):
        cell = re.search(rf'<th class="{name}".*?</th>', box, re.DOTALL).group()
        return html.unescape(re.sub(r"<[^>]*>", "", cell)).strip()

    return [(side(box, "fhome"), side(box, "faway"))
            for box in re.split(r'<div [^>]*class="footballbox"', text)[1:]]


def main():
    acta, data = sys.argv[1], sys.argv[2]
    pages = sorted(glob.glob(os.path.join(data, "html", "*", "*.html")))
    if not pages:
        print(f"skipped: no pages in {data}/html")
        return 77
    comparison = compare.Comparison(
        acta, compare.reviewed_lines(sys.argv[3]) if len(sys.argv) > 3 else {})
    of_year = collections.defaultdict(list)
    faced = collections.defaultdict(set)
    sound = True
    for path in pages:
        year = os.path.basename(path)[:4]
        kind = "world" if "world" in os.path.basename(path) else "other"
        of_year[year, kind].append(path)
        sides = boxes(path)
        faced[year, kind].update(
            frozenset((lists.successor(home), lists.successor(away))) for home, away in sides)
        given = len(comparison.seasons([path])[0]["matches"])
        if given != len(sides):
            print(f"{os.path.basename(path)}: {given} matches of {len(sides)} boxes")
            sound = False
    truth = os.path.join(data, "truth")

    def told(match, key):
        return frozenset((lists.successor(match.home), lists.successor(match.away))) in faced[key]

    for (year, kind), paths in sorted(of_year.items()):
        key = year, kind
        file = os.path.join(truth, f"worldcup-{year}.json")
        if kind == "world" and os.path.exists(file):
            comparison.matches(f"worldcup-{year}.json",
                               [match for match in lists.world_cup(file) if told(match, key)], paths,
                               lists.successor)
        prefix = "" if kind == "world" else "html-"
        comparison.matches(f"martj42 {year} {kind}",
                           [match for match in lists.tables(truth, prefix)
                            if match.date.startswith(year) and told(match, key)],
                           paths, lists.successor, "martj42 ")
    compare.MATCHES, compare.GOALS = MATCHES, GOALS
    return max(comparison.verdict(rows=False), 0 if sound else 1)


sys.exit(main())
