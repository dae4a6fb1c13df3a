"""A second validator, python3-jsonschema, and RapidJSON's must be of one mind.

    validators_test.py SCHEMA [SEASON...]

Checks that SCHEMA is a good draft-04 schema, that each SEASON (a season or an array of them)
conforms, and that every change listed in mutations.json is judged as listed: the C++ test
`schema/listed_changes_are_judged_as_listed` holds RapidJSON to the same list.
"""

import copy
import json
import pathlib
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def place(season, pointer):
    """The container that a JSON pointer leads into, and the key or index there."""
    *path, last = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    container = season
    for token in path:
        container = container[int(token) if isinstance(container, list) else token]
    if isinstance(container, list):
        last = len(container) if last == "-" else int(last)
    return container, last


def changed(season, change):
    result = copy.deepcopy(season)
    container, key = place(result, change["pointer"])
    exists = key < len(container) if isinstance(container, list) else key in container
    if exists == (change["op"] == "add"):
        raise ValueError(f"{change['op']} does not fit: {change['pointer']}")
    if change["op"] == "remove":
        del container[key]
    elif isinstance(container, list) and not exists:
        container.append(change["value"])
    else:
        container[key] = change["value"]
    return result


def location(error):
    """Where the C++ validator points: for an unknown key, at the key itself."""
    path = list(error.absolute_path)
    if error.validator == "additionalProperties":
        path += [key for key in error.instance if key not in error.schema["properties"]]
    return "".join(f"/{token}" for token in path)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    schema = read(sys.argv[1])
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema)
    failures = []

    seasons = sys.argv[2:] + [HERE / "full.json", HERE / "bare.json"]
    for path in seasons:
        found = read(path)
        for season in found if isinstance(found, list) else [found]:
            for error in validator.iter_errors(season):
                failures.append(f"{path}: {location(error)}: {error.message}")

    full = read(HERE / "full.json")
    changes = read(HERE / "mutations.json")
    for change in changes:
        errors = list(validator.iter_errors(changed(full, change)))
        if change["valid"] != (not errors):
            failures.append(f"{change}: judged {'invalid' if errors else 'valid'}")
        elif errors and change["says"].split(": ")[0] not in map(location, errors):
            failures.append(f"{change}: found at {[location(error) for error in errors]}")

    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(seasons)} files, {len(changes)} changes: {len(failures)} failures")
    return 1 if failures or not changes else 0


if __name__ == "__main__":
    sys.exit(main())
