# Floor 4: bands and touch-up time.
library_floors += %D%/libforecast.la
fadecastinclude_HEADERS += include/fadecast/forecast.h
%C%_libforecast_la_SOURCES = %D%/bands.c %D%/bands.h \
    %D%/forecast.c %D%/touchup.c %D%/touchup.h
%C%_libforecast_la_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
forecast_floor = %D%/libforecast.la $(individual_floor)
dist_man_MANS += %D%/fadecast_forecast.3
