#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The library's manual pages tell the truth: each public header has its page,
# which declares every function as the header does, and whose example compiles
# and runs.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"
: "${FADE_COMPILE:?is set by make check}"

library=$FADE_BUILDDIR/.libs/libfadecast.so
[ -f "$library" ] || skip_all "the shared library was not built"

pages() { project_files | grep -E '^src/.*\.3$'; }

# Headers that declare functions; fadecast.h is the page fadecast(3).
public_headers() {
    project_files | grep '^include/fadecast/' | xargs grep -l '^FADE_API'
}

page_of() {
    local name

    name=fadecast_$(basename "$1" .h)
    pages | grep "/${name/fadecast_fadecast/fadecast}\.3$"
}

# The functions of a header, in order.
declared() {
    echo "$1" | code_lines | sed 's/^[^:]*:[0-9]*://' | tr '\n' ' ' |
        grep -oE 'FADE_API [^;()]*\(' | grep -oE '[a-z_0-9]+ *\($' | tr -d ' ('
}

undocumented() {
    local header page

    for header in $(public_headers); do
        page=$(page_of "$header")
        [ -n "$page" ] || {
            echo "$header has no page"
            continue
        }
        diff <(declared "$header") <(sed -n 's/^\.Fo //p' "$page") |
            sed -n "s,^<,$page lacks,p; s,^>,$header lacks,p"
    done
}

# The synopsis of a page as C.
prototypes() {
    sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$1" | awk '
        /^\.In / { print "#include <" $2 ">" }
        /^\.Ft / { type = substr($0, 5) }
        /^\.Fo / { printf "%s %s(", type, $2; comma = "" }
        /^\.Fa / {
            gsub(/"/, "")
            printf "%s%s", comma, substr($0, 5)
            comma = ", "
        }
        /^\.Fc/ { print ");" }'
}

# The examples of a page as C.
examples() {
    sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE ALSO/p' "$1" |
        sed -n '/^\.Bd/,/^\.Ed/ { /^\./d; s/\\e/\\/g; p; }'
}

# compile FILE WORDS...
compile() {
    local file=$1

    shift
    # FADE_COMPILE is the compiler with its flags, relative to the build.
    # shellcheck disable=SC2086
    (cd "$FADE_BUILDDIR" && $FADE_COMPILE -I"$FADE_SRCDIR/include" \
        -Werror "$file" "$@")
}

contradicting() {
    local page

    for page in $(pages); do
        prototypes "$page" >"$work/prototypes.c"
        compile "$work/prototypes.c" -fsyntax-only || echo "$page"
    done
}

# Leaks would be the example's: they are found where sanitizers are on.
broken_examples() {
    local page name

    for page in $(pages); do
        name=$work/$(basename "$page" .3)
        examples "$page" >"$name.c"
        compile "$name.c" -o "$name" "$library" -lm \
            -Wl,-rpath,"$FADE_BUILDDIR/.libs" || echo "$page"
        "$name" "$FADE_SRCDIR/models" >"$name.said" || echo "$page"
        [ -s "$name.said" ] || echo "$page: its example says nothing"
    done
}

finds_nothing "every public function is in its header's page" undocumented
finds_nothing "pages declare functions as the headers do" contradicting
finds_nothing "examples compile and run" broken_examples
plan_done
