# Tests of appearance.
appearance_tests = %D%/test_halftone %D%/test_reference
check_PROGRAMS += $(appearance_tests)
TESTS += $(appearance_tests)
%C%_test_halftone_CPPFLAGS = $(test_cppflags)
%C%_test_halftone_LDADD = $(appearance_floor) $(CMOCKA_LIBS)
%C%_test_reference_SOURCES = %D%/test_reference.c \
    tests/support/reference.c tests/support/reference.h
%C%_test_reference_CPPFLAGS = $(test_cppflags)
%C%_test_reference_LDADD = $(appearance_floor) $(CMOCKA_LIBS)
