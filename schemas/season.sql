-- The tables of acta.sqlite, made from the description of the records.

-- The articles: where they come from and what season they are about.
CREATE TABLE "articles" (
  "id" TEXT NOT NULL,  -- The article's slug, and the name of its JSON file.
  "title" TEXT,  -- Title of the article.
  "form" TEXT NOT NULL,  -- The form the article came in: rendered text or wikitext.
  "language" TEXT,  -- Language of headings and keys, ISO 639.
  "file" TEXT,  -- Path of the file, relative to the source folder.
  "sha256" TEXT NOT NULL,  -- SHA-256 of the article's bytes.
  "page_id" INTEGER,  -- The wiki's number of the page.
  "revision_id" INTEGER,  -- The wiki's number of the revision.
  "timestamp" TEXT,  -- When the revision was saved, UTC.
  "competition_id" TEXT,  -- Id of the competition: the slug of its name.
  "competition_name" TEXT,  -- Name without the season.
  "competition_country" TEXT,  -- Country, where infobox or title names one.
  "season_label" TEXT,  -- The season as written: 2024, 2014/15.
  "season_start_year" INTEGER,  -- Year in which the season starts.
  "season_end_year" INTEGER,  -- Year in which the season ends.
  "season_start_date" TEXT,  -- First day, perhaps without day or month.
  "season_end_date" TEXT,  -- Last day, perhaps without day or month.
  "season_previous" TEXT,  -- The season before, as written.
  "season_next" TEXT,  -- The season after, as written.
  "infobox_name" TEXT,  -- Name of the infobox template; null in rendered text.
  "coverage_lines" INTEGER NOT NULL,  -- Lines of the article.
  "coverage_blank" INTEGER NOT NULL,  -- Lines with nothing on them.
  "coverage_record" INTEGER NOT NULL,  -- Lines that a field came from or that frame records.
  "coverage_prose" INTEGER NOT NULL,  -- Lines of running text.
  "coverage_residue" INTEGER NOT NULL,  -- Lines of known leftovers of markup.
  "coverage_unread" INTEGER NOT NULL,  -- Lines not understood; each has a diagnostic.
  PRIMARY KEY ("id")
);

-- The fields of the infoboxes.
CREATE TABLE "infobox_fields" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "key" TEXT NOT NULL,  -- Key in lower case, as in wikitext.
  "value" TEXT NOT NULL,  -- Value as written, markup removed.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- What the articles state that teams have won or reached.
CREATE TABLE "honours" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "kind" TEXT NOT NULL,  -- What the team won or reached.
  "team" TEXT NOT NULL,  -- The team as written.
  "team_id" TEXT NOT NULL,  -- Id of the team.
  "stage" TEXT,  -- Stage the honour belongs to; null for the whole season.
  "competition" TEXT,  -- The competition qualified for, promoted or relegated to.
  "titles" INTEGER,  -- How many titles the article counts with this one.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The teams of tables, standings and matches.
CREATE TABLE "teams" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "id" TEXT NOT NULL,  -- Slug of the name; a parenthesis is part of it.
  "name" TEXT NOT NULL,  -- Name as written.
  "article" TEXT,  -- Target of the wikilink.
  "city" TEXT,  -- City, from a city column only.
  "region" TEXT,  -- Region or department.
  "location" TEXT,  -- The cell of a city or location column as written.
  "stadium" TEXT,  -- Name of the stadium.
  "stadium_id" TEXT,  -- Id of the stadium.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "id"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The stadiums of tables.
CREATE TABLE "stadiums" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "id" TEXT NOT NULL,  -- Slug of name and city.
  "name" TEXT NOT NULL,  -- Name as written.
  "article" TEXT,  -- Target of the wikilink.
  "city" TEXT,  -- City, or the location as written.
  "capacity" INTEGER,  -- Number of spectators it holds.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The rounds and matchdays.
CREATE TABLE "rounds" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "id" TEXT NOT NULL,  -- Slug of stage, group and round.
  "stage" TEXT,  -- Stages from outer to inner, joined by " / ".
  "group" TEXT,  -- The group as written.
  "round" TEXT NOT NULL,  -- The round as written.
  "kind" TEXT NOT NULL,  -- What kind of round it is, whatever the language.
  "legs" INTEGER NOT NULL,  -- Matches a pairing: 1 or 2.
  "matches" INTEGER NOT NULL,  -- Matches in the article.
  "expected_matches" INTEGER,  -- Matches the round should have.
  "status" TEXT NOT NULL,  -- Whether the matches are all there; byes count.
  "line" INTEGER NOT NULL,  -- Line of its heading, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The matches, played or not.
