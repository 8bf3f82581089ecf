# Tests of cli: the program as its users meet it.
EXTRA_DIST += %D%/tap.sh
