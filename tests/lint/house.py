"""What must not grow back: words, dashes and implementations out of their rooms.

A word of a language stands in src/words alone; a dash that is not ASCII stands there and in grammar/token.hpp; what a
header declares is defined in the file of its name.
"""

import re
import unicodedata

from project import finish, read, sources

# Where words of a language are looked for.
ROOMS = ("grammar/", "src/football/", "src/wiki/", "src/check/", "src/build/")

# What is no word of an article: names of records, fields and readings in our own output, parameters that one module has
# in every language, tags and attributes of HTML.  All are English words too.
OURS = {
    "", "a", "and", "are", "as", "by", "for", "in", "of", "on", "or", "the", "to",
    "aggregate", "assistant", "attendance", "aggregatescore", "bracket", "caption", "city", "club", "competition", "count",
    "country", "date", "draw", "file", "first leg", "football box", "found", "from", "goal", "goal difference", "goals",
    "goals against", "goals for", "group", "groups", "heading", "home", "away", "infobox", "location", "match", "matches",
    "matches played", "name", "next", "next season", "no", "none", "note", "own goals", "page", "penaltyscore", "place",
    "player", "players", "points", "position", "previous season", "record", "redirect", "results", "round", "rule", "score",
    "scorer", "scorers", "season", "seasons", "second leg", "see also", "series", "source", "stadium", "stadiums",
    "standings", "statistics", "table", "team", "teams", "template", "tie", "ties", "time", "title", "top scorer",
    "top scorers", "winner", "year", "yes", "category", "comment", "sum", "continentalcup",
    "body", "del", "details", "dia", "footballbox", "reference", "referee", "summary", "toc", "ref", "references", "col", "image", "center", "data", "small", "sub", "sup", "noinclude", "section",
    # The modules and templates by their canonical names.
    "tabla de posiciones equipo",
}
# Names of characters, which are words of no article.
NAMES_OF_CHARACTERS = ("src/wiki/entities.cpp",)
# Enumerators as they are printed.
PRINTED = ("src/football/season.hpp", "src/football/extract.hpp")

LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
DASH = re.compile(r"\\xE2\\x80\\x9[0-5]|\\xE2\\x88\\x92|\\u201[0-5]|\\u2212|[\u2010-\u2015\u2212]")
DASH_NUMBER = re.compile(r"0x201[0-5]|0x2212")
DASHES = ("grammar/token.hpp", "src/words/")
# Tables of characters by their numbers: which of them are dashes, what HTML calls them.
CHARACTERS = DASHES + ("src/text/", "src/wiki/entities.cpp")


def fold(text):
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


def code_lines(text):
    """(number, line) of a source without its comments and includes."""
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.lstrip()
        if stripped.startswith(("//", "#include")):
            continue
        yield number, re.sub(r"\s//.*$", "", line)


def forms():
    """Every form of every language, folded, without the marks of heads and tails."""
    found = set()
    for path in sources():
        if str(path).startswith("src/words/") and path.stem in ("english", "spanish", "portuguese"):
            for row in re.findall(r"\{Kind::\w+,\s*((?:\"[^\"]*\"\s*)+)", read(path)):
                text = "".join(re.findall(r'"([^"]*)"', row))
                found.update(fold(form.strip("*")) for form in text.split("|"))
    return {form for form in found if len(form) > 2 and re.search("[a-z]", form)}


def words_and_dashes(known):
    for path in sources():
        name = str(path)
        if not name.startswith(("src/", "grammar/")):
            continue
        for number, line in code_lines(read(path)):
            if (not name.startswith(DASHES) and DASH.search(line)) or (
                not name.startswith(CHARACTERS) and DASH_NUMBER.search(line)
            ):
                yield f"{path}:{number}: a dash outside grammar/token.hpp and src/words"
            if not name.startswith(ROOMS) or name in NAMES_OF_CHARACTERS + PRINTED:
                continue
            for literal in LITERAL.findall(line):
                # A parameter that is numbered belongs to its template.
                if fold(literal) in known and literal not in OURS and not re.search(r"[a-z][0-9]$", literal):
                    yield f'{path}:{number}: "{literal}" is a word of src/words'


def declared(text):
    """Names of the classes and free functions that a header declares without defining them."""
    flat = re.sub(r"//[^\n]*", "", text)
    for name in re.findall(r"^class (\w+)[^;{]*\{", flat, re.M):
        yield name, True
    for name in re.findall(r"^(?!using|typedef|template|#|inline|constexpr|friend)[\w:][\w:<>,&*\s]*?\b(\w+)\([^;{}]*\);",
                           flat, re.M):
        yield name, False


def homes():
    """Definitions that stand in a file of another name than their header's."""
    bodies = {path: read(path) for path in sources() if path.suffix == ".cpp" and path.parts[:2] == ("src", "football")}
    for header in sources():
        # The header of a room by its name is its interface: each of its files defines a part of it.
        if header.suffix != ".hpp" or header.parts[:2] != ("src", "football") or header.stem == header.parent.name:
            continue
        own = header.with_suffix(".cpp")
        for name, is_class in declared(read(header)):
            pattern = rf"^[^\s/#}}].*\b{name}::\w+\(" if is_class else rf"^[^\s/#}}][\w:<>,&*\s]*\b{name}\([^;]*\) (?:const )?\{{"
            wanted = re.compile(pattern, re.M)
            if own in bodies and wanted.search(bodies[own]):
                continue
            for path, text in bodies.items():
                if path != own and path.parent == header.parent and wanted.search(text):
                    yield f"{path}: defines {name}, which {header} declares"


def main():
    known = forms()
    problems = list(words_and_dashes(known)) + list(homes())
    finish(problems, len(known))


main()
