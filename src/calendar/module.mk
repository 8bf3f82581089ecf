# Floor 6: iCalendar; all of libical.
program_floors += %D%/libcalendar.la
%C%_libcalendar_la_SOURCES = %D%/event.h %D%/feed.h %D%/text.h
%C%_libcalendar_la_CPPFLAGS = $(AM_CPPFLAGS) $(ICAL_CFLAGS)
calendar_floor = %D%/libcalendar.la $(schedule_floor) $(ICAL_LIBS)
