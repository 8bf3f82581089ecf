# Tests of calendar.
