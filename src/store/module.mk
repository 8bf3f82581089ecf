# Floor 6: the clinic's database; all of SQLite.
program_floors += %D%/libstore.la
%C%_libstore_la_SOURCES = %D%/database.c %D%/entity.c %D%/migrate.c \
    %D%/recall.c %D%/recall_columns.c %D%/recall_identity.c \
    %D%/recall_rows.c %D%/recall_write.c %D%/recall_columns.h \
    %D%/chart.h %D%/recall.h %D%/recall_rows.h %D%/database.h %D%/entity.h %D%/record.h %D%/store.h
%C%_libstore_la_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
store_floor = %D%/libstore.la $(schedule_floor) $(SQLITE_LIBS)
