# Floor 1: amounts of pigment to tone and definition.
library_floors += %D%/libappearance.la
fadecastinclude_HEADERS += include/fadecast/appearance.h
%C%_libappearance_la_SOURCES = %D%/halftone.c
%C%_libappearance_la_CPPFLAGS = $(AM_CPPFLAGS)
appearance_floor = %D%/libappearance.la $(base_floor)
dist_man_MANS += %D%/fadecast_appearance.3
