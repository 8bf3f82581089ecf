# Tests of base.
base_tests = %D%/test_status
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)
%C%_test_status_CPPFLAGS = $(test_cppflags)
%C%_test_status_LDADD = $(base_floor) $(CMOCKA_LIBS)
