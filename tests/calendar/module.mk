# Tests of calendar.
calendar_tests = %D%/test_text %D%/test_event %D%/test_feed
check_PROGRAMS += $(calendar_tests) %D%/dump_feed
TESTS += $(calendar_tests) %D%/test_readers.sh
EXTRA_DIST += %D%/hostile.h %D%/readers_agree.py %D%/test_readers.sh
%C%_test_text_CPPFLAGS = $(test_cppflags)
%C%_test_text_LDADD = $(calendar_floor) $(CMOCKA_LIBS)
%C%_test_event_CPPFLAGS = $(test_cppflags)
%C%_test_event_LDADD = $(calendar_floor) $(CMOCKA_LIBS)
%C%_test_feed_CPPFLAGS = $(test_cppflags) $(ICAL_CFLAGS)
%C%_test_feed_LDADD = $(calendar_floor) $(CMOCKA_LIBS)
%C%_dump_feed_CPPFLAGS = $(test_cppflags) $(ICAL_CFLAGS)
%C%_dump_feed_LDADD = $(calendar_floor)
