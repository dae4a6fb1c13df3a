"""Compares the records of given pages with results that other hands have collected.

    compare.py ACTA DATA [REVIEWED]

ACTA is the command, DATA a folder with wikitext/ and truth/. Prints the agreement with every list
and each disagreement. REVIEWED lists the disagreements that were looked at: a line each, as printed
up to "not among", and behind "  #" who is right. Fails on a disagreement that is not listed, on a
line of the list that is no disagreement any more, and where less than 99.5 % of the matches or 99 %
of the goals agree or are explained by the list. Skipped (77) where DATA is absent.
"""

import collections
import glob
import json
import os
import re
import subprocess
import sys

import lists

MATCHES, GOALS, ROWS = 0.995, 0.99, 1.0


class Comparison:
    """What was compared in all, and what differs."""

    def __init__(self, acta, reviewed):
        self.acta = acta
        self.reviewed = reviewed
        self.stale = set(reviewed)
        self.unknown = []
        self.seen = collections.Counter()
        self.agreed = collections.Counter()
        self.explained = collections.Counter()
        self.reasons = collections.Counter()

    def seasons(self, pages):
        output = subprocess.run([self.acta, "extract", "--format", "ndjson", "--fail-level", "never",
                                 *pages], capture_output=True, check=True).stdout
        return [json.loads(line) for line in output.splitlines()]

    def count(self, kind, name, agrees, number=1):
        for what in (kind, (name, kind)):
            self.seen[what] += number
            self.agreed[what] += number if agrees else 0

    def differ(self, kind, text, number=1):
        key = text.split(" not among ")[0]
        self.stale.discard(key)
        known = key in self.reviewed
        if known:
            self.explained[kind] += number
            self.reasons[kind, self.reviewed[key].split(":")[0]] += number
        else:
            self.unknown.append(text)
        print("   " + text + ("  (reviewed)" if known else ""))

    def matches(self, name, truth, pages, team, prefix=""):
        """Compares the matches of a list with those that the pages tell."""
        ours = collections.defaultdict(list)
        seasons = self.seasons(pages)
        # One page links a player by the name of his article, another by a redirect to it.
        articles = collections.defaultdict(set)
        for season in seasons:
            for player in season["players"]:
                articles[player["id"]].add(player["article"])
        for season in seasons:
            for match in season["matches"]:
                for goal in match["goals"]:
                    goal["names"] = [goal["player"], *articles[goal["player_id"]]]
                ours[match["date"], frozenset((team(match["home"]), team(match["away"])))].append(match)
        for match in truth:
            what = f"{prefix}{match.date} {match.home} - {match.away}"
            found = ours.get((match.date, frozenset((team(match.home), team(match.away)))))
            if not found:
                self.count("matches", name, False)
                self.differ("matches", f"{what}: not found")
                continue
            # Pages tell of one match twice: the one with its goals, the other in a bracket.
            mine = max(found, key=lambda told: (len(told["goals"]), sum(
                part is not None for part in told["score"].values()) if told["score"] else 0))
            if team(mine["home"]) != team(match.home):
                match = match.turned()  # On neutral ground lists name the sides in another order.
            wrong = wrong_scores(mine, match, team)
            self.count("matches", name, not wrong)
            if wrong:
                self.differ("matches", f"{what}: " + ", ".join(wrong))
            if match.goals is not None:
                self.goals(name, what, mine, match)
        self.tell(name)

    def goals(self, name, what, mine, match):
        left = list(mine["goals"])
        if not left:
            self.count("goals", name, False, len(match.goals))
            self.differ("goals", f"{what}: no goals", len(match.goals))
            return
        for goal in match.goals:
            hit = next((own for own in left if is_goal(own, goal)), None)
            self.count("goals", name, hit is not None)
            if hit is not None:
                left.remove(hit)
                continue
            shown = "; ".join(
                str(lists.Goal(own["side"], own["player"], own["minute"], own["stoppage"],
                               own["penalty"], own["own_goal"]))
                for own in left if own["side"] == goal.side)
            self.differ("goals", f"{what}: goal {goal} not among [{shown}]")

    def standings(self, name, path, pages):
        with open(path, encoding="utf-8") as file:
            groups = json.load(file)["groups"]
        ours = {lists.nation(row["team"]): row for season in self.seasons(pages)
                for standing in season["standings"] for row in standing["rows"]}
        for row in (row for group in groups for row in group["standings"]):
            mine = ours.get(lists.nation(row["team"]["name"]), {})
            theirs = {"position": row["pos"], "points": row["pts"],
                      **{key: row[key] for key in
                         ("played", "won", "drawn", "lost", "goals_for", "goals_against")}}
            wrong = [key for key, value in theirs.items() if mine.get(key) != value]
            self.count("rows", name, not wrong)
            if wrong:
                self.differ("rows", f"{name} {row['team']['name']}: {', '.join(wrong)}")
        self.tell(name)

    def tell(self, name):
        kinds = [kind for kind in ("matches", "goals", "rows") if self.seen[name, kind]]
        print(f"{name}: " + ", ".join(
            f"{self.agreed[name, kind]} of {self.seen[name, kind]} {kind}" for kind in kinds)
            + " agree")

    def verdict(self, rows=True):
        good = not self.unknown and not self.stale
        for kind, least in (("matches", MATCHES), ("goals", GOALS), ("rows", ROWS))[:3 if rows else 2]:
            seen, agreed, explained = self.seen[kind], self.agreed[kind], self.explained[kind]
            print(f"all: {agreed} of {seen} {kind} ({agreed / max(seen, 1):.2%}) agree, "
                  f"{explained} differ and are explained")
            for (of, reason), number in sorted(self.reasons.items()):
                if of == kind:
                    print(f"     {number}: {reason}")
            good = good and seen > 0 and agreed + explained >= least * seen
        print(f"{len(self.unknown)} disagreements are not reviewed")
        for line in sorted(self.stale):
            print(f"no disagreement any more, take it off the list: {line}")
        return 0 if good else 1


