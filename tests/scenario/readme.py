# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md's examples, run one after another in an empty folder.

An example is an indented line that begins with "$ "; the lines under it are its
output, where a line "..." stands for any number of lines. Prints TAP.
`readme.py --update` writes what the commands print now into README.md; around
a "..." as many lines are kept as there are.
"""
import os
import re
import subprocess
import sys
import tempfile

TOP = os.environ["FADE_SRCDIR"]
BUILD = os.environ["FADE_BUILDDIR"]
INDENT = "    "


def examples(lines):
    """Yields (command, first and last line of its output)."""
    at = 0
    while at < len(lines):
        if not lines[at].startswith(INDENT + "$ "):
            at += 1
            continue
        command = lines[at][len(INDENT) + 2:]
        while command.endswith("\\"):
            at += 1
            command = command[:-1].rstrip() + " " + lines[at].strip()
        at += 1
        end = start = at
        while at < len(lines) and not lines[at].startswith(INDENT + "$ "):
            if lines[at].startswith(INDENT):
                end = at + 1
            elif lines[at]:
                break
            at += 1
        yield command, start, end


def run(command, folder):
    """What a terminal shows of it."""
    environment = dict(
        os.environ, PATH=BUILD + ":" + os.environ["PATH"], TZ="UTC",
        LC_ALL="C.UTF-8", FADECAST_MODELS=os.path.join(TOP, "models"))
    environment.pop("FADECAST_DB", None)
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, timeout=120,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, check=False, encoding="utf-8")
    return done.stdout.rstrip("\n").split("\n") if done.stdout else []


def matches(shown, printed):
    pattern = "".join("(.*\n)*" if line == "..." else re.escape(line) + "\n"
                      for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed))


def shortened(shown, printed):
    """`printed` with as many lines around a "..." as `shown` has."""
    if "..." not in shown:
        return printed
    before = shown.index("...")
    after = len(shown) - before - 1
    return (printed[:before] + ["..."]
            + (printed[-after:] if after > 0 else []))


def main():
    path = os.path.join(TOP, "README.md")
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    found = list(examples(lines))
    renewed = list(lines)
    shift = 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("data", "models"):
            os.symlink(os.path.join(TOP, name), os.path.join(folder, name))
        for number, (command, start, end) in enumerate(found, 1):
            shown = [line[len(INDENT):] for line in lines[start:end]]
            printed = run(command, folder)
            good = bool(matches(shown, printed))
            failed += not good
            print(f"{'ok' if good else 'not ok'} {number} - {command}")
            if not good:
                print("".join(f"# {line}\n" for line in printed), end="")
            new = [INDENT + line if line else ""
                   for line in shortened(shown, printed)]
            renewed[start + shift:end + shift] = new
            shift += len(new) - (end - start)
    print(f"1..{len(found)}")
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(renewed))
        return 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
