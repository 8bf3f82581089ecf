#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `fadecast forecast` of a zone that is described on the command line.
. "$FADE_SRCDIR/tests/cli/tap.sh"

three="--session 2026-01-01 --session 2026-01-15 --session 2026-01-29
    --skin-lightness 60 --today 2026-06-01"

# shellcheck disable=SC2086 # the words of $three are options
forecast() {
    run fadecast forecast $three "$@"
}

# The typical patient of each model after three reference sessions, by years
# since the last: retained tone to three decimals.
typical() {
    forecast --pigment "$1" --typical --csv
    cut -d, -f3,6 .out | tail -n +2 |
        while IFS=, read -r years tone; do printf '%s %.3f\n' "$years" "$tone"; done
}
typical permanent >got
cat >expected <<END
0.5 0.982
1 0.959
2 0.904
3 0.846
4 0.787
5 0.732
7 0.632
10 0.509
END
it "the typical patient's permanent pigment fades as published" same got expected
typical temporary >got
cat >expected <<END
0.5 0.874
1 0.653
2 0.281
3 0.100
4 0.033
5 0.010
7 0.001
10 0.000
END
it "the typical patient's temporary pigment fades as published" same got expected
forecast --typical
it "the typical patient's healed tone is told" prints "4.63 L* darker"

forecast
it "a forecast succeeds" exits 0
it "without readings it is said to be all patients'" prints "Without readings"
it "the touch-up is told as dates" prints "in half of all patients"
it "the table has bands" prints "9 IN 10"
it "the recommended day is told" matches 'recommended for 20(28|29)-'
cp .out first
forecast
it "the same request gives the same bytes" same first .out
forecast --seed 2
it "another seed draws other patients" sh -c '! cmp -s first .out'
forecast --reading 2026-04-01:tone:4.4
it "readings are said not to be learnt from" prints "not yet learnt from"
it "readings of the command line are given" prints "1 reading is given"
it "one course is not called the best" prints_not "best course"
forecast --typical
it "the typical forecast is the typical patient's" \
    prints "forecast for the typical patient"
run fadecast forecast --session 2026-01-01 --session 2026-01-15 \
    --session 2033-01-15:0.05 --skin-lightness 60 --today 2033-06-01
tr '\n' ' ' <.out >words
it "shares are of the best course's healed tone" \
    prints "When healed after its best course"
it "a last course too weak is said to be" \
    grep -q "not bring the zone back to its best tone" words
run fadecast forecast --session 2026-01-01 --session 2026-01-15 \
    --session 2029-01-15 --skin-lightness 60 --today 2029-06-01
it "a last course strong enough is not" prints_not "does not bring"

forecast --csv --until 2027-03-01 --step "3 months"
it "CSV begins with its columns" \
    prints "date,day,tone,definition,retained_tone_p05,retained_tone_p25"
it "CSV goes by calendar months from the last session" prints "2026-04-29,90,"
it "CSV ends with the date asked for" prints_not "2027-04"
forecast --json
it "JSON is read by others" sh -c 'python3 -m json.tool <.out >/dev/null'
it "JSON names the model" prints '"name": "permanent"'
it "JSON says that readings are not learnt from" prints '"readings_learnt_from": false'

run fadecast forecast --session temporary@2026-01-01 --session 2026-03-01 \
    --skin-lightness 60 --today 2026-06-01
it "both classes may be in one zone" prints "Permanent and temporary pigment"
run fadecast forecast --session 2026-01-01 --session 2027-01-01 --today 2026-06-01
it "a session after today is a plan" prints "1 later session is only planned"
it "an assumed skin is said to be assumed" prints "lightness 61 assumed"
run fadecast forecast --session 2026-01-01 --fitzpatrick V --today 2026-06-01
it "a skin by type is said to be by type" prints "lightness 46 by skin type"
run fadecast forecast --session 2026-01-01 --laser 2026-05-01:0.5 --today 2026-06-01
it "after a laser the zone is let fade" prints "Recall: let fade"
run fadecast forecast --session 2026-01-01 --today 2035-06-01
it "a touch-up long wanted is overdue" prints "Recall: overdue"

for class in permanent temporary; do
    forecast --pigment $class --typical
    it "the shipped model of $class pigment needs no naming" \
        prints_not "The model of"
    sed 's/^parameter,turnover_rate,[^,]*/parameter,turnover_rate,0.003/' \
        "$FADECAST_MODELS/$class.csv" >own.csv
    forecast --model ./own.csv --typical
    it "another model of $class pigment is named" \
        prints "The model of $class pigment is '"
    run fadecast model show ./own.csv
    own=$(grep -oE '[0-9a-f]{16}' .out | head -n 1)
    forecast --model ./own.csv --typical
    it "it is told by its fingerprint" prints "${own:-none}"
done
forecast --model nonsense
it "an unknown model is a failure" exits 1
for wrong in "--session 2026-13-01" "--session 2026-01-01:0" \
    "--session 2026-01-01:1:1:1" "--session blue@2026-01-01" \
    "--laser 2026-02-01" "--laser 2026-02-01:2" "--reading 2026-02-01:glow:1" \
    "--reading 2026-02-01:score:11" "--reading 2026-02-01:tone:4,4" \
    "--uv-exposure much" "--fitzpatrick VII" "--hemisphere east" \
    "--step 0" "--draws 0" "--threshold 2" "--until 31.12.2030" \
    "--until 2030-01-01 --years 3" "--seed -1" \
    "--until 2026-01-28" "--zone crown" "--clinic harley" \
    "--laser 2026-02-01:0" "--uv-exposure 11" "--skin-lightness pale" \
    "--birth-year 3000"; do
    # shellcheck disable=SC2086 # the words are options
    forecast $wrong
    it "$wrong is wrong usage" exits 2
    it "$wrong is told with its option" complains "${wrong%% *}"
done
forecast --uv-exposure 10 --until 2026-01-29
it "ranges include their ends" exits 0
it "what is in order is not remarked upon" silent
forecast --reading 2026-07-01:tone:4
it "a reading after today is remarked upon" \
    complains "1 reading is dated after 2026-06-01"
forecast --reading 2025-07-01:tone:4 --reading 2025-08-01:tone:4
it "readings before the first session are remarked upon" \
    complains "2 readings are dated before the first session, 2026-01-01"
forecast --laser 2025-07-01:0.5
it "a laser before the first session is remarked upon" \
    complains "1 laser treatment is dated before the first session"
run fadecast forecast --skin-lightness 60
it "a forecast without a session is wrong usage" exits 2
run fadecast forecast --session 2027-01-01 --today 2026-06-01
it "a forecast of plans alone is a failure" exits 1
it "the day up to which there is none is told" \
    complains "no session up to 2026-06-01"

plan_done
