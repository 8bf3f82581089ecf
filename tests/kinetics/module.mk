# Tests of kinetics.
kinetics_tests = %D%/test_reference
check_PROGRAMS += $(kinetics_tests)
TESTS += $(kinetics_tests)
%C%_test_reference_SOURCES = %D%/test_reference.c \
    tests/support/reference.c tests/support/reference.h
%C%_test_reference_CPPFLAGS = $(test_cppflags)
%C%_test_reference_LDADD = $(kinetics_floor) $(CMOCKA_LIBS)
