#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The library exports what src/fadecast.sym lists, no more and no less, and
# that is what the public headers promise. A reviewed change of the interface
# is taken over by `make symbols`.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"

library=$FADE_BUILDDIR/.libs/libfadecast.so
command -v nm >/dev/null || skip_all "nm (binutils) is not here"
[ -f "$library" ] || skip_all "the shared library was not built"
[ -z "${FADE_INSTRUMENTED-}" ] || skip_all "instrumentation exports symbols of its own"

exported() {
    nm -D --defined-only --extern-only "$library" | awk '{ print $3 }' | sort
}

promised() {
    c_files | grep '^include/' | code_lines | sed 's/^[^:]*:[0-9]*://; /^#/d' |
        tr '\n' ' ' | grep -oE 'FADE_API [^;()]*\(' |
        grep -oE '[a-z_0-9]+ *\($' | tr -d ' (' | sort
}

if [ "${1-}" = --update ]; then
    exported >src/fadecast.sym
    exit
fi
finds_nothing "the list of symbols is sorted" sort -c src/fadecast.sym
exported >"$work/exported"
promised >"$work/promised"
finds_nothing "the library exports exactly src/fadecast.sym" \
    diff src/fadecast.sym "$work/exported"
finds_nothing "the public headers promise exactly src/fadecast.sym" \
    diff src/fadecast.sym "$work/promised"
finds_nothing "every exported name begins with fade_" \
    sed '/^fade_/d' src/fadecast.sym
plan_done
