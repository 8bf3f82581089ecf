# Floor 0: what every other floor stands on.
library_floors += %D%/libbase.la
fadecastinclude_HEADERS += include/fadecast/export.h \
    include/fadecast/fadecast.h include/fadecast/status.h \
    include/fadecast/diag.h include/fadecast/date.h include/fadecast/pigment.h
%C%_libbase_la_SOURCES = %D%/status.c %D%/array.c %D%/csv_lines.c \
    %D%/csv_read.c %D%/csv_row.c %D%/csv_write.c %D%/date.c %D%/diag.c \
    %D%/json.c %D%/number.c %D%/numeric.c %D%/outfile.c %D%/parallel.c %D%/period.c \
    %D%/pigment.c %D%/quasi.c %D%/rng.c %D%/text.c %D%/words.c \
    %D%/csv_lines.h %D%/csv_row.h %D%/locale_c.h \
    %D%/array.h %D%/csv.h %D%/json.h %D%/numeric.h %D%/outfile.h %D%/parallel.h %D%/rng.h \
    %D%/text.h %D%/progress.h
%C%_libbase_la_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS) $(JANSSON_CFLAGS)
base_floor = %D%/libbase.la $(GSL_LIBS) $(JANSSON_LIBS) $(CSV_LIBS)
dist_man_MANS += %D%/fadecast_status.3 %D%/fadecast_diag.3 \
    %D%/fadecast_date.3 %D%/fadecast_pigment.3