CREATE TABLE "matches" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "id" TEXT NOT NULL,  -- Id of the round, leg, home and away; ":2" for a repeat.
  "stage" TEXT,  -- Stages from outer to inner, joined by " / ".
  "group" TEXT,  -- The group as written.
  "round" TEXT,  -- The round as written.
  "leg" INTEGER,  -- 1 or 2; null in a tie of one match.
  "date" TEXT,  -- Day of the match, perhaps without day or month.
  "time" TEXT,  -- Kick-off, local time.
  "utc_offset" TEXT,  -- Offset of the local time from UTC.
  "home" TEXT NOT NULL,  -- The home team as written.
  "home_id" TEXT NOT NULL,  -- Id of the home team.
  "away" TEXT NOT NULL,  -- The away team as written.
  "away_id" TEXT NOT NULL,  -- Id of the away team.
  "full_time_home" INTEGER,  -- After 90 minutes; null where only extra time is known.
  "full_time_away" INTEGER,  -- After 90 minutes; null where only extra time is known.
  "half_time_home" INTEGER,  -- After 45 minutes.
  "half_time_away" INTEGER,  -- After 45 minutes.
  "extra_time_home" INTEGER,  -- After 120 minutes, the first 90 included.
  "extra_time_away" INTEGER,  -- After 120 minutes, the first 90 included.
  "penalties_home" INTEGER,  -- The shoot-out alone.
  "penalties_away" INTEGER,  -- The shoot-out alone.
  "status" TEXT NOT NULL,  -- Whether it was played, and if not why.
  "stadium" TEXT,  -- The stadium as written.
  "city" TEXT,  -- The city as written.
  "attendance" INTEGER,  -- Number of spectators.
  "referee" TEXT,  -- The referee as written.
  "goals_missing_home" INTEGER,  -- Goals scored and not listed; null if nothing was played or goals have no list at all.
  "goals_missing_away" INTEGER,  -- Goals scored and not listed; null if nothing was played or goals have no list at all.
  "home_coach" TEXT,  -- The coach of the home team as written.
  "away_coach" TEXT,  -- The coach of the away team as written.
  "line" INTEGER NOT NULL,  -- First line of the match, from 1.
  "end_line" INTEGER NOT NULL,  -- Last line of the match.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "id"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "home_id") REFERENCES "teams" ("article_id", "id"),
  FOREIGN KEY ("article_id", "away_id") REFERENCES "teams" ("article_id", "id")
);

-- The goals that the articles list.
CREATE TABLE "goals" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "match_id" TEXT NOT NULL,  -- Id of the match.
  "number" INTEGER NOT NULL,  -- Place among the match's goals, from 1.
  "side" TEXT NOT NULL,  -- The side the goal counts for, an own goal too.
  "player" TEXT,  -- The scorer as written.
  "player_id" TEXT,  -- Id of the scorer.
  "minute" INTEGER,  -- The minute; 90 for 90+2'.
  "stoppage" INTEGER,  -- Minutes of stoppage time; 2 for 90+2'.
  "penalty" INTEGER NOT NULL CHECK ("penalty" IN (0, 1)),  -- Whether it was a penalty.
  "own_goal" INTEGER NOT NULL CHECK ("own_goal" IN (0, 1)),  -- Whether it was an own goal.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  PRIMARY KEY ("article_id", "match_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "match_id") REFERENCES "matches" ("article_id", "id")
);

-- The kicks of shoot-outs.
CREATE TABLE "shootout_kicks" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "match_id" TEXT NOT NULL,  -- Id of the match.
  "number" INTEGER NOT NULL,  -- Place among the match's kicks, from 1.
  "side" TEXT NOT NULL,  -- The side that kicks.
  "player" TEXT,  -- The player as written.
  "player_id" TEXT,  -- Id of the player.
  "scored" INTEGER NOT NULL CHECK ("scored" IN (0, 1)),  -- Whether it went in.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  PRIMARY KEY ("article_id", "match_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "match_id") REFERENCES "matches" ("article_id", "id")
);

