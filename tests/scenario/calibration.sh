#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A made-up clinic's patients are touched up when the recall dates say so: of
# those whose truth is known, the planned shares are past their threshold by
# each date, within 99.9 % of binomial scatter.
# shellcheck source=tests/cli/tap.sh
. "$FADE_SRCDIR/tests/cli/tap.sh"

patients=${FADECAST_QUICK:+60}
patients=${patients:-400}

# past COLUMN: the share of zones whose true touch-up lies before that date.
past() {
    awk -F, -v date="$1" '
        # Days since 0000-03-01 of the Gregorian calendar.
        function days(text,  part, y, m) {
            split(text, part, "-")
            y = part[1] - (part[2] <= 2)
            m = (part[2] + 9) % 12
            return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) \
                + int((153 * m + 2) / 5) + part[3] - 1
        }
        FNR == 1 { delete column; for (i = 1; i <= NF; i++) column[$i] = i }
        FNR == 1 { next }
        NR == FNR { truth[$column["patient"]] = $column["touchup_days"]; next }
        {
            t = truth[$column["patient"]]
            all++
            on = $column[date]
            past += t != "inf" && on != "" \
                && t <= days(on) - days($column["last_session"])
        }
        END { print past / all, all }' made/truth/zones.csv recalls.csv
}

# calibrated COLUMN SHARE
calibrated() {
    past "$1" >share
    awk -v want="$2" '{
        off = $1 - want
        exit !($2 > 0 && off * off <= 3.29 ^ 2 * want * (1 - want) / $2)
    }' share || {
        echo "# $1: $(cat share), wanted $2"
        return 1
    }
}

fadecast simulate --seed 7 --set "patients=$patients" --set temporary=0.5 \
    --set visits=0 --set healed_visit=0 --set touchups=0 made >/dev/null
fadecast init --seed 7 >/dev/null
fadecast import made >/dev/null
fadecast schedule --today 2026-11-02 --now 2026-11-02T08:00:00Z >/dev/null
run fadecast recalls --today 2026-11-02 --all --csv
# Reasons and names may hold commas; what is compared stands before them.
sed 's/"[^"]*"//g' "$out" >recalls.csv

it "every patient has a recall" \
    test "$(($(wc -l <recalls.csv) - 1))" -eq "$patients"
it "a tenth want a touch-up by the earliest date" calibrated earliest 0.10
it "a quarter do by the recommended date" calibrated recommended 0.25
it "three quarters do by the overdue date" calibrated overdue_after 0.75
plan_done
