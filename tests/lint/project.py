"""The project's files, as the lint tests see them."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def project_files():
    """Every file that is or could be committed, relative to the root, sorted."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        names = [name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        # A source archive without git: everything but what is built there.
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
        names = [name for name in names if not name.startswith(("build/", ".git/"))]
    return [pathlib.PurePosixPath(name) for name in sorted(set(names)) if (ROOT / name).is_file()]


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def sources():
    """The C++ files of the project."""
    return [path for path in project_files() if path.suffix in (".cpp", ".hpp")]


def includes(path):
    """(line, name, is_ours) of every #include of a file."""
    for number, line in enumerate(read(path).splitlines(), start=1):
        found = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
        if found:
            yield number, found.group(2), found.group(1) == '"'


def finish(problems, checked):
    """Ends a lint test: prints what is wrong, and fails when there is anything or nothing was looked at."""
    for problem in problems:
        print(problem)
    if not checked:
        sys.exit("nothing was checked")
    if problems:
        sys.exit(f"{len(problems)} problems")
    print(f"{checked} checked, no problems")
