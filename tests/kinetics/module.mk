# Tests of kinetics.
