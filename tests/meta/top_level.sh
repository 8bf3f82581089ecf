#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The top of the tree stays as a reader of README.md expects it.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"

ALLOWED='.ci .clang-format .clang-tidy .gitignore LICENSE Makefile.am NEWS
README.md bootstrap build-aux configure.ac data include models src tests'

unexpected() {
    project_files | cut -d / -f 1 | sort -u | grep -vxF "$(tr ' ' '\n' <<<"$ALLOWED")"
    return 0
}

not_in_readme() {
    local folder

    for folder in src/*/; do
        [ -n "$(find "$folder" -name '*.c')" ] || continue
        grep -qE "(^|[^a-z])$(basename "$folder")([^a-z]|\$)" README.md ||
            echo "$folder"
    done
}

without_licence() {
    project_files | grep -E '\.([ch]|sh)$|^bootstrap$|^\.ci/run$' |
        while read -r file; do
            head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
                echo "$file"
        done
}

# C files that are in the tree but in no list of a module.mk.
not_built() {
    local file

    for file in $(project_files | grep -E '^(src|tests)/.*\.c$'); do
        grep -qE "(^|[/ ])$(basename "${file%.c}")(\.c)?( |\$)" Makefile.am \
            "${file%%/*}"/*/module.mk || echo "$file"
    done
}

finds_nothing "the top level holds what it should and nothing else" unexpected
finds_nothing "README.md's picture shows every folder of src" not_in_readme
finds_nothing "every source file names its licence" without_licence
finds_nothing "every C file is built" not_built
plan_done
