# Floor 6: iCalendar; all of libical.
program_floors += %D%/libcalendar.la
%C%_libcalendar_la_SOURCES = %D%/build.c %D%/event.c %D%/feed.c \
    %D%/text.c %D%/words.c \
    %D%/build.h %D%/event.h %D%/feed.h %D%/text.h %D%/words.h
%C%_libcalendar_la_CPPFLAGS = $(AM_CPPFLAGS) $(ICAL_CFLAGS)
calendar_floor = %D%/libcalendar.la $(schedule_floor) $(ICAL_LIBS)