-- The cards that the articles list.
CREATE TABLE "cards" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "match_id" TEXT NOT NULL,  -- Id of the match.
  "number" INTEGER NOT NULL,  -- Place among the match's cards, from 1.
  "side" TEXT NOT NULL,  -- The side of the player.
  "player" TEXT,  -- The player as written.
  "player_id" TEXT,  -- Id of the player.
  "kind" TEXT NOT NULL,  -- Its color; second_yellow sends off.
  "minute" INTEGER,  -- The minute; 90 for 90+2'.
  "stoppage" INTEGER,  -- Minutes of stoppage time; 2 for 90+2'.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  PRIMARY KEY ("article_id", "match_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "match_id") REFERENCES "matches" ("article_id", "id")
);

-- The penalties of matches that were no goals.
CREATE TABLE "missed_penalties" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "match_id" TEXT NOT NULL,  -- Id of the match.
  "number" INTEGER NOT NULL,  -- Place among the match's missed penalties, from 1.
  "side" TEXT NOT NULL,  -- The side of the player.
  "player" TEXT,  -- The player as written.
  "player_id" TEXT,  -- Id of the player.
  "minute" INTEGER,  -- The minute; 90 for 90+2'.
  "stoppage" INTEGER,  -- Minutes of stoppage time; 2 for 90+2'.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  PRIMARY KEY ("article_id", "match_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "match_id") REFERENCES "matches" ("article_id", "id")
);

-- The players of matches.
CREATE TABLE "lineups" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "match_id" TEXT NOT NULL,  -- Id of the match.
  "place" INTEGER NOT NULL,  -- Place in the match's line-ups, from 1.
  "side" TEXT NOT NULL,  -- The side of the player.
  "starter" INTEGER NOT NULL CHECK ("starter" IN (0, 1)),  -- Whether the player began the match.
  "number" INTEGER,  -- Number on the shirt.
  "position" TEXT,  -- Position on the field as written.
  "player" TEXT NOT NULL,  -- The player as written.
  "player_id" TEXT NOT NULL,  -- Id of the player.
  "captain" INTEGER NOT NULL CHECK ("captain" IN (0, 1)),  -- Whether the player was the captain.
  "on" INTEGER,  -- Minute in which the player came on.
  "off" INTEGER,  -- Minute in which the player went off.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  PRIMARY KEY ("article_id", "match_id", "place"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "match_id") REFERENCES "matches" ("article_id", "id")
);

-- The knock-out pairings.
CREATE TABLE "ties" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "id" TEXT NOT NULL,  -- Id of the round, home and away.
  "stage" TEXT,  -- Stages from outer to inner, joined by " / ".
  "round" TEXT NOT NULL,  -- The round as written.
  "home" TEXT NOT NULL,  -- Home team of the first leg.
  "home_id" TEXT NOT NULL,  -- Id of that team.
  "away" TEXT NOT NULL,  -- Away team of the first leg.
  "away_id" TEXT NOT NULL,  -- Id of that team.
  "aggregate_home" INTEGER,  -- Goals of all legs; null for a tie of one match.
  "aggregate_away" INTEGER,  -- Goals of all legs; null for a tie of one match.
  "winner" TEXT,  -- The team that goes on; null while not known.
  "winner_id" TEXT,  -- Id of that team.
  "decided_by" TEXT,  -- What decided it.
  "basis" TEXT,  -- How the winner is known.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "home_id") REFERENCES "teams" ("article_id", "id"),
  FOREIGN KEY ("article_id", "away_id") REFERENCES "teams" ("article_id", "id")
);

-- Which matches a tie is made of.
CREATE TABLE "tie_legs" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "tie" INTEGER NOT NULL,  -- The tie's number.
  "number" INTEGER NOT NULL,  -- Which leg, from 1; replays count.
  "match_id" TEXT NOT NULL,  -- Id of the match.
  PRIMARY KEY ("article_id", "tie", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "tie") REFERENCES "ties" ("article_id", "number"),
  FOREIGN KEY ("article_id", "match_id") REFERENCES "matches" ("article_id", "id")
);

