# Tests of plot.
plot_tests = %D%/test_figure
check_PROGRAMS += $(plot_tests)
TESTS += $(plot_tests)
%C%_test_figure_CPPFLAGS = $(test_cppflags)
%C%_test_figure_LDADD = $(plot_floor) $(CMOCKA_LIBS)
