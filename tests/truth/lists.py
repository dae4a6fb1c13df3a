"""Lists of results that other hands have collected, read into one form."""

import collections
import csv
import dataclasses
import datetime
import json
import os
import re
import unicodedata

NAMES = {"usa": "united states", "ireland": "republic of ireland", "cote d'ivoire": "ivory coast",
         "bosnia-herzegovina": "bosnia and herzegovina",
         "bosnia & herzegovina": "bosnia and herzegovina", "ussr": "soviet union",
         "korea republic": "south korea", "korea dpr": "north korea",
         "kingdom of yugoslavia": "yugoslavia"}
# The one list calls teams as their successors are called.
SUCCESSORS = {"west germany": "germany", "east germany": "german dr", "soviet union": "russia",
              "zaire": "dr congo", "dutch east indies": "indonesia",
              "serbia and montenegro": "serbia"}


@dataclasses.dataclass
class Goal:
    side: str  # "home" or "away": whose score it adds to.
    player: str
    minute: int
    stoppage: int | None = None
    penalty: bool = False
    own_goal: bool = False
    within: bool = False  # A minute that may hold the stoppage time.

    def __str__(self):
        return (f"{self.player} {self.minute}" + (f"+{self.stoppage}" if self.stoppage else "")
                + (" p" if self.penalty else "") + (" og" if self.own_goal else ""))


@dataclasses.dataclass
class Match:
    date: str
    home: str
    away: str
    score: dict  # "ft", "et", "p", or "end": after extra time if there was any.
    goals: list | None = None  # None when the list knows none.
    winner: str | None = None  # Of a shoot-out.

    def turned(self):
        goals = self.goals and [
            dataclasses.replace(goal, side={"home": "away", "away": "home"}[goal.side])
            for goal in self.goals]
        return Match(self.date, self.away, self.home,
                     {name: pair[::-1] for name, pair in self.score.items()}, goals, self.winner)


def fold(text):
    text = unicodedata.normalize("NFD", text or "")
    text = "".join(c for c in text if unicodedata.category(c) != "Mn").lower()
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip()


def nation(name):
    name = fold(name)
    return NAMES.get(name, name)


def successor(name):
    name = nation(name)
    return SUCCESSORS.get(name, name)


def club(name):
    """The word that tells a club from the others of these lists."""
    words = re.findall(r"[a-z]{4,}", fold(name).replace("warsaw", "warszawa").replace("munich", "munchen"))
    words = [word for word in words if word not in ("club", "football", "united", "sporting", "real")]
    return words[-1] if words else fold(name)


def tokens(name):
    name = fold(name)
    for letter, plain in (("ø", "o"), ("ł", "l"), ("đ", "d"), ("ß", "ss"), ("æ", "ae"), ("ı", "i")):
        name = name.replace(letter, plain)
    return set(re.findall(r"[a-z]{2,}", name))


def world_cup(path):
    """openfootball's worldcup-YYYY.json"""
    with open(path, encoding="utf-8") as file:
        matches = json.load(file)["matches"]
    for match in matches:
        score = match.get("score", {})
        goals = []
        for side, key in (("home", "goals1"), ("away", "goals2")):
            for goal in match.get(key) or []:
                base, _, extra = str(goal["minute"]).partition("+")
                goals.append(Goal(side, goal["name"], int(base),
                                  int(extra) if extra else goal.get("offset"),
                                  bool(goal.get("penalty")), bool(goal.get("owngoal"))))
        yield Match(match["date"], match["team1"], match["team2"],
                    {"ft": score} if isinstance(score, list) else
                    {name: pair for name, pair in score.items() if name in ("ft", "et", "p")},
                    goals or None)


def tables(folder, prefix=""):
    """martj42's results.csv, goalscorers.csv and shootouts.csv"""
    def rows(name):
        with open(os.path.join(folder, prefix + name), encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def key(row):
        return row["date"], row["home_team"], row["away_team"]

    goals = collections.defaultdict(list)
    for row in rows("goalscorers.csv"):
        goals[key(row)].append(Goal("home" if row["team"] == row["home_team"] else "away",
                                    row["scorer"], int(row["minute"]), None,
                                    row["penalty"] == "TRUE", row["own_goal"] == "TRUE", True))
    winners = {key(row): row["winner"] for row in rows("shootouts.csv")}
    for row in rows("results.csv"):
        if not row["home_score"].isdigit():
            continue  # Not played yet.
        yield Match(*key(row), {"end": [int(row["home_score"]), int(row["away_score"])]},
                    goals.get(key(row)), winners.get(key(row)))


def football_txt(path):
    """openfootball's Football.TXT: "20:45  Home (ESP) v Away (ITA)  4-2 a.e.t. (1-2, 0-0)"."""
    day = None
    year = int(re.search(r"(\d{4})-\d\d", os.path.basename(path)).group(1))
    pair = r"(\d+)-(\d+)"
    line_of = re.compile(rf"\s+(?:\d\d:\d\d\s+)?(\S.*?) \([A-Z]{{3}}\)\s+v (\S.*?) \([A-Z]{{3}}\)\s+"
                         rf"(?:{pair} pen\. )?{pair}( a\.e\.t\.)?(?: \((?:{pair}, )?{pair}\))?\s*$")
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if date := re.match(r"\s+[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d+)(?: \d{4})?\s*$", line):
                parsed = datetime.datetime.strptime(f"{date[1]} {date[2]} 2000", "%b %d %Y")
                day = f"{year + (parsed.month < 7)}-{parsed.month:02}-{parsed.day:02}"
            elif found := line_of.match(line):
                home, away, *numbers = found.groups()
                pens, end, after_extra, full = numbers[:2], numbers[2:4], numbers[4], numbers[5:7]
                score = {"et" if after_extra else "ft": end, "p": pens,
                         "ft" if after_extra else "": full}
                yield Match(day, home, away, {name: [int(n) for n in both]
                                              for name, both in score.items() if name and both[0]})
