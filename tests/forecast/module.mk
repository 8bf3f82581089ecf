# Tests of forecast.
