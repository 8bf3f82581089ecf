# Tests of clinic.
clinic_tests = %D%/test_import %D%/test_simulate %D%/test_refresh
check_PROGRAMS += $(clinic_tests)
TESTS += $(clinic_tests)
%C%_test_import_SOURCES = %D%/test_import.c %D%/tables.h $(store_support)
%C%_test_import_CPPFLAGS = $(test_cppflags)
%C%_test_import_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_simulate_CPPFLAGS = $(test_cppflags)
%C%_test_simulate_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_refresh_SOURCES = %D%/test_refresh.c %D%/refreshed.c \
    %D%/refreshed.h $(store_support)
%C%_test_refresh_CPPFLAGS = $(test_cppflags)
%C%_test_refresh_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
