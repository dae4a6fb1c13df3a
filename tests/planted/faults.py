"""Faults to plant: one wrong fact at a time, and where a reader would look for it.

A fault is made only where the article itself contradicts it.  When that is, each function says.
"""

import re

DASH = r"\-–−:"


class Fault:
    """One changed line of an article, and the lines where a finding is right."""

    def __init__(self, kind, line, after, places):
        self.kind = kind
        self.line = line  # From 1.
        self.after = after  # The line's new text.
        self.places = set(places) | {line}


class Article:
    """An article that holds together, and the record that acta makes of it."""

    def __init__(self, path, text, season):
        self.path = path
        self.lines = text.split("\n")
        self.season = season
        self.ties = {leg: tie for tie in season["ties"] for leg in tie["legs"]}
        self.matches = {match["id"]: match for match in season["matches"]}

    def line(self, number):
        return self.lines[number - 1]

    def rows_of(self, team_id):
        return [row["line"] for table in self.season["standings"] for row in table["rows"]
                if row["team_id"] == team_id]

    def places_of(self, match):
        """The match, the other matches of its tie, and the table rows of both teams."""
        places = set(range(match["line"], match["end_line"] + 1))
        tie = self.ties.get(match["id"])
        for leg in tie["legs"] if tie else []:
            other = self.matches[leg]
            places.update(range(other["line"], other["end_line"] + 1))
        places.update(self.rows_of(match["home_id"]))
        places.update(self.rows_of(match["away_id"]))
        return places

    def replace(self, first, last, pattern, make):
        """The first line of a range that the pattern matches, with its match replaced."""
        for number in range(first, last + 1):
            found = re.search(pattern, self.line(number))
            if found:
                text = self.line(number)
                return number, text[:found.start()] + make(found) + text[found.end():]
        return None


def final_score(match):
    return match["score"]["extra_time"] or match["score"]["full_time"]


def has_whole_table(article, match):
    """Whether a table of the match's section counts exactly the listed matches of both teams."""
    for table in article.season["standings"]:
        if (table["stage"], table["group"]) != (match["stage"], match["group"]):
            continue
        played = {row["team_id"]: row["played"] for row in table["rows"]}
        counted = dict.fromkeys(played, 0)
        for other in article.season["matches"]:
            if ((other["stage"], other["group"]) == (match["stage"], match["group"])
                    and final_score(other) and other["status"] in ("played", "awarded")):
                for side in ("home_id", "away_id"):
                    if other[side] in counted:
                        counted[other[side]] += 1
        if match["home_id"] in played and match["away_id"] in played and played == counted:
            return True
    return False


def scores(article):
    """A score is known where every goal has its scorer, or the table counts all the matches."""
    for match in article.season["matches"]:
        score = final_score(match)
        if match["status"] != "played" or not score:
            continue
        whole_list = match["goals_missing"] == [0, 0] and match["goals"]
        if not whole_list and not has_whole_table(article, match):
            continue
        for side in (0, 1):
            for change in (1, -1):
                wrong = list(score)
                wrong[side] += change
                if wrong[side] < 0:
                    continue
                pattern = rf"(?<![\d{DASH}]){score[0]}(\s*[{DASH}]\s*){score[1]}(?![\d{DASH}])"
                made = article.replace(match["line"], match["end_line"], pattern,
                                       lambda found: f"{wrong[0]}{found[1]}{wrong[1]}")
                if made:
                    yield Fault("score", *made, article.places_of(match))


def minutes(article):
    """A minute is known where it lies outside the time played, or contradicts half-time."""
    for match in article.season["matches"]:
        whole = match["goals_missing"] == [0, 0] and all(g["minute"] for g in match["goals"])
        for goal in match["goals"]:
            minute = goal["minute"]
            if not minute:
                continue
            wrong = [0, 137]
            if match["score"]["full_time"] and not match["score"]["extra_time"] \
                    and not match["score"]["penalties"]:
                wrong.append(97)
            if whole and match["score"]["half_time"]:
                wrong.append(77 if minute <= 45 else 17)
            for value in wrong:
                made = article.replace(goal["line"], goal["line"], rf"(?<!\d){minute}(?=\D)(?!\+)",
                                       lambda found, value=value: str(value))
                if made:
                    yield Fault("minute", *made, article.places_of(match))


