# `make bench`: figures, one line each; no part of `make check`. A floor's
# bench is %D%/bench_<floor>.c with the frame (bench.h), listed here.
bench_programs = %D%/bench_kinetics %D%/bench_calendar \
    %D%/bench_store
EXTRA_PROGRAMS += $(bench_programs)
CLEANFILES += $(bench_programs)
bench_frame = %D%/bench.c %D%/bench.h
bench_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/tests $(GSL_CFLAGS)

%C%_bench_kinetics_SOURCES = %D%/bench_kinetics.c $(bench_frame)
%C%_bench_kinetics_CPPFLAGS = $(bench_cppflags)
%C%_bench_kinetics_LDADD = src/appearance/libappearance.la $(kinetics_floor)
%C%_bench_calendar_SOURCES = %D%/bench_calendar.c $(bench_frame)
%C%_bench_calendar_CPPFLAGS = $(bench_cppflags)
%C%_bench_calendar_LDADD = $(calendar_floor)
%C%_bench_store_SOURCES = %D%/bench_store.c $(bench_frame)
%C%_bench_store_CPPFLAGS = $(bench_cppflags)
%C%_bench_store_LDADD = $(clinic_floor)

bench: $(bench_programs)
	@for program in $(bench_programs); do ./$$program || exit 1; done
phony_targets += bench
