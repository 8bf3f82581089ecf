#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A header brings in what it needs; public ones do not even need config.h.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"
: "${FADE_COMPILE:?is set by make check}"

# compiles DIRECTORY NAME FLAGS...
compiles() {
    local name=$1

    shift
    printf '#include "%s"\ntypedef int not_empty;\n' "$name" >"$work/alone.c"
    # FADE_COMPILE is the compiler with its flags, relative to the build.
    # shellcheck disable=SC2086
    (cd "$FADE_BUILDDIR" && $FADE_COMPILE -I"$FADE_SRCDIR/include" \
        -I"$FADE_SRCDIR/src" -I"$FADE_SRCDIR/tests" "$@" -Werror \
        -fsyntax-only "$work/alone.c")
}

alone() {
    local header status=0

    for header in $(c_files | grep '\.h$' | grep "^$1"); do
        compiles "${header#*/}" "${@:2}" || {
            echo "$header"
            status=1
        }
    done
    return "$status"
}

public_without_config() {
    local header

    for header in $(c_files | grep '^include/'); do
        printf '#include <%s>\ntypedef int not_empty;\n' "${header#include/}" \
            >"$work/alone.c"
        # shellcheck disable=SC2086
        ${FADE_COMPILE%% *} -std=c17 -Wall -Wextra -Wpedantic -Werror \
            -Iinclude -fsyntax-only "$work/alone.c" || echo "$header"
    done
}

# A C++ compiler is no part of what the tests need: used where there is one.
callable_from_cxx() {
    local header

    for header in $(c_files | grep '^include/' | xargs grep -l '^FADE_API'); do
        grep -qx FADE_BEGIN "$header" && grep -qx FADE_END "$header" ||
            echo "$header: not between FADE_BEGIN and FADE_END"
        command -v c++ >/dev/null || continue
        printf '#include <%s>\n' "${header#include/}" >"$work/alone.cpp"
        c++ -Wall -Wextra -Werror -Iinclude -fsyntax-only "$work/alone.cpp" ||
            echo "$header"
    done
}

finds_nothing "public headers compile alone in plain C17" public_without_config
finds_nothing "public headers can be called from C++" callable_from_cxx
finds_nothing "private headers compile alone" alone src/
finds_nothing "the tests' headers compile alone" alone tests/
plan_done