def whole_word(name):
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def team_names(article):
    """A name with a slip is known where tables list the teams, or the scorers' line names it."""
    season = article.season
    listed = {team["id"] for team in season["teams"]
              if team["city"] or team["region"] or team["location"] or team["stadium"]}
    listed |= {row["team_id"] for table in season["standings"] for row in table["rows"]}
    for match in season["matches"]:
        for side in ("home", "away"):
            name = match[side]
            heads_list = any(goal["side"] == side for goal in match["goals"]) \
                and article.path.suffix == ".txt"
            if len(name) < 6 or not (match[side + "_id"] in listed or heads_list):
                continue
            # A link says which club is meant, whatever its label.
            slip = name[:4] + name[3:]
            made = article.replace(match["line"], match["end_line"], whole_word(name),
                                   lambda found, slip=slip: slip)
            if made:
                yield Fault("team name", *made, article.places_of(match))


def teams(article):
    """Another team is known where it plays in that round already, or against itself."""
    by_round = {}
    for match in article.season["matches"]:
        by_round.setdefault((match["stage"], match["group"], match["round"], match["leg"]),
                            []).append(match)
    for matches in by_round.values():
        kinds = {article.season["rounds"][i]["kind"]
                 for i in range(len(article.season["rounds"]))
                 if article.season["rounds"][i]["round"] == matches[0]["round"]}
        if not matches[0]["round"] or "other" in kinds:
            continue
        if any(match["status"] not in ("played", "scheduled") for match in matches):
            continue  # What was put off may be played with another round.
        names = [match[side] for match in matches for side in ("home", "away")]
        if len(set(names)) < len(names):
            continue  # Here teams meet several others.
        for index, match in enumerate(matches):
            others = [match["away"]] + [matches[index - 1]["home"]] * (len(matches) > 1)
            for other in others:
                made = article.replace(match["line"], match["end_line"], whole_word(match["home"]),
                                       lambda found, other=other: other)
                if made:
                    places = article.places_of(match)
                    if other != match["away"]:
                        places |= article.places_of(matches[index - 1])
                    yield Fault("team", *made, places)


def capacities(article):
    """A capacity is known where it is no number, or the stadium stands there twice."""
    lines = {}
    for stadium in article.season["stadiums"]:
        if stadium["capacity"]:
            lines.setdefault(stadium["id"], []).append(stadium)
    for stadiums in lines.values():
        for stadium in stadiums:
            digits = str(stadium["capacity"])
            pattern = r"(?<!\d)" + r"[,.\s]?".join(digits) + r"(?!\d)"
            changes = [lambda found: found[0][:-1] + "O"]
            if len(stadiums) > 1:
                changes.append(lambda found: str((int(found[0][0]) + 1) % 9 + 1) + found[0][1:])
            for change in changes:
                made = article.replace(stadium["line"], stadium["line"] + 6, pattern, change)
                if made:
                    yield Fault("capacity", *made, [other["line"] for other in stadiums])


COLUMNS = ("played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference",
           "points", "position")


def standings(article):
    """A cell is known: the columns of a row give one another, and positions run on."""
    for table in article.season["standings"]:
        for index, row in enumerate(table["rows"]):
            last = table["rows"][index + 1]["line"] - 1 if index + 1 < len(table["rows"]) \
                else row["line"] + 12
            for number in range(row["line"], min(last, len(article.lines)) + 1):
                text = article.line(number)
                if number > row["line"] and not text.strip().startswith(("|", "!")):
                    break
                # Whole cells only; which column it is, the record made of it says.
                for found in re.finditer(r"(?<=[|=])\s*([+−-]?\d+)\s*(?=$|\|)", text):
                    value = int(found[1].replace("−", "-"))
                    wrong = f"{'+' if found[1][0] == '+' else ''}{value + 1}"
                    after = text[:found.start(1)] + wrong + text[found.end(1):]
                    places = {other["line"] for other in table["rows"]}
                    for match in article.season["matches"]:
                        if row["team_id"] in (match["home_id"], match["away_id"]):
                            places.update(range(match["line"], match["end_line"] + 1))
                    yield Fault("standings", number, after, places)


