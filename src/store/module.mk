# Floor 6: the clinic's database; all of SQLite.
program_floors += %D%/libstore.la
%C%_libstore_la_SOURCES = %D%/chart.c %D%/chart_rows.c %D%/cursor.c \
    %D%/database.c %D%/entity.c %D%/history.c %D%/hold.c %D%/marks.c %D%/migrate.c %D%/no_such_day.c %D%/no_such_day.h \
    %D%/open.c \
    %D%/path.c %D%/pool.c %D%/put.c %D%/recall.c \
    %D%/recall_columns.c %D%/recall_identity.c %D%/recall_rows.c \
    %D%/recall_write.c %D%/record.c %D%/remove.c %D%/row.c \
    %D%/rules.c %D%/sql.c %D%/unit.c %D%/validate.c %D%/write.c \
    %D%/chart.h %D%/chart_rows.h %D%/database.h %D%/entity.h %D%/history.h %D%/marks.h \
    %D%/path.h %D%/pool.h %D%/recall.h %D%/recall_columns.h %D%/recall_rows.h %D%/record.h \
    %D%/row.h %D%/sql.h %D%/store.h %D%/validate.h %D%/write.h
%C%_libstore_la_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
store_floor = %D%/libstore.la $(schedule_floor) $(SQLITE_LIBS)
dist_man_MANS += %D%/fadecast-tables.5
