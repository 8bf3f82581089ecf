# Floor 4: bands and touch-up time.
library_floors += %D%/libforecast.la
fadecastinclude_HEADERS += include/fadecast/forecast.h
%C%_libforecast_la_SOURCES =
%C%_libforecast_la_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
forecast_floor = %D%/libforecast.la $(individual_floor)
