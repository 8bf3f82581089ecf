# Floor 3: one patient: record, trajectory, simulation.
library_floors += %D%/libindividual.la
fadecastinclude_HEADERS += include/fadecast/individual.h
%C%_libindividual_la_SOURCES = %D%/course.c %D%/draw.c %D%/draw.h %D%/healed.c \
    %D%/observe.c %D%/observe.h %D%/simulate.c \
    %D%/trajectory.c %D%/trajectory.h
%C%_libindividual_la_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
individual_floor = %D%/libindividual.la $(model_floor)
dist_man_MANS += %D%/fadecast_individual.3
