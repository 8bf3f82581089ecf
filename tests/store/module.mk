# Tests of store.
store_tests = %D%/test_chart %D%/test_open %D%/test_page %D%/test_records
check_PROGRAMS += $(store_tests)
TESTS += $(store_tests)
store_support = tests/support/records.c tests/support/records.h \
    tests/support/scratch.c tests/support/scratch.h
%C%_test_chart_SOURCES = %D%/test_chart.c $(store_support)
%C%_test_chart_CPPFLAGS = $(test_cppflags)
%C%_test_chart_LDADD = $(store_floor) $(CMOCKA_LIBS)
%C%_test_open_SOURCES = %D%/test_open.c $(store_support)
%C%_test_open_CPPFLAGS = $(test_cppflags) $(SQLITE_CFLAGS)
%C%_test_open_LDADD = $(store_floor) $(CMOCKA_LIBS)
%C%_test_page_SOURCES = %D%/test_page.c $(store_support)
%C%_test_page_CPPFLAGS = $(test_cppflags)
%C%_test_page_LDADD = $(store_floor) $(CMOCKA_LIBS)
%C%_test_records_SOURCES = %D%/test_records.c $(store_support)
%C%_test_records_CPPFLAGS = $(test_cppflags) $(SQLITE_CFLAGS)
%C%_test_records_LDADD = $(store_floor) $(CMOCKA_LIBS)
