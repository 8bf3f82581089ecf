# Tests of kinetics.
kinetics_tests = %D%/test_events %D%/test_exact %D%/test_kinetics \
    %D%/test_modes %D%/test_reference %D%/test_stiff
check_PROGRAMS += $(kinetics_tests)
TESTS += $(kinetics_tests)
%C%_test_events_SOURCES = %D%/test_events.c %D%/zone.h
%C%_test_events_CPPFLAGS = $(test_cppflags)
%C%_test_events_LDADD = $(kinetics_floor) $(CMOCKA_LIBS)
%C%_test_exact_SOURCES = %D%/test_exact.c %D%/zone.h
%C%_test_exact_CPPFLAGS = $(test_cppflags)
%C%_test_exact_LDADD = $(kinetics_floor) $(CMOCKA_LIBS)
%C%_test_kinetics_SOURCES = %D%/test_kinetics.c %D%/zone.h
%C%_test_kinetics_CPPFLAGS = $(test_cppflags)
%C%_test_kinetics_LDADD = $(kinetics_floor) $(CMOCKA_LIBS)
%C%_test_modes_SOURCES = %D%/test_modes.c %D%/zone.h
%C%_test_modes_CPPFLAGS = $(test_cppflags)
%C%_test_modes_LDADD = $(kinetics_floor) $(CMOCKA_LIBS)
%C%_test_reference_SOURCES = %D%/test_reference.c \
    tests/support/reference.c tests/support/reference.h
%C%_test_reference_CPPFLAGS = $(test_cppflags)
%C%_test_reference_LDADD = $(kinetics_floor) $(CMOCKA_LIBS)
%C%_test_stiff_SOURCES = %D%/test_stiff.c %D%/zone.h
%C%_test_stiff_CPPFLAGS = $(test_cppflags)
%C%_test_stiff_LDADD = $(kinetics_floor) $(CMOCKA_LIBS)
