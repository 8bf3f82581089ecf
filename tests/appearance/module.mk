# Tests of appearance.
