# Tests of clinic.
