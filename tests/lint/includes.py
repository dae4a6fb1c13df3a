"""Includes point only to the left, and every third party has one home.

    std <- finding <- text <- words <- wiki <- football <- check, format <- acta <- input <- build <- tools, tests
    PEGTL, text, words <- grammar <- the .cpp files of wiki and football

Within wiki and football the rooms have arrows of their own.
"""

import pathlib

from project import finish, includes, sources

# What the files of a room may include of ours.  "wiki" are the files of the folder itself, "wiki/..." its rooms.
FINDING = {"finding"}
TEXT = FINDING | {"text"}
WORDS = TEXT | {"words"}
WIKI = WORDS | {"wiki"}
FOOTBALL = WIKI | {"football"}
PHRASE = FOOTBALL | {"football/phrase"}
DRAFT = PHRASE | {"football/draft"}
ALLOWED = {
    "grammar": {"grammar", "text", "words"},
    "finding": FINDING,
    "text": TEXT,
    "words": WORDS,
    "wiki": WIKI | {"wiki/syntax", "wiki/wikitext", "wiki/rendered", "wiki/html"},
    "wiki/syntax": WIKI | {"wiki/syntax"},
    "wiki/wikitext": WIKI | {"wiki/syntax", "wiki/wikitext"},
    "wiki/rendered": WIKI | {"wiki/rendered"},
    "wiki/html": WIKI | {"wiki/html"},
    "football/phrase": PHRASE,
    "football/draft": DRAFT,
    "football/infobox": DRAFT | {"football/infobox"},
    "football/settle": DRAFT | {"football/settle"},
    "football/table": DRAFT | {"football/table"},
    "football/box": DRAFT | {"football/table", "football/box"},
    "football/section": DRAFT | {"football/table", "football/box", "football/section"},
    "football": DRAFT | {"football/" + room for room in ("infobox", "settle", "table", "box", "section")},
    "check": FOOTBALL | {"check"},
    "format": FOOTBALL | {"format", "wiki/syntax"},
    "acta": FOOTBALL | {"wiki/syntax", "check", "format", "acta"},
    "input": FOOTBALL | {"check", "format", "acta", "input"},
    "build": FOOTBALL | {"check", "format", "acta", "input", "build"},
}
WITH_GRAMMAR = ("src/wiki/", "src/football/")

# Where a third party may be included: prefixes of paths.
HOMES = {
    "tao": ("grammar/",) + WITH_GRAMMAR,
    "unicode": ("src/text/unicode.cpp",),
    "libxml": ("src/wiki/html/tree.cpp",),
    "nettle": ("src/text/hash.cpp",),
    "rapidjson": ("src/format/",),
    "sqlite3.h": ("src/format/sqlite.cpp",),
    "bzlib.h": ("src/input/bzip2.cpp",),
    "zlib.h": ("src/input/stream.cpp",),
    "zstd.h": ("src/input/stream.cpp",),
    "CLI": ("tools/acta.cpp",),
    "toml++": ("tools/config.cpp",),
    "boost": (),
    "benchmark": (),
    "fmt": ("src/", "tools/"),
}

# What is installed, and so all that the command may use.
PUBLIC = {
    "acta.hpp", "build/build.hpp", "check/across.hpp", "check/aliases.hpp",
    "football/extract.hpp", "football/season.hpp", "format/baseline.hpp", "format/diff.hpp",
    "format/findings.hpp", "format/format.hpp", "format/read.hpp",
    "finding/code.hpp", "finding/diagnostic.hpp", "finding/visible.hpp",
    "input/articles.hpp", "input/failure.hpp", "input/file.hpp", "input/kind.hpp",
    "input/loose.hpp", "input/selection.hpp", "input/sources.hpp",
    "text/source.hpp", "wiki/document.hpp",
}


def layer(path):
    parts = path.parts
    if parts[0] != "src":
        return parts[0]
    return room(parts[1:-1])


def room(folders):
    """The room of a file in these folders: the folder, or the folder and the room in it."""
    return "/".join(folders) if folders else "acta"


def target_layer(name):
    return room(name.split("/")[:-1])


def check_ours(path, name, here):
    if here == "tests":
        return None
    if here == "tools":
        own = "/" not in name and name != "acta.hpp"
        return None if own or name in PUBLIC else "the command uses only the installed headers"
    to = target_layer(name)
    if to == "grammar" and here != "grammar":
        if path.suffix == ".cpp" and str(path).startswith(WITH_GRAMMAR):
            return None
        return "a grammar is included only by .cpp files of wiki and football"
    if name.endswith(".inc") or name == "version.hpp":  # Made by the build.
        return None
    return None if to in ALLOWED[here] else f"{here} may not include {to}"


def check_third(path, name, here):
    party = name.split("/")[0]
    if party not in HOMES:
        unknown = "/" in name and not name.startswith("sys/")
        return f"unknown third party {party}" if unknown else None
    if here == "tests":
        return None
    if not str(path).startswith(HOMES[party]) or not HOMES[party]:
        return f"{party} has its home in {', '.join(HOMES[party]) or 'tests'}"
    private = str(path).startswith(("grammar/", "src/format/")) and path.name != "format.hpp"
    if path.suffix == ".hpp" and not private:
        return "a header includes no third party"
    return None


def main():
    problems = []
    checked = 0
    for path in sources():
        here = layer(path)
        if here == "tests" and path.parts[1] == "install":
            continue  # Somebody else's project: it sees what is installed.
        for line, name, ours in includes(path):
            checked += 1
            wrong = (check_ours if ours else check_third)(pathlib.PurePosixPath(path), name, here)
            if wrong:
                problems.append(f"{path}:{line}: {name}: {wrong}")
    for header in PUBLIC:
        for line, name, ours in includes(pathlib.PurePosixPath("src") / header):
            if ours and name not in PUBLIC:
                problems.append(f"src/{header}:{line}: {name}: is not installed")
    finish(problems, checked)


main()
