# Floor 6: the clinic's database; all of SQLite.
program_floors += %D%/libstore.la
%C%_libstore_la_SOURCES =
%C%_libstore_la_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
store_floor = %D%/libstore.la $(schedule_floor) $(SQLITE_LIBS)
