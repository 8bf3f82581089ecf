# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For the tests of the house rules: `. "$FADE_SRCDIR/tests/meta/meta.sh"`.
# A rule prints what breaks it; finds_nothing turns that into a verdict.

: "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
# shellcheck source=tests/cli/tap.sh
. "$FADE_SRCDIR/tests/cli/tap.sh"
cd "$FADE_SRCDIR" || exit 99

# finds_nothing SENTENCE COMMAND...
finds_nothing() {
    local sentence=$1

    shift
    run "$@"
    it "$sentence" test ! -s "$out" -a "$code" -eq 0
}

# Files that belong to the project, from its top; a released tree has no git
# and holds configure's output too.
project_files() {
    if [ -e .git ]; then
        git -c safe.directory='*' ls-files --cached --others --exclude-standard
    else
        find .ci data include models src tests -type f
        printf '%s\n' .clang-format .clang-tidy LICENSE Makefile.am NEWS \
            README.md bootstrap configure.ac
    fi | sort | while IFS= read -r file; do
        [ ! -f "$file" ] || printf '%s\n' "$file"
    done
}

c_files() { project_files | grep -E '^(include|src|tests)/.*\.[ch]$'; }

# C text without comments, every line "file:number:text".
code_lines() {
    # shellcheck disable=SC2016 # the dollars are awk's
    xargs awk '
        FNR == 1 { in_comment = 0 }
        {
            rest = $0
            code = ""
            while (rest != "") {
                if (in_comment) {
                    at = index(rest, "*/")
                    if (!at) { rest = ""; break }
                    rest = substr(rest, at + 2)
                    in_comment = 0
                } else if (match(rest, /^"(\\.|[^"\\])*"/)) {
                    code = code substr(rest, 1, RLENGTH)
                    rest = substr(rest, RLENGTH + 1)
                } else if (substr(rest, 1, 2) == "/*") {
                    in_comment = 1
                    rest = substr(rest, 3)
                } else {
                    code = code substr(rest, 1, 1)
                    rest = substr(rest, 2)
                }
            }
            print FILENAME ":" FNR ":" code
        }'
}
