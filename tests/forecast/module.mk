# Tests of forecast.
forecast_tests = %D%/test_cohort %D%/test_forecast %D%/test_touchup
check_PROGRAMS += $(forecast_tests)
TESTS += $(forecast_tests)
%C%_test_cohort_SOURCES = %D%/test_cohort.c \
    tests/support/cohort.c tests/support/cohort.h
%C%_test_cohort_CPPFLAGS = $(test_cppflags)
%C%_test_cohort_LDADD = $(forecast_floor) $(CMOCKA_LIBS)
%C%_test_forecast_CPPFLAGS = $(test_cppflags)
%C%_test_forecast_LDADD = $(forecast_floor) $(CMOCKA_LIBS)
%C%_test_touchup_CPPFLAGS = $(test_cppflags)
%C%_test_touchup_LDADD = $(forecast_floor) $(CMOCKA_LIBS)
