# Floor 1: amounts of pigment over time.
library_floors += %D%/libkinetics.la
fadecastinclude_HEADERS += include/fadecast/kinetics.h
%C%_libkinetics_la_SOURCES = %D%/events.c %D%/events.h %D%/exact.c %D%/exact.h %D%/flow.c %D%/flow.h \
    %D%/kinetics.c %D%/modes.c %D%/modes.h %D%/panel.c %D%/panel.h \
    %D%/rates.c %D%/rates.h %D%/stiff.c %D%/stiff.h %D%/sunlight.c \
    %D%/sunlight.h
%C%_libkinetics_la_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
kinetics_floor = %D%/libkinetics.la $(base_floor)
dist_man_MANS += %D%/fadecast_kinetics.3
