#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Manual pages are well formed and have the sections that readers look for.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"

command -v mandoc >/dev/null || skip_all "mandoc is not here"

pages() { project_files | grep -E '^src/.*\.[1-8]$'; }

# lacking SECTION PATTERN: pages that match PATTERN and lack the section.
lacking() {
    pages | grep -E "$2" | xargs -r grep -L "^\.Sh $1\$"
    return 0
}

lint() { pages | xargs -r mandoc -Tlint -Wwarning; }

names() {
    pages | while read -r page; do
        grep -qxF ".Dt $(basename "${page%.*}" | tr '[:lower:]' '[:upper:]') ${page##*.}" \
            "$page" || echo "$page: .Dt does not name it"
    done
}

finds_nothing "manual pages pass the linter" lint
finds_nothing "a page's title is its file's name" names
for section in NAME SYNOPSIS DESCRIPTION EXAMPLES; do
    finds_nothing "pages have the section $section" lacking "$section" '\.[13]$'
done
finds_nothing "pages of commands have the section EXIT STATUS" \
    lacking 'EXIT STATUS' '\.1$'
plan_done
