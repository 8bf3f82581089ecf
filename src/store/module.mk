# Floor 6: the clinic's database; all of SQLite.
program_floors += %D%/libstore.la
%C%_libstore_la_SOURCES = %D%/database.c %D%/entity.c %D%/migrate.c \
    %D%/chart.h %D%/recall.h %D%/recall_rows.h %D%/database.h %D%/entity.h %D%/record.h %D%/store.h
%C%_libstore_la_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
store_floor = %D%/libstore.la $(schedule_floor) $(SQLITE_LIBS)
