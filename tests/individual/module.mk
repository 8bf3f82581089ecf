# Tests of individual.
