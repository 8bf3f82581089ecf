# Tests of clinic.
clinic_tests = %D%/test_assemble %D%/test_import %D%/test_outlook \
    %D%/test_recall_list %D%/test_refresh %D%/test_sample %D%/test_simulate
check_PROGRAMS += $(clinic_tests)
TESTS += $(clinic_tests)
%C%_test_import_SOURCES = %D%/test_import.c %D%/tables.h $(store_support)
%C%_test_import_CPPFLAGS = $(test_cppflags)
%C%_test_import_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_sample_SOURCES = %D%/test_sample.c $(store_support)
%C%_test_sample_CPPFLAGS = $(test_cppflags)
%C%_test_sample_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_simulate_CPPFLAGS = $(test_cppflags)
%C%_test_simulate_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_refresh_SOURCES = %D%/test_refresh.c %D%/refreshed.c \
    %D%/refreshed.h $(store_support)
%C%_test_refresh_CPPFLAGS = $(test_cppflags)
%C%_test_refresh_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_assemble_SOURCES = %D%/test_assemble.c %D%/one_zone.h
%C%_test_assemble_CPPFLAGS = $(test_cppflags)
%C%_test_assemble_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_outlook_SOURCES = %D%/test_outlook.c %D%/one_zone.h
%C%_test_outlook_CPPFLAGS = $(test_cppflags)
%C%_test_outlook_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
%C%_test_recall_list_SOURCES = %D%/test_recall_list.c %D%/refreshed.c \
    %D%/refreshed.h $(store_support)
%C%_test_recall_list_CPPFLAGS = $(test_cppflags)
%C%_test_recall_list_LDADD = $(clinic_floor) $(CMOCKA_LIBS)
