# Tests of individual.
individual_tests = %D%/test_course
check_PROGRAMS += $(individual_tests)
TESTS += $(individual_tests)
%C%_test_course_CPPFLAGS = $(test_cppflags)
%C%_test_course_LDADD = $(individual_floor) $(CMOCKA_LIBS)
