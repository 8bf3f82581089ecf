# Floor 2: parameter tables, covariates, scales.
library_floors += %D%/libmodel.la
fadecastinclude_HEADERS += include/fadecast/model.h
%C%_libmodel_la_SOURCES = \
    %D%/parameter.c %D%/parameter.h %D%/model.c %D%/model.h \
    %D%/cell.c %D%/cell.h %D%/row.c %D%/row_parameter.c %D%/row.h \
    %D%/table.c %D%/covariate.c %D%/fingerprint.c %D%/lookup.c
%C%_libmodel_la_CPPFLAGS = $(AM_CPPFLAGS)
model_floor = %D%/libmodel.la src/kinetics/libkinetics.la src/appearance/libappearance.la $(base_floor)
dist_man_MANS += %D%/fadecast_model.3
