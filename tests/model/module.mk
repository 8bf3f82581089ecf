# Tests of model.
model_tests = %D%/test_parameter %D%/test_shipped %D%/test_table \
    %D%/test_covariate %D%/test_fingerprint %D%/test_lookup
check_PROGRAMS += $(model_tests)
TESTS += $(model_tests)
model_table_text = %D%/table_text.c %D%/table_text.h
%C%_test_parameter_CPPFLAGS = $(test_cppflags)
%C%_test_parameter_LDADD = $(model_floor) $(CMOCKA_LIBS)
%C%_test_shipped_CPPFLAGS = $(test_cppflags)
%C%_test_shipped_LDADD = $(model_floor) $(CMOCKA_LIBS)
%C%_test_table_SOURCES = %D%/test_table.c $(model_table_text)
%C%_test_table_CPPFLAGS = $(test_cppflags)
%C%_test_table_LDADD = $(model_floor) $(CMOCKA_LIBS)
%C%_test_covariate_SOURCES = %D%/test_covariate.c $(model_table_text)
%C%_test_covariate_CPPFLAGS = $(test_cppflags)
%C%_test_covariate_LDADD = $(model_floor) $(CMOCKA_LIBS)
%C%_test_fingerprint_SOURCES = %D%/test_fingerprint.c $(model_table_text)
%C%_test_fingerprint_CPPFLAGS = $(test_cppflags)
%C%_test_fingerprint_LDADD = $(model_floor) $(CMOCKA_LIBS)
%C%_test_lookup_SOURCES = %D%/test_lookup.c $(model_table_text)
%C%_test_lookup_CPPFLAGS = $(test_cppflags)
%C%_test_lookup_LDADD = $(model_floor) $(CMOCKA_LIBS)
