# Tests of schedule.
