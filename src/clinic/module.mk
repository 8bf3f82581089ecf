# Floor 7: use cases, carrying records between the rooms below.
program_floors += %D%/libclinic.la
%C%_libclinic_la_SOURCES = \
    %D%/assemble.c %D%/assemble.h \
    %D%/export.c %D%/export.h \
    %D%/import.c %D%/import.h \
    %D%/import_files.c %D%/import_files.h \
    %D%/model_shelf.c %D%/model_shelf.h \
    %D%/outlook.c %D%/outlook.h \
    %D%/outlook_figure.c %D%/outlook_figure.h \
    %D%/outlook_times.c \
    %D%/outlook_words.c \
    %D%/feed_names.c %D%/feed_names.h \
    %D%/recall_list.c %D%/recall_list.h \
    %D%/render.c %D%/render.h \
    %D%/session_model.c %D%/session_model.h \
    %D%/recall_update.c %D%/recall_update.h \
    %D%/reconcile.c %D%/reconcile.h \
    %D%/refresh.c %D%/refresh.h \
    %D%/refresh_batch.c %D%/refresh_batch.h
# Patients made up from a design.
%C%_libclinic_la_SOURCES += \
    %D%/chance.c %D%/chance.h \
    %D%/design.c %D%/design.h \
    %D%/fiction.c %D%/fiction.h \
    %D%/folder.c %D%/folder.h \
    %D%/invent.c %D%/invent.h \
    %D%/invent_frame.c %D%/invent_parts.h \
    %D%/invent_visits.c \
    %D%/sheet.c %D%/sheet.h \
    %D%/simulate.h \
    %D%/simulate_clinic.c \
    %D%/simulate_cohort.c \
    %D%/truth.c %D%/truth.h
%C%_libclinic_la_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS) \
    -DFADE_MODELS_DIR='"$(pkgmodelsdir)"'
clinic_floor = %D%/libclinic.la src/store/libstore.la src/calendar/libcalendar.la src/plot/libplot.la $(schedule_floor) $(SQLITE_LIBS) $(ICAL_LIBS)
