# Tests mirror src/; each floor's tests link that floor and below only, so that
# an upward call is a link error.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
TEST_EXTENSIONS = .sh
# What every test may rely on. The reference solutions lie beside the source
# tree unless the caller says where; tests skip where they are absent.
AM_TESTS_ENVIRONMENT = \
    CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
    FADE_SRCDIR='$(abs_top_srcdir)'; export FADE_SRCDIR; \
    FADE_BUILDDIR='$(abs_top_builddir)'; export FADE_BUILDDIR; \
    FADECAST_MODELS='$(abs_top_srcdir)/models'; export FADECAST_MODELS; \
    FADECAST_REFERENCE="$${FADECAST_REFERENCE:-$(abs_top_srcdir)/../shared/reference}"; \
    export FADECAST_REFERENCE; \
    FADE_COMPILE='$(CC) $(DEFS) -I. $(AM_CPPFLAGS) $(GSL_CFLAGS) $(JANSSON_CFLAGS) $(SQLITE_CFLAGS) $(ICAL_CFLAGS) $(FADE_CFLAGS)'; \
    export FADE_COMPILE; \
    FADE_INSTRUMENTED='$(FADE_INSTRUMENTED)'; export FADE_INSTRUMENTED; \
    unset FADECAST_DB;
test_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/tests $(CMOCKA_CFLAGS) $(GSL_CFLAGS)

if HAVE_CMOCKA
include tests/base/module.mk
include tests/kinetics/module.mk
include tests/appearance/module.mk
include tests/model/module.mk
include tests/individual/module.mk
include tests/forecast/module.mk
include tests/schedule/module.mk
include tests/store/module.mk
include tests/calendar/module.mk
include tests/plot/module.mk
include tests/clinic/module.mk
include tests/cli/module.mk
include tests/scenario/module.mk
include tests/meta/module.mk
endif
include tests/bench/module.mk
include tests/fuzz/module.mk
