# Tests of base.
base_tests = %D%/test_status \
    %D%/test_text \
    %D%/test_date \
    %D%/test_diag \
    %D%/test_small \
    %D%/test_rng \
    %D%/test_parallel \
    %D%/test_json \
    %D%/test_csv \
    %D%/test_outfile
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)
%C%_test_status_CPPFLAGS = $(test_cppflags)
%C%_test_status_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_text_CPPFLAGS = $(test_cppflags)
%C%_test_text_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_date_CPPFLAGS = $(test_cppflags)
%C%_test_date_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_diag_CPPFLAGS = $(test_cppflags)
%C%_test_diag_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_small_CPPFLAGS = $(test_cppflags)
%C%_test_small_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_rng_CPPFLAGS = $(test_cppflags)
%C%_test_rng_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_parallel_CPPFLAGS = $(test_cppflags)
%C%_test_parallel_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_json_CPPFLAGS = $(test_cppflags)
%C%_test_json_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_csv_CPPFLAGS = $(test_cppflags)
%C%_test_csv_LDADD = $(base_floor) $(CMOCKA_LIBS)
%C%_test_outfile_CPPFLAGS = $(test_cppflags)
%C%_test_outfile_LDADD = $(base_floor) $(CMOCKA_LIBS)
