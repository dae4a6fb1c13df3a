"""Every diagnostic code is reported by some source, and appears in at least one spec or test."""

import re

from project import finish, project_files, read


def main():
    header = read("src/finding/code.hpp")
    body = re.search(r"enum class Code[^{]*\{(.*?)\};", header, re.DOTALL).group(1)
    codes = re.findall(r"\b[a-z_]+\b", re.sub(r"//.*", "", body))

    reported = set()
    tested = set()
    for path in project_files():
        if path.parts[0] in ("src", "tools") and path.name not in ("diagnostic.hpp", "diagnostic.cpp"):
            reported.update(re.findall(r"\bCode::([a-z_]+)", read(path)))
        if path.parts[:2] == ("tests", "spec"):
            tested.update(re.findall(r"\b(?:error|warning|info)\[([a-z_]+)\]", read(path)))
        if path.parts[0] == "tests" and path.name.endswith("_test.cpp"):
            tested.update(re.findall(r"\bCode::([a-z_]+)", read(path)))
    # The class that counts the findings reports this one itself.
    reported.update(re.findall(r"\bCode::(diagnostics_truncated)", read("src/finding/diagnostic.cpp")))

    problems = [f"{code}: nothing reports it" for code in codes if code not in reported]
    problems += [f"{code}: appears in no spec and no test" for code in codes if code not in tested]
    finish(problems, len(codes))


main()
