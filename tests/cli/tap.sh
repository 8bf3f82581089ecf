# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# For tests of the program, to be read with `. "$FADE_SRCDIR/tests/cli/tap.sh"`.
#
#   it "says what is true" command...   one test: does the command succeed?
#   run fadecast words...               keeps out, err (files) and $code
#   prints TEXT, complains TEXT, exits CODE   look at the last run
#   skip_all REASON, plan_done
#
# The work is done in a new empty directory $work, removed at the end; the
# program is first on the PATH; names and dates are the C locale's.

LC_ALL=C.UTF-8 TZ=UTC
export LC_ALL TZ
: "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${FADE_BUILDDIR:=$FADE_SRCDIR/build}"
: "${FADECAST_MODELS:=$FADE_SRCDIR/models}"
PATH=$FADE_BUILDDIR:$PATH
export PATH FADECAST_MODELS
unset FADECAST_DB

number=0
failures=0
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
cd "$work" || exit 99
out=$work/.out
err=$work/.err
code=0

skip_all() {
    echo "1..0 # SKIP $*"
    exit 0
}

# run COMMAND...: standard output to $out, messages to $err, status to $code.
run() {
    code=0
    "$@" >"$out" 2>"$err" || code=$?
}

prints() { grep -qF -e "$1" "$out"; }
prints_not() { ! grep -qF -e "$1" "$out"; }
matches() { grep -qE -e "$1" "$out"; }
complains() { grep -qF -e "$1" "$err"; }
exits() { test "$code" -eq "$1"; }
silent() { test ! -s "$err"; }
same() { cmp -s "$1" "$2"; }

# it SENTENCE COMMAND...: a failing test shows what the last run said.
it() {
    sentence=$1
    shift
    number=$((number + 1))
    if "$@"; then
        echo "ok $number - $sentence"
        return
    fi
    failures=$((failures + 1))
    echo "not ok $number - $sentence"
    echo "# failed: $*; the last run ended with $code and said:"
    head -n 20 "$out" "$err" 2>/dev/null | sed 's/^/#   /'
}

skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

plan_done() {
    echo "1..$number"
    test "$failures" -eq 0
}
