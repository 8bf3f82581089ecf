#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The folders of src/ are floors: a file sees its own and lower ones, never a
# neighbour of the same number; each foreign library is used on one floor.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"

# A public header belongs to the floor of its name; base has several.
FLOORS='base 0
kinetics 1
appearance 1
model 2
individual 3
population 4
forecast 4
schedule 5
fadecast 5.5
store 6
calendar 6
plot 6
clinic 7
serve 8
cli 9'

includes() {
    c_files | xargs grep -HoE '^# *include *["<][^">]*[">]' |
        sed 's/:# *include */ /; s/["<>]//g'
}

# "file included" pairs that look upward or sideways.
upward_includes() {
    includes | awk -v floors="$FLOORS" '
        BEGIN {
            n = split(floors, row, "\n")
            for (i = 1; i <= n; i++) {
                split(row[i], word, " ")
                floor[word[1]] = word[2]
            }
        }
        # src/store/x.c, store/x.h: store. include/fadecast/model.h: model.
        function room(path,    part) {
            sub(/^include\//, "", path)
            sub(/^(src|tests)\//, "", path)
            split(path, part, "/")
            if (part[1] != "fadecast") return part[1]
            sub(/\.h$/, "", part[2])
            return part[2] in floor ? part[2] : "base"
        }
        {
            own = room($1)
            seen = room($2)
            if ($1 == "src/version.c" || !(own in floor)) next
            if (!index($2, "/") || !(seen in floor)) {
                if ($1 ~ /^src\// && $2 ~ /\.h$/ && $2 ~ /^\.\.?\//) print
                next
            }
            if (seen != own && floor[seen] >= floor[own]) print
        }'
}

# Every folder has a floor; tests mirror it.
unknown_rooms() {
    c_files | sed -n 's,^src/\([^/]*\)/.*,\1,p' | sort -u |
        grep -vxF "$(cut -d ' ' -f 1 <<<"$FLOORS")"
    return 0
}

# only_in ROOMS HEADERS: includes of HEADERS outside src|tests/ROOMS.
only_in() {
    includes | grep -E " ($2)\$" | grep -vE "^(src|tests)/($1)"
    return 0
}

# words_outside ROOMS WORDS: uses of WORDS in the code of other rooms of src/.
words_outside() {
    c_files | grep '^src/' | grep -vE "^src/($1)" | code_lines |
        grep -E "(^|[^A-Za-z0-9_>.])($2)"
    return 0
}

finds_nothing "a file includes its own floor and lower ones only" \
    upward_includes
finds_nothing "every folder of src has its floor" unknown_rooms
finds_nothing "SQLite is seen by store only" only_in 'store/' 'sqlite3\.h'
finds_nothing "libical is seen by calendar only" \
    only_in '(calendar/|fuzz/fuzz_event)' '(libical/)?ical[a-z]*\.h'
finds_nothing "sockets, HTTP and libcurl are seen by serve only" only_in \
    'serve/' 'microhttpd\.h|curl/.*|sys/(socket|un)\.h|netinet/.*|arpa/.*|netdb\.h'
finds_nothing "jansson is seen by base/json only" \
    only_in 'base/(test_)?json' 'jansson\.h'
finds_nothing "libcsv is seen by base/csv only" only_in 'base/csv' 'csv\.h'
finds_nothing "threads are seen by base/parallel only" \
    only_in 'base/parallel' '(pthread|threads)\.h'
finds_nothing "gnuplot is named by plot only" \
    words_outside 'plot/' '"[^"]*gnuplot'
finds_nothing "only cli prints and reads argv" words_outside 'cli/' \
    '((v?printf|puts|putchar|perror) *\(|(v?fprintf|fputs|fputc|fwrite) *\(.*(stdout|stderr)|stdout|stderr|argv)'
finds_nothing "only cli ends the program" words_outside 'cli/' \
    '(exit|_exit|abort|quick_exit) *\('
finds_nothing "floors 0 to 5 do not look at the clock" words_outside \
    '(store|calendar|plot|clinic|serve|cli)/' \
    '(time|clock|clock_gettime|gettimeofday|localtime|localtime_r) *\('
plan_done