def aggregates(article):
    """A stated aggregate is known where both legs are listed."""
    for match in article.season["matches"]:
        tie = article.ties.get(match["id"])
        if not tie or not tie["aggregate"] or len(tie["legs"]) < 2:
            continue
        made = article.replace(match["line"], match["end_line"],
                               rf"(?i)(agg\w*\.?\D{{0,9}})(\d+)(?=\s*[{DASH}]\s*\d)",
                               lambda found: found[1] + str(int(found[2]) + 1))
        if made:
            yield Fault("aggregate", *made, article.places_of(match))


def dates(article):
    """A date is known where the calendar has it not, or the season's dates exclude it."""
    season = article.season["season"]
    for match in article.season["matches"]:
        if not match["date"] or len(match["date"]) < 10:
            continue
        year, _, day = match["date"].split("-")
        # Above a match, or in its box.
        for number in range(match["line"], max(match["line"] - 4, 0), -1):
            text = article.line(number)
            if number != match["line"] and re.search(rf"\d\s*[{DASH}]\s*\d\s", text) \
                    and not re.search(r"\d{4}", text):
                break
            if year in text and (season["start_year"] or season["start_date"]):
                yield Fault("date", number, text.replace(year, str(int(year) + 5)),
                            article.places_of(match))
                if re.search(rf"(?<!\d)0?{int(day)}(?!\d)", text.replace(year, "")):
                    after = re.sub(rf"(?<![\d])0?{int(day)}(?!\d)", "32", text, count=1)
                    yield Fault("date", number, after, article.places_of(match))
                break
        made = article.replace(match["line"], match["end_line"], rf"(?i)(date\W.*?){year}",
                               lambda found: found[1] + str(int(year) + 5))
        if made:
            yield Fault("date", *made, article.places_of(match))


def winners(article):
    """A winner is known where another won the final, or leads the only table of a league."""
    season = article.season
    winners_named = [it for it in season["honours"] if it["kind"] == "winner"]
    final_rounds = {(it["stage"], it["round"]) for it in season["rounds"] if it["kind"] == "final"}
    finals = [tie for tie in season["ties"] if (tie["stage"], tie["round"]) in final_rounds]
    tables = season["standings"]
    for honour in winners_named:
        places = {honour["line"]}
        if len(winners_named) == 1 and len(finals) == 1 and finals[0]["winner"] \
                and finals[0]["basis"] != "infobox":
            for leg in finals[0]["legs"]:
                places |= article.places_of(article.matches[leg])
            loser = finals[0]["away"] if finals[0]["winner_id"] == finals[0]["home_id"] \
                else finals[0]["home"]
            first = {table["rows"][0]["team"] for table in tables}
            wrong = [name for name in [loser] + [match["home"] for match in season["matches"]][:2]
                     if name != finals[0]["winner"] and name not in first]
        elif len(winners_named) == 1 and not finals and len(tables) == 1 \
                and tables[0]["rows"][0]["team_id"] == honour["team_id"] \
                and all(row["played"] == 2 * (len(tables[0]["rows"]) - 1)
                        for row in tables[0]["rows"]):
            places.update(row["line"] for row in tables[0]["rows"])
            wrong = [row["team"] for row in tables[0]["rows"][1:3]]
        else:
            continue
        for other in wrong:
            made = article.replace(honour["line"], honour["line"],
                                   rf"\[\[[^\]]*{re.escape(honour['team'])}\]\]|"
                                   + whole_word(honour["team"]),
                                   lambda found, other=other: other)
            if made:
                yield Fault("winner", *made, places)


def garbled_names(article):
    """A letter that was lost on the way is known in any name."""
    for match in article.season["matches"]:
        names = {match["home"], match["away"]} | {goal["player"] for goal in match["goals"]
                                                  if goal["player"]}
        for name in sorted(names):
            inner = re.search(r"(?<=[^\W\d_])[^\x00-\x7F\W\d_](?=[^\W\d_])", name)
            if not inner:
                continue
            for letter in ("?", inner[0].encode().decode("cp1252", "replace"), "\ufffd"):
                wrong = name[:inner.start()] + letter + name[inner.end():]
                # A link says who is meant, whatever its label: the label alone is no fault.
                made = article.replace(match["line"], match["end_line"], whole_word(name),
                                       lambda found, wrong=wrong: wrong)
                if made:
                    yield Fault("garbled name", *made, article.places_of(match))


