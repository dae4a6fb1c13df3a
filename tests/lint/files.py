"""What is in the repository: nothing of one machine, nothing left open, nothing unlisted."""

import os
import re

from project import ROOT, finish, project_files, read

TOP = {
    ".ci", ".clang-format", ".clang-tidy", ".editorconfig", ".gitattributes", ".gitignore",
    "ARCHITECTURE.md", "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md",
    "LICENSE", "README.md", "corpus", "docs", "grammar", "schemas", "src", "tests", "tools",
}

# Paths of one machine, and hosts that packages come from.
LOCAL = re.compile(r"/(?:root|home|work|farm|Users)/[\w.]|/tmp/[\w.]|/var/(?:tmp|folders)/")
HOSTS = re.compile(r"\b(?:deb\.debian|registry\.npmjs|pypi|files\.pythonhosted|crates|ghcr|docker|"
                   r"proxy\.golang)\.(?:org|io|com)\b")
OPEN = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")

LISTS = {"src": "CMakeLists.txt", "tools": "tools/CMakeLists.txt", "tests": "tests/CMakeLists.txt"}


def listed_problem(path):
    """A source that no CMakeLists.txt names is compiled by nobody."""
    if path.suffix != ".cpp" or path.parts[0] not in LISTS or path.parts[:2] == ("tests", "install"):
        return None
    own = path if path.parts[0] == "src" else path.relative_to(path.parts[0])
    words = read(LISTS[path.parts[0]]).replace("(", " ").replace(")", " ").split()
    return None if str(own) in words else f"is not listed in {LISTS[path.parts[0]]}"


def line_problems(path, text):
    for number, line in enumerate(text.split("\n"), start=1):
        if LOCAL.search(line):
            yield f"{path}:{number}: a path of one machine"
        if HOSTS.search(line):
            yield f"{path}:{number}: a host of a package registry"
        if OPEN.search(line):
            yield f"{path}:{number}: something left open"
        if path.suffix in (".cpp", ".hpp", ".py") and ("\t" in line or line != line.rstrip()):
            yield f"{path}:{number}: a tab or blanks at the end"


def file_problems(path):
    if path.parts[0] not in TOP:
        yield f"{path}: the top level holds nothing else than {' '.join(sorted(TOP))}"
    wrong = listed_problem(path)
    if wrong:
        yield f"{path}: {wrong}"
    data = (ROOT / path).read_bytes()
    executable = os.access(ROOT / path, os.X_OK)
    if data.startswith(b"#!") != executable:
        yield f"{path}: a script has a #! line and its execute permission, other files have neither"
    if path.parts[0] == "corpus" and path.name.startswith("article."):
        return  # Articles may hold anything.
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"{path}: is not UTF-8: {error}"
        return
    if text and not text.endswith("\n"):
        yield f"{path}: has no newline at its end"
    if path.suffix == ".hpp" and not text.startswith("#pragma once\n"):
        yield f"{path}: does not begin with #pragma once"
    yield from line_problems(path, text)


def main():
    files = project_files()
    finish([problem for path in files for problem in file_problems(path)], len(files))


main()
