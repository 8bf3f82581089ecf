# Tests of appearance.
appearance_tests = %D%/test_halftone
check_PROGRAMS += $(appearance_tests)
TESTS += $(appearance_tests)
%C%_test_halftone_CPPFLAGS = $(test_cppflags)
%C%_test_halftone_LDADD = $(appearance_floor) $(CMOCKA_LIBS)
