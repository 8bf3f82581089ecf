# Tests of cli: the program as its users meet it.
EXTRA_DIST += %D%/tap.sh $(cli_scripts)
cli_scripts = %D%/completion.sh %D%/forecast.sh %D%/frame.sh \
    %D%/man.sh %D%/model.sh \
    %D%/simulate.sh
TESTS += $(cli_scripts)
