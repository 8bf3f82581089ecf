# Tests of schedule.
schedule_tests = %D%/test_policy %D%/test_window %D%/test_decide \
    %D%/test_transition
check_PROGRAMS += $(schedule_tests)
TESTS += $(schedule_tests)
%C%_test_policy_CPPFLAGS = $(test_cppflags)
%C%_test_policy_LDADD = $(schedule_floor) $(CMOCKA_LIBS)
%C%_test_window_SOURCES = %D%/test_window.c %D%/case.h
%C%_test_window_CPPFLAGS = $(test_cppflags)
%C%_test_window_LDADD = $(schedule_floor) $(CMOCKA_LIBS)
%C%_test_decide_CPPFLAGS = $(test_cppflags)
%C%_test_decide_LDADD = $(schedule_floor) $(CMOCKA_LIBS)
%C%_test_transition_CPPFLAGS = $(test_cppflags)
%C%_test_transition_LDADD = $(schedule_floor) $(CMOCKA_LIBS)
