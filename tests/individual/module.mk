# Tests of individual.
individual_tests = %D%/test_course %D%/test_reference %D%/test_simulate \
    %D%/test_trajectory
check_PROGRAMS += $(individual_tests)
TESTS += $(individual_tests)
%C%_test_course_CPPFLAGS = $(test_cppflags)
%C%_test_course_LDADD = $(individual_floor) $(CMOCKA_LIBS)
%C%_test_simulate_CPPFLAGS = $(test_cppflags)
%C%_test_simulate_LDADD = $(individual_floor) $(CMOCKA_LIBS)
%C%_test_trajectory_CPPFLAGS = $(test_cppflags)
%C%_test_trajectory_LDADD = $(individual_floor) $(CMOCKA_LIBS)
%C%_test_reference_SOURCES = %D%/test_reference.c \
    tests/support/reference.c tests/support/reference.h
%C%_test_reference_CPPFLAGS = $(test_cppflags)
%C%_test_reference_LDADD = $(individual_floor) $(CMOCKA_LIBS)
