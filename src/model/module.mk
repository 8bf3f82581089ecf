# Floor 2: parameter tables, covariates, scales.
library_floors += %D%/libmodel.la
fadecastinclude_HEADERS += include/fadecast/model.h
%C%_libmodel_la_SOURCES =
%C%_libmodel_la_CPPFLAGS = $(AM_CPPFLAGS)
model_floor = %D%/libmodel.la src/kinetics/libkinetics.la src/appearance/libappearance.la $(base_floor)
