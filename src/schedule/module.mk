# Floor 5: policy, dates and reasons of a recall.
library_floors += %D%/libschedule.la
fadecastinclude_HEADERS += include/fadecast/schedule.h
%C%_libschedule_la_SOURCES = %D%/policy.c %D%/window.c %D%/window.h \
    %D%/reason.c %D%/reason.h %D%/decide.c %D%/transition.c
%C%_libschedule_la_CPPFLAGS = $(AM_CPPFLAGS)
schedule_floor = %D%/libschedule.la $(forecast_floor)
dist_man_MANS += %D%/fadecast_schedule.3