-- The rows of league tables, as printed.
CREATE TABLE "standings" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "standing" INTEGER NOT NULL,  -- Which table of the article, from 1.
  "number" INTEGER NOT NULL,  -- Row of the table, from 1.
  "stage" TEXT,  -- Stages from outer to inner, joined by " / ".
  "group" TEXT,  -- The group as written.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  "position" INTEGER,  -- Place in the table.
  "team" TEXT NOT NULL,  -- The team as written.
  "team_id" TEXT NOT NULL,  -- Id of the team.
  "played" INTEGER,  -- Matches played.
  "won" INTEGER,  -- Matches won.
  "drawn" INTEGER,  -- Matches drawn.
  "lost" INTEGER,  -- Matches lost.
  "goals_for" INTEGER,  -- Goals scored.
  "goals_against" INTEGER,  -- Goals conceded.
  "goal_difference" INTEGER,  -- Goals scored less goals conceded.
  "points" INTEGER,  -- Points.
  "adjustment" INTEGER,  -- Points added or, below 0, taken away.
  "note" TEXT,  -- The row's note, such as what the place qualifies for.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  PRIMARY KEY ("article_id", "standing", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "team_id") REFERENCES "teams" ("article_id", "id")
);

-- The rows of tables of top scorers.
CREATE TABLE "top_scorers" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "stage" TEXT,  -- The stage, where the article tells scorers by stages.
  "rank" INTEGER,  -- Rank as printed.
  "player" TEXT NOT NULL,  -- The player as written.
  "player_id" TEXT NOT NULL,  -- Id of the player.
  "team" TEXT,  -- The team as written.
  "team_id" TEXT,  -- Id of the team.
  "goals" INTEGER,  -- Goals as printed.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The cells of tables of team changes.
CREATE TABLE "team_changes" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "direction" TEXT NOT NULL,  -- Where the teams come from or go to.
  "competition" TEXT,  -- The competition as written: 2023 Liga 2.
  "raw" TEXT NOT NULL,  -- The cell as written.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The teams of a change.
CREATE TABLE "team_change_teams" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "change" INTEGER NOT NULL,  -- The change's number.
  "number" INTEGER NOT NULL,  -- Place in the cell, from 1.
  "name" TEXT NOT NULL,  -- Name as written.
  "id" TEXT NOT NULL,  -- Id of the team.
  PRIMARY KEY ("article_id", "change", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "change") REFERENCES "team_changes" ("article_id", "number")
);

-- The rules that order teams level on points.
CREATE TABLE "tie_breakers" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "within" INTEGER,  -- Number of the rule that this one is part of.
  "position" INTEGER NOT NULL,  -- Place in its list, from 1.
  "criterion" TEXT NOT NULL,  -- What is compared.
  "text" TEXT NOT NULL,  -- The rule as written.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The rows of squad lists.
CREATE TABLE "squads" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "place" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "team" TEXT,  -- The team as written; null where the list does not say.
  "team_id" TEXT,  -- Id of the team.
  "number" INTEGER,  -- Number on the shirt.
  "position" TEXT,  -- Position on the field as written.
  "player" TEXT NOT NULL,  -- The player as written.
  "player_id" TEXT NOT NULL,  -- Id of the player.
  "article" TEXT,  -- Title of the player's article.
  "birth_date" TEXT,  -- Day of birth, perhaps without day or month.
  "nationality" TEXT,  -- The player's nation as written.
  "caps" INTEGER,  -- Matches for the team, for a club those of all its competitions.
  "goals" INTEGER,  -- Goals for the team, likewise.
  "club" TEXT,  -- The player's club as written.
  "note" TEXT,  -- What else the list says of the player.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "place"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The players, one a name and team.
CREATE TABLE "players" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "id" TEXT NOT NULL,  -- Slug of the name.
  "name" TEXT NOT NULL,  -- Name as first written.
  "article" TEXT,  -- Target of the wikilink.
  "team_id" TEXT,  -- Id of the team.
  "goals" INTEGER,  -- Goals listed under the matches, own goals aside; null when no match lists one.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "team_id") REFERENCES "teams" ("article_id", "id")
);

-- The forms of a player's name.
CREATE TABLE "player_spellings" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "player" INTEGER NOT NULL,  -- The player's number.
  "number" INTEGER NOT NULL,  -- Place in the list, from 1.
  "spelling" TEXT NOT NULL,  -- The name as written.
  PRIMARY KEY ("article_id", "player", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "player") REFERENCES "players" ("article_id", "number")
);

-- The tables that no rule knows.
CREATE TABLE "other_tables" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "topic" TEXT,  -- What it is about, where heading, caption or columns tell it.
  "section" TEXT,  -- Heading of the section it stands in.
  "caption" TEXT,  -- Caption of the table.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- The cells of those tables.
