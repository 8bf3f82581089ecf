# Floor 6: figures; gnuplot's only caller.
program_floors += %D%/libplot.la
%C%_libplot_la_SOURCES = \
    %D%/axis.c %D%/axis.h \
    %D%/figure.h %D%/forecast_figure.c \
    %D%/gnuplot.c %D%/gnuplot.h
%C%_libplot_la_CPPFLAGS = $(AM_CPPFLAGS)
plot_floor = %D%/libplot.la $(schedule_floor)
