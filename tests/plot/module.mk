# Tests of plot.
