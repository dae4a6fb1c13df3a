"""Compares the records of World Cup pages with results that other hands have collected.

    compare.py ACTA DATA [REVIEWED]

ACTA is the command, DATA a folder with wikitext/world-cup and truth. Prints the agreement of every
year and each disagreement. REVIEWED lists the disagreements that were looked at: a line each, as
printed up to "not among", and behind "  #" who is right. Fails on a disagreement that is not listed,
on a line of the list that is no disagreement any more, and where less than 99.5 % of the matches or
99 % of the goals agree or are explained by the list. Skipped (77) where DATA is absent.
"""

import collections
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata

MATCHES, GOALS = 0.995, 0.99
NAMES = {"usa": "united states", "ireland": "republic of ireland", "cote d'ivoire": "ivory coast",
         "bosnia-herzegovina": "bosnia and herzegovina", "bosnia & herzegovina": "bosnia and herzegovina",
         "east germany": "east germany", "ussr": "soviet union", "dutch east indies": "dutch east indies",
         "korea republic": "south korea", "korea dpr": "north korea",
         "kingdom of yugoslavia": "yugoslavia"}


def fold(text):
    text = unicodedata.normalize("NFD", text or "")
    text = "".join(c for c in text if unicodedata.category(c) != "Mn").lower()
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip()


def team(name):
    name = fold(name)
    return NAMES.get(name, name)


def tokens(name):
    return set(re.findall(r"[a-z]{2,}", fold(name).replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ß", "ss").replace("æ", "ae")))


def same_player(ours, theirs):
    """One name is a part of the other, as "Facundo" of "Héctor Facundo"."""
    if not ours or not theirs:
        return False
    a, b = tokens(ours), tokens(theirs)
    return bool(a & b) or fold(ours) == fold(theirs)


def ours_of(seasons):
    found = {}
    for season in seasons:
        for match in season["matches"]:
            key = (match["date"], team(match["home"]), team(match["away"]))
            known = found.get(key)
            if known is None or len(match["goals"]) > len(known["goals"]):
                found[key] = match
    return found


def score_of(match):
    score = match["score"]
    return score["full_time"], score["extra_time"], score["penalties"]


def goals_of(match, theirs):
    side = {"home": "goals1", "away": "goals2"}
    ours = collections.defaultdict(list)
    for goal in match["goals"]:
        ours[side[goal["side"]]].append(goal)
    for name in ("goals1", "goals2"):
        yield name, ours[name], theirs.get(name) or []


def minute_of(goal):
    minute = goal.get("minute")
    text = str(minute)
    if "+" in text:
        base, extra = text.split("+")
        return int(base), int(extra)
    return (int(text) if minute is not None else None), goal.get("offset")


def main():
    acta, data = sys.argv[1], sys.argv[2]
    reviewed = set()
    if len(sys.argv) > 3:
        with open(sys.argv[3], encoding="utf-8") as lines:
            reviewed = {line.split("  #")[0].strip() for line in lines if line.strip() and not line.startswith("#")}
    stale = set(reviewed)
    explained = {"matches": 0, "goals": 0}
    if not os.path.isdir(data):
        print(f"skipped: no folder {data}")
        return 77
    matches = agreed = goals = agreed_goals = 0
    unknown = []
    for path in sorted(glob.glob(os.path.join(data, "truth", "worldcup-[0-9][0-9][0-9][0-9].json"))):
        year = re.search(r"(\d{4})\.json", path).group(1)
        pages = sorted(glob.glob(os.path.join(data, "wikitext", "world-cup", f"{year}_*.wikitext")))
        output = subprocess.run([acta, "extract", "--format", "ndjson", "--fail-level", "never", *pages],
                                capture_output=True, check=True).stdout
        ours = ours_of(json.loads(line) for line in output.splitlines())
        with open(path, encoding="utf-8") as file:
            truth = json.load(file)["matches"]
        year_matches = year_agreed = year_goals = year_agreed_goals = 0

        def differ(text):
            key = text.split(" not among ")[0]
            stale.discard(key)
            if key in reviewed:
                explained["goals" if ": goal " in key else "matches"] += 1
            else:
                unknown.append(text)
            print("   " + text + ("  (reviewed)" if key in reviewed else ""))

        print(f"{year}:")
        for match in truth:
            year_matches += 1
            what = f"{match['date']} {match['team1']} - {match['team2']}"
            key = (match["date"], team(match["team1"]), team(match["team2"]))
            found = ours.get(key)
            score = match.get("score", {})
            if isinstance(score, list):
                score = {"ft": score}
            if found is None and (key[0], key[2], key[1]) in ours:
                # On neutral ground the two lists name the sides in another order.
                found = ours[(key[0], key[2], key[1])]
                score = {name: pair[::-1] for name, pair in score.items()}
                match = {**match, "goals1": match.get("goals2"), "goals2": match.get("goals1")}
            if found is None:
                differ(f"{what}: not found")
                continue
            full, extra, pens = score_of(found)
            wrong = []
            for name, mine in (("ft", full), ("et", extra), ("p", pens)):
                theirs = score.get(name)
                if name == "ft" and mine is None and extra is not None:
                    continue
                if theirs is not None and mine != theirs:
                    wrong.append(f"{name} {mine} not {theirs}")
            if wrong:
                differ(f"{what}: " + ", ".join(wrong))
            else:
                year_agreed += 1
            if not match.get("goals1") and not match.get("goals2"):
                continue
            for side, mine, theirs in goals_of(found, match):
                left = list(mine)
                for goal in theirs:
                    year_goals += 1
                    minute, offset = minute_of(goal)

                    def fits(own):
                        return (own["minute"] == minute and (own["stoppage"] or None) == (offset or None)
                                and same_player(own["player"], goal["name"]) and own["penalty"] == bool(goal.get("penalty"))
                                and own["own_goal"] == bool(goal.get("owngoal")))

                    hit = next((own for own in left if fits(own)), None)
                    if hit is None:
                        shown = "; ".join(f"{o['player']} {o['minute']}{'+%d' % o['stoppage'] if o['stoppage'] else ''}{' p' if o['penalty'] else ''}{' og' if o['own_goal'] else ''}" for o in left)
                        differ(f"{what}: goal {goal['name']} {goal.get('minute')}{'+%s' % goal['offset'] if goal.get('offset') else ''}{' p' if goal.get('penalty') else ''}{' og' if goal.get('owngoal') else ''} not among [{shown}]")
                    else:
                        left.remove(hit)
                        year_agreed_goals += 1
        print(f"{year}: {year_agreed} of {year_matches} matches, {year_agreed_goals} of {year_goals} goals agree")
        matches, agreed = matches + year_matches, agreed + year_agreed
        goals, agreed_goals = goals + year_goals, agreed_goals + year_agreed_goals
    print(f"all: {agreed} of {matches} matches ({agreed / max(matches, 1):.2%}), "
          f"{agreed_goals} of {goals} goals ({agreed_goals / max(goals, 1):.2%}) agree; "
          f"{explained['matches']} matches and {explained['goals']} goals differ and are explained; "
          f"{len(unknown)} disagreements are not reviewed")
    for line in sorted(stale):
        print(f"no disagreement any more, take it off the list: {line}")
    enough = (matches > 0 and agreed + explained["matches"] >= MATCHES * matches
              and agreed_goals + explained["goals"] >= GOALS * goals)
    return 0 if enough and not unknown and not stale else 1


sys.exit(main())