def wrong_scores(mine, match, team):
    score = mine["score"]
    own = {"ft": score["full_time"], "et": score["extra_time"], "p": score["penalties"],
           "end": score["extra_time"] or score["full_time"]}
    wrong = [f"{name} {own[name]} not {theirs}" for name, theirs in match.score.items()
             if own[name] != theirs
             and not (name == "ft" and own["ft"] is None and own["et"] is not None)]
    if match.winner is not None:
        winner = None
        if own["p"]:
            winner = mine["home"] if own["p"][0] > own["p"][1] else mine["away"]
        if winner is None or team(winner) != team(match.winner):
            wrong.append(f"the shoot-out's winner is {winner}, not {match.winner}")
    return wrong


def is_goal(own, goal):
    minutes = {(own["minute"], own["stoppage"] or None)}
    if goal.within:
        minutes = {(own["minute"], None), ((own["minute"] or 0) + (own["stoppage"] or 0), None)}
    # One name is a part of the other, as "Facundo" of "Héctor Facundo", or the link tells who it is.
    same = any(lists.tokens(name) & lists.tokens(goal.player)
               or lists.fold(name) == lists.fold(goal.player) for name in own["names"] if name)
    return (own["side"] == goal.side and (goal.minute, goal.stoppage or None) in minutes and same
            and own["penalty"] == goal.penalty and own["own_goal"] == goal.own_goal)


def reviewed_lines(path):
    with open(path, encoding="utf-8") as lines:
        return dict(line.strip().split("  # ") for line in lines
                    if line.strip() and not line.startswith("#"))


def main():
    acta, data = sys.argv[1], sys.argv[2]
    if not os.path.isdir(data):
        print(f"skipped: no folder {data}")
        return 77

    def pages(pattern):
        return sorted(glob.glob(os.path.join(data, "wikitext", pattern)))

    comparison = Comparison(acta, reviewed_lines(sys.argv[3]) if len(sys.argv) > 3 else {})
    truth = os.path.join(data, "truth")
    for path in sorted(glob.glob(os.path.join(truth, "worldcup-[0-9][0-9][0-9][0-9].json"))):
        name = os.path.basename(path)
        comparison.matches(name, lists.world_cup(path), pages(f"world-cup/{name[9:13]}_*.wikitext"),
                           lists.nation)
    comparison.matches("martj42", lists.tables(truth),
                       pages("world-cup/*.wikitext") + pages("qualifying/*.wikitext"),
                       lists.successor, "martj42 ")
    for path in sorted(glob.glob(os.path.join(truth, "champions-league-*.football.txt"))):
        name = os.path.basename(path)
        season = re.search(r"\d{4}-\d\d", name).group()
        played = [match for match in lists.football_txt(path)
                  if "Real Madrid" in (match.home, match.away)]
        comparison.matches(name, played, pages(f"clubs/{season}_Real_Madrid*.wikitext"), lists.club,
                           "Champions League ")
    for path in sorted(glob.glob(os.path.join(truth, "worldcup-*-standings.json"))):
        name = os.path.basename(path)
        comparison.standings(name, path, pages(f"world-cup/{name[9:13]}_*.wikitext"))
    return comparison.verdict()


if __name__ == "__main__":
    sys.exit(main())
