# Tests of model.
model_tests = %D%/test_parameter %D%/test_shipped
check_PROGRAMS += $(model_tests)
TESTS += $(model_tests)
%C%_test_parameter_CPPFLAGS = $(test_cppflags)
%C%_test_parameter_LDADD = $(model_floor) $(CMOCKA_LIBS)
%C%_test_shipped_CPPFLAGS = $(test_cppflags)
%C%_test_shipped_LDADD = $(model_floor) $(CMOCKA_LIBS)