CREATE TABLE "other_table_cells" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "table" INTEGER NOT NULL,  -- The table's number.
  "row" INTEGER NOT NULL,  -- Row, from 1; the header is 0.
  "column" INTEGER NOT NULL,  -- Column, from 1.
  "text" TEXT NOT NULL,  -- The cell as written.
  PRIMARY KEY ("article_id", "table", "row", "column"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id"),
  FOREIGN KEY ("article_id", "table") REFERENCES "other_tables" ("article_id", "number")
);

-- Other articles that the articles point to.
CREATE TABLE "see_also" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "title" TEXT NOT NULL,  -- Title of the other article.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- Numbers that the prose states.
CREATE TABLE "claims" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "kind" TEXT NOT NULL,  -- What is counted.
  "value" INTEGER NOT NULL,  -- The number.
  "text" TEXT NOT NULL,  -- The words that state it.
  "line" INTEGER NOT NULL,  -- Line of the article it was read from, from 1.
  "page" TEXT,  -- Title of the transcluded page that line refers to; null for the article itself.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- What the articles say that cannot be right or read.
CREATE TABLE "diagnostics" (
  "article_id" TEXT NOT NULL,  -- The article's slug.
  "number" INTEGER NOT NULL,  -- Place in the article's list, from 1.
  "code" TEXT NOT NULL,  -- What is wrong, as a stable name.
  "severity" TEXT NOT NULL,  -- How bad it is.
  "line" INTEGER NOT NULL,  -- Line of the article, from 1.
  "column" INTEGER NOT NULL,  -- Column in code points, from 1.
  "message" TEXT NOT NULL,  -- One sentence for people.
  "record" TEXT,  -- Id of the record the finding is about.
  "team" TEXT,  -- The team concerned, as written.
  "player" TEXT,  -- The player concerned, as written.
  "section" TEXT,  -- Stage and group of the table concerned.
  "expected" TEXT,  -- What was expected there.
  "found" TEXT,  -- What the article says.
  "basis" TEXT,  -- What an inference rests on.
  "other_line" INTEGER,  -- Another line that the finding compares with.
  "count" INTEGER,  -- A number of things, where the finding counts.
  "page" TEXT,  -- Title of the transcluded page that `line` refers to.
  "rule" TEXT,  -- The code whose findings the finding is about.
  PRIMARY KEY ("article_id", "number"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

CREATE INDEX "matches_by_home" ON "matches" ("home_id");
CREATE INDEX "matches_by_away" ON "matches" ("away_id");
CREATE INDEX "matches_by_date" ON "matches" ("date");
CREATE INDEX "goals_by_player" ON "goals" ("player_id");
CREATE INDEX "players_by_id" ON "players" ("id");
CREATE INDEX "teams_by_id" ON "teams" ("id");
CREATE INDEX "standings_by_team" ON "standings" ("team_id");
CREATE INDEX "honours_by_team" ON "honours" ("team_id");
CREATE INDEX "diagnostics_by_code" ON "diagnostics" ("code");

-- Every match with its competition and the goals it ended with, extra time included.
CREATE VIEW "results" AS
SELECT m.article_id, a.competition_name AS competition, a.season_label AS season,
       m.date, m.stage, m."group", m.round, m.leg, m.home,
       coalesce(m.extra_time_home, m.full_time_home) AS home_goals,
       coalesce(m.extra_time_away, m.full_time_away) AS away_goals,
       m.away, m.penalties_home, m.penalties_away, m.status, m.stadium, m.city, m.attendance,
       m.home_id, m.away_id, m.id AS match_id, a.title, a.file, m.page, m.line
FROM matches AS m JOIN articles AS a ON a.id = m.article_id
ORDER BY m.article_id, m.number;

-- Every row of a league table with its competition.
CREATE VIEW "league_tables" AS
SELECT s.article_id, a.competition_name AS competition, a.season_label AS season,
       s.stage, s."group", s.position, s.team, s.played, s.won, s.drawn, s.lost, s.goals_for,
       s.goals_against, s.goal_difference, s.points, s.note, s.team_id, a.title, a.file, s.page,
       s.line
FROM standings AS s JOIN articles AS a ON a.id = s.article_id
ORDER BY s.article_id, s.standing, s.number;

-- Names of teams, players, stadiums and competitions, found without case and accents:
-- SELECT * FROM names WHERE names MATCH 'munoz';
CREATE VIRTUAL TABLE "names" USING fts5(
  name, kind UNINDEXED, id UNINDEXED, article_id UNINDEXED,
  tokenize = 'unicode61 remove_diacritics 2'
);
