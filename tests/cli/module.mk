# Tests of cli: the program as its users meet it.
EXTRA_DIST += %D%/tap.sh $(cli_scripts)
cli_scripts = %D%/completion.sh %D%/forecast.sh %D%/forecast_patient.sh \
    %D%/frame.sh %D%/import.sh %D%/man.sh %D%/model.sh %D%/recalls.sh \
    %D%/records.sh \
    %D%/simulate.sh
TESTS += $(cli_scripts)

cli_tests = %D%/test_clock %D%/test_option %D%/test_output
check_PROGRAMS += $(cli_tests)
TESTS += $(cli_tests)
%C%_test_clock_CPPFLAGS = $(test_cppflags)
%C%_test_clock_LDADD = $(cli_floor) $(CMOCKA_LIBS)
%C%_test_option_CPPFLAGS = $(test_cppflags)
%C%_test_option_LDADD = $(cli_floor) $(CMOCKA_LIBS)
%C%_test_output_CPPFLAGS = $(test_cppflags)
%C%_test_output_LDADD = $(cli_floor) $(CMOCKA_LIBS)
