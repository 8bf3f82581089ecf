# The sample clinic and cohorts: examples, not installed.
