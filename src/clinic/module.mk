# Floor 7: use cases, carrying records between the rooms below.
program_floors += %D%/libclinic.la
%C%_libclinic_la_SOURCES = \
    %D%/assemble.h \
    %D%/model_shelf.h
%C%_libclinic_la_CPPFLAGS = $(AM_CPPFLAGS)
clinic_floor = %D%/libclinic.la src/store/libstore.la src/calendar/libcalendar.la src/plot/libplot.la $(schedule_floor) $(SQLITE_LIBS) $(ICAL_LIBS)