def repeated_minutes(article):
    """A minute is known to be wrong where the same player scored in it already."""
    for match in article.season["matches"]:
        for goal in match["goals"]:
            others = [it for it in match["goals"] if it is not goal and it["minute"]
                      and it["player_id"] == goal["player_id"] and it["side"] == goal["side"]
                      and not it["stoppage"]]
            if not goal["minute"] or goal["stoppage"] or not others or not goal["player"]:
                continue
            made = article.replace(goal["line"], goal["line"], rf"(?<!\d){goal['minute']}(?=\D)(?!\+)",
                                   lambda found, other=others[0]: str(other["minute"]))
            if made:
                yield Fault("minute of another goal", *made, article.places_of(match))


def second_legs(article):
    """The date of a second leg is known where it comes before the first."""
    for tie in article.season["ties"]:
        legs = [article.matches[leg] for leg in tie["legs"]]
        if len(legs) != 2 or [leg["leg"] for leg in legs] != [1, 2] \
                or not all(leg["date"] and len(leg["date"]) == 10 for leg in legs):
            continue
        year = legs[1]["date"][:4]
        made = article.replace(legs[1]["line"], legs[1]["end_line"], rf"(?i)(date\W.*?){year}",
                               lambda found, year=year: found[1] + str(int(year) - 1))
        if made:
            yield Fault("second leg", *made, article.places_of(legs[1]))


def kicks(article):
    """A kick is known where the shoot-out has its score and lists all kicks."""
    for match in article.season["matches"]:
        score = match["score"]["penalties"]
        counted = [sum(kick["scored"] and kick["side"] == side for kick in match["shootout"])
                   for side in ("home", "away")]
        if not score or counted != score:
            continue
        for kick in match["shootout"]:
            wrong = ("penmiss" if kick["scored"] else "pengoal")
            made = article.replace(kick["line"], kick["line"], r"pengoal|penmiss",
                                   lambda found, wrong=wrong: wrong)
            if made:
                yield Fault("kick", *made, article.places_of(match))


def doubled_rows(article):
    """A team is known to be wrong where the table has it already."""
    for table in article.season["standings"]:
        rows = table["rows"]
        for index, row in enumerate(rows):
            other = rows[index - 1]
            if len(rows) < 3 or other["team_id"] == row["team_id"]:
                continue
            made = article.replace(row["line"], row["line"], whole_word(row["team"]),
                                   lambda found, other=other: other["team"])
            if made and "[[" not in article.line(made[0]):
                yield Fault("team in a table", *made, {it["line"] for it in rows})


def top_scorers(article):
    """The goals of a top scorer are known where the matches list them all."""
    listed = {(it["id"], it["team_id"]): it["goals"] for it in article.season["players"]}
    for row in article.season["top_scorers"]:
        goals = listed.get((row["player_id"], row["team_id"]))
        if not row["goals"] or goals != row["goals"] or goals < 2:
            continue
        made = article.replace(row["line"], row["line"], rf"(?<!\d){goals}(?=\D*$)",
                               lambda found, goals=goals: str(goals - 1))
        if made:
            yield Fault("top scorer", *made, {it["line"] for it in article.season["top_scorers"]})


def infobox_numbers(article):
    """The number of goals is known where the article lists every match that the infobox counts."""
    matches = article.season["matches"]
    fields = {it["key"]: it for it in article.season["infobox"]["fields"]}
    goals = sum(sum(final_score(match) or (0, 0)) for match in matches)
    if not all(final_score(match) for match in matches) or len(matches) < 10:
        return
    for keys, other, number in ((("goals", "total goals"), "matches", goals),
                                (("matches",), "goals", len(matches))):
        field = next((fields[key] for key in keys if key in fields), None)
        if not field or other not in fields or not field["value"].startswith(str(number)):
            continue
        made = article.replace(field["line"], field["line"], rf"(?<!\d){number}(?!\d)",
                               lambda found, number=number: str(number + 1))
        if made:
            yield Fault("infobox number", *made, ())


KINDS = (scores, minutes, team_names, teams, capacities, standings, aggregates, dates, winners,
         garbled_names, repeated_minutes, second_legs, kicks, doubled_rows, top_scorers,
         infobox_numbers)
