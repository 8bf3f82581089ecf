# Floor 1: amounts of pigment over time.
library_floors += %D%/libkinetics.la
fadecastinclude_HEADERS += include/fadecast/kinetics.h
%C%_libkinetics_la_SOURCES =
%C%_libkinetics_la_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
kinetics_floor = %D%/libkinetics.la $(base_floor)
