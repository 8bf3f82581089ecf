#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# README.md's examples print what it says; `make readme` renews them.
python=/usr/bin/python3
if ! test -x $python; then
    echo "1..0 # SKIP $python is not here"
    exit 0
fi
exec $python "$FADE_SRCDIR/tests/scenario/readme.py" "$@"
