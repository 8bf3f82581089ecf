#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The tree says nothing about the machine it was written on: no absolute paths
# of a home or a workspace, and only hosts that were reviewed.
set -u
# shellcheck source=tests/meta/meta.sh
. "${FADE_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}/tests/meta/meta.sh"

# Places that a text may send its reader to.
HOSTS='doi\.org|www\.gnu\.org|example\.(org|com|net)|www\.rfc-editor\.org
www\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov|fsf\.org|127\.0\.0\.1|localhost'

texts() { project_files | grep -vE '^(LICENSE|tests/fuzz/seeds/)'; }

machine_paths() {
    # A template of mkstemp() names no machine.
    texts | xargs grep -nIE \
        '(^|[^A-Za-z0-9_.$}])/(home|root|work|workspace|mnt|media|Users|tmp)/[A-Za-z0-9_]' |
        grep -v '/[t]mp/fadecast[a-z.-]*XXXXXX'
    return 0
}

unknown_hosts() {
    texts | xargs grep -nIoE '(https?|webcal|ftp|git)://[^/ ">)]+' |
        grep -vE "://($(tr '\n' '|' <<<"$HOSTS" | sed 's/|$//'))(:|\$)"
    return 0
}

above_the_tree() {
    texts | xargs grep -nIE '\.\./shared/' | grep -v '\.\./shared/reference'
    return 0
}

finds_nothing "no file names a path of one machine" machine_paths
finds_nothing "every host that a file names was reviewed" unknown_hosts
finds_nothing "only the reference solutions are looked for above the tree" \
    above_the_tree
plan_done
