"""What must not grow back: words, dashes and implementations out of their rooms.

A word of a language stands in src/words alone; a dash that is not ASCII stands there and in grammar/token.hpp; what a
header declares is defined in the file of its name.
"""

import re
import unicodedata

from project import finish, read, sources

# Where words of a language are looked for.
ROOMS = ("grammar/", "src/football/", "src/wiki/", "src/check/", "src/build/")

# What we call things ourselves: names of records, fields and formats, which are English words too.
OURS = {
    "", "a", "attendance", "bracket", "date", "group", "groups", "heading", "match", "matches", "note", "page", "player",
    "players", "points", "record", "results", "round", "rule", "score", "season", "seasons", "stadium", "stadiums", "team",
    "teams", "ties", "tie", "time", "title", "year", "and", "in", "on", "of", "the", "or", "to", "or", "home", "away",
    "goals", "city", "found", "infobox", "count", "name", "none", "no", "yes", "draw", "file", "redirect", "template", "as",
    "table", "standings", "position", "competition", "country", "club", "by", "for", "are",
}

LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
DASH = re.compile(r"\\xE2\\x80\\x9[0-5]|\\xE2\\x88\\x92|\\u201[0-5]|\\u2212|0x201[0-5]|0x2212|[\u2010-\u2015\u2212]")
DASHES = ("grammar/token.hpp", "src/words/", "src/text/")


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
            if not name.startswith(DASHES) and DASH.search(line):
                yield f"{path}:{number}: a dash outside grammar/token.hpp and src/words"
            if not name.startswith(ROOMS):
                continue
            for literal in LITERAL.findall(line):
                if fold(literal) in known and literal not in OURS:
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
    bodies = {path: read(path) for path in sources() if path.suffix == ".cpp" and path.parts[0] == "src"}
    for header in sources():
        if header.suffix != ".hpp" or header.parts[0] != "src":
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
