#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Functions have at most 60 lines (a test's table of cases: 120) and files at
# most 600; what passes 45 or 450 is listed, as a place to look at before it
# grows further.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"

# long_functions FOLDER LIMIT: braces in column 1 are a function's.
long_functions() {
    # shellcheck disable=SC2016 # the dollars are awk's
    c_files | grep "^$1/" | xargs awk -v limit="$2" '
        /^[a-z_0-9]+\(/ { name = $0; sub(/\(.*/, "", name) }
        /^\{$/ { start = FNR }
        /^\}$/ && start {
            if (FNR - start + 1 > limit)
                print FILENAME ":" start ": " name " has " FNR - start + 1 " lines"
            start = 0
        }'
}

long_files() {
    project_files | grep -E '\.([ch]|sh|mk|am|ac)$|^bootstrap$|^\.ci/run$' |
        xargs wc -l | awk -v limit="$1" '
            $2 != "total" && $1 > limit { print $2 " has " $1 " lines" }'
}

finds_nothing "no function has more than 60 lines" long_functions src 60
finds_nothing "no test has more than 120 lines" long_functions tests 120
finds_nothing "no file has more than 600 lines" long_files 600
{ long_functions src 45 && long_files 450; } | sed 's/^/# long: /'
plan_done
