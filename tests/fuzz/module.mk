# One target a parser: fuzz_<name>.c with the frame (fuzz.h), seeds in
# seeds/<name>/. `make check` replays the seeds, so that no target rots;
# `make fuzz FUZZ_ENGINE=-fsanitize=fuzzer` builds the fuzzers themselves, in a
# tree configured with CC=clang
# --enable-sanitizers=address,undefined,fuzzer-no-link.
fuzz_targets = %D%/fuzz_csv %D%/fuzz_model %D%/fuzz_date %D%/fuzz_event \
    %D%/fuzz_import
fuzz_replays = %D%/replay_csv %D%/replay_model %D%/replay_date \
    %D%/replay_event %D%/replay_import
fuzz_frame = %D%/fuzz.c %D%/fuzz.h
fuzz_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
EXTRA_PROGRAMS += $(fuzz_targets)
CLEANFILES += $(fuzz_targets)
check_PROGRAMS += $(fuzz_replays)
TESTS += $(fuzz_replays)

%C%_fuzz_csv_SOURCES = %D%/fuzz_csv.c $(fuzz_frame)
%C%_fuzz_csv_CPPFLAGS = $(fuzz_cppflags)
%C%_fuzz_csv_LDADD = $(base_floor)
%C%_fuzz_csv_LDFLAGS = $(FUZZ_ENGINE)
%C%_replay_csv_SOURCES = %D%/fuzz_csv.c %D%/replay.c $(fuzz_frame)
%C%_replay_csv_CPPFLAGS = $(fuzz_cppflags)
%C%_replay_csv_LDADD = $(base_floor)

%C%_fuzz_model_SOURCES = %D%/fuzz_model.c $(fuzz_frame)
%C%_fuzz_model_CPPFLAGS = $(fuzz_cppflags)
%C%_fuzz_model_LDADD = $(model_floor)
%C%_fuzz_model_LDFLAGS = $(FUZZ_ENGINE)
%C%_replay_model_SOURCES = %D%/fuzz_model.c %D%/replay.c $(fuzz_frame)
%C%_replay_model_CPPFLAGS = $(fuzz_cppflags)
%C%_replay_model_LDADD = $(model_floor)

%C%_fuzz_date_SOURCES = %D%/fuzz_date.c $(fuzz_frame)
%C%_fuzz_date_CPPFLAGS = $(fuzz_cppflags)
%C%_fuzz_date_LDADD = $(base_floor)
%C%_fuzz_date_LDFLAGS = $(FUZZ_ENGINE)
%C%_replay_date_SOURCES = %D%/fuzz_date.c %D%/replay.c $(fuzz_frame)
%C%_replay_date_CPPFLAGS = $(fuzz_cppflags)
%C%_replay_date_LDADD = $(base_floor)

%C%_fuzz_event_SOURCES = %D%/fuzz_event.c $(fuzz_frame)
%C%_fuzz_event_CPPFLAGS = $(fuzz_cppflags) $(ICAL_CFLAGS)
%C%_fuzz_event_LDADD = $(calendar_floor)
%C%_fuzz_event_LDFLAGS = $(FUZZ_ENGINE)
%C%_replay_event_SOURCES = %D%/fuzz_event.c %D%/replay.c $(fuzz_frame)
%C%_replay_event_CPPFLAGS = $(fuzz_cppflags) $(ICAL_CFLAGS)
%C%_replay_event_LDADD = $(calendar_floor)

%C%_fuzz_import_SOURCES = %D%/fuzz_import.c $(fuzz_frame)
%C%_fuzz_import_CPPFLAGS = $(fuzz_cppflags)
%C%_fuzz_import_LDADD = $(clinic_floor)
%C%_fuzz_import_LDFLAGS = $(FUZZ_ENGINE)
%C%_replay_import_SOURCES = %D%/fuzz_import.c %D%/replay.c $(fuzz_frame)
%C%_replay_import_CPPFLAGS = $(fuzz_cppflags)
%C%_replay_import_LDADD = $(clinic_floor)

fuzz: $(fuzz_targets)
phony_targets += fuzz
