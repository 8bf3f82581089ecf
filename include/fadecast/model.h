/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A model: one pigment class's parameters, their spread between patients and
 * sessions, covariate effects and error model, read from one CSV table.
 *
 *   theta_i = g^-1(g(theta) + covariates + sd z),   z ~ N(0, 1)
 *
 * g is the parameter's scale (log, logit, identity). z is a random effect of
 * the patient; a parameter may share another's effect. All zones and both
 * pigment classes of a patient share z, each scaled by its own model's sd.
 * A covariate effect multiplies its parameter by factor^x (on the logit scale
 * its odds), x being the covariate's value: 0 or 1 for a category, decades from
 * 45 years for age. A `folklore` effect has factor 1 and only widens the spread
 * where the covariate is on: sd^2 + sum (x allowance)^2.
 *
 * The table's columns: kind, name, value, unit, scale, between_patient_sd,
 * between_session_sd, lower, upper, provenance, source, note.
 * models/README.md lists the rows, their units and where each number is from.
 */
#ifndef FADECAST_MODEL_H
#define FADECAST_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/appearance.h>
#include <fadecast/diag.h>
#include <fadecast/kinetics.h>
#include <fadecast/pigment.h>
#include <fadecast/status.h>

FADE_BEGIN

/* X(ENUM, name in files and output, unit) */
#define FADE_PARAMETERS(X)                           \
    X(EPIDERMAL_FRACTION, epidermal_fraction, "1")   \
    X(SHED_RATE, shed_rate, "1/day")                 \
    X(CAPTURE_RATE, capture_rate, "1/day")           \
    X(CAPTURE_CAPACITY, capture_capacity, "dose")    \
    X(DRAIN_RATE, drain_rate, "1/day")               \
    X(STORE_RATE, store_rate, "1/day")               \
    X(UNSTORE_RATE, unstore_rate, "1/day")           \
    X(TURNOVER_RATE, turnover_rate, "1/day")         \
    X(SOFTEN_RATE, soften_rate, "1/day")             \
    X(RESORB_RATE, resorb_rate, "1/day")             \
    X(BLEACH_RATE, bleach_rate, "1/day")             \
    X(DOT_RADIUS, dot_radius, "mm")                  \
    X(DOT_SPREAD, dot_spread, "mm2/day")             \
    X(ABSORBANCE, absorbance, "1")                   \
    X(SURFACE_REFLECTANCE, surface_reflectance, "1") \
    X(HALFTONE_EXPONENT, halftone_exponent, "1")     \
    X(DOSE, dose, "1")                               \
    X(SCORE_GAIN, score_gain, "1/L*")                \
    X(UV_EXPOSURE, uv_exposure, "1")                 \
    X(UV_AMPLITUDE, uv_amplitude, "1")               \
    X(UV_PEAK_DAY, uv_peak_day, "day")               \
    X(REFERENCE_DOTS, reference_dots, "1/cm2")

typedef enum fade_parameter_id {

#define FADE_PARAMETER_ENUM(id, name, unit) FADE_##id,
    FADE_PARAMETERS(FADE_PARAMETER_ENUM) FADE_PARAMETER_COUNT
#undef FADE_PARAMETER_ENUM
} fade_parameter_id;

/* X(ENUM, name): covariates that an effect row may use. */
#define FADE_COVARIATES(X)  \
    X(SCARRING, scarring)   \
    X(OILY_SKIN, oily_skin) \
    X(SMOKING, smoking)     \
    X(AGE, age)             \
    X(IMMUNOSUPPRESSION, immunosuppression)

typedef enum fade_covariate_id {

#define FADE_COVARIATE_ENUM(id, name) FADE_##id,
    FADE_COVARIATES(FADE_COVARIATE_ENUM) FADE_COVARIATE_COUNT
#undef FADE_COVARIATE_ENUM
} fade_covariate_id;

typedef enum fade_scale { FADE_IDENTITY, FADE_LOG, FADE_LOGIT } fade_scale;

typedef struct fade_parameter {
    double value; /* the typical patient's */
    fade_scale scale;
    double patient_sd;        /* of z's term on `scale`; 0: none */
    double session_sd;        /* likewise, fresh for each session; 0: none */
    fade_parameter_id effect; /* whose z it takes: its own id, or shared */
    double lower, upper;      /* what `value` may be */
    /* P published, V from clinics' statements, A assumed, D definition,
     * F fitted to data */
    char provenance;
    const char *source;
    const char *note;
} fade_parameter;

typedef struct fade_covariate_effect {
    fade_parameter_id parameter;
    fade_covariate_id covariate;
    double factor;     /* multiplies the parameter, per unit of x */
    double patient_sd; /* allowance on the parameter's scale, per unit of x */
    bool supported;    /* false: folklore */
    const char *source;
    const char *note;
} fade_covariate_effect;

/* Standard deviations of the observation models (models/README.md). */
typedef struct fade_error_model {
    double tone_additive_sd;           /* [L*] */
    double tone_proportional_sd;       /* [1] */
    double score_additive_sd;          /* [points of 0..10] */
    double definition_additive_sd;     /* [L*] */
    double definition_proportional_sd; /* [1] */
    double score_grader_sd;            /* [points of 0..10] */
    double tone_instrument_sd;         /* [L*] */
} fade_error_model;

/* One patient's or zone's covariates; NaN where unknown (then as 0). */
typedef struct fade_covariates {
    double x[FADE_COVARIATE_COUNT];
} fade_covariates;

/* One patient's standardised random effects, by the parameter that owns it. */
typedef struct fade_effects {
    double z[FADE_PARAMETER_COUNT];
} fade_effects;

/* One person's natural parameters, in the units of FADE_PARAMETERS. */
typedef struct fade_values {
    double of[FADE_PARAMETER_COUNT];
} fade_values;

/* Immutable once read; threads may share it. */
typedef struct fade_model fade_model;

/* The table's columns, in order: X(ENUM, name). */
#define FADE_MODEL_COLUMN_NAMES(X)    \
    X(KIND, kind)                     \
    X(NAME, name)                     \
    X(VALUE, value)                   \
    X(UNIT, unit)                     \
    X(SCALE, scale)                   \
    X(PATIENT_SD, between_patient_sd) \
    X(SESSION_SD, between_session_sd) \
    X(LOWER, lower)                   \
    X(UPPER, upper)                   \
    X(PROVENANCE, provenance)         \
    X(SOURCE, source)                 \
    X(NOTE, note)

typedef enum fade_model_column {

#define FADE_MODEL_COLUMN_ENUM(id, name) FADE_MODEL_COLUMN_##id,
    FADE_MODEL_COLUMN_NAMES(FADE_MODEL_COLUMN_ENUM) FADE_MODEL_COLUMNS
#undef FADE_MODEL_COLUMN_ENUM
} fade_model_column;

/*
 * Reads a table. Errors name file, line and column in `diag`: FADE_EPARSE
 * (malformed, unknown, duplicate, missing, out of bounds), FADE_EIO,
 * FADE_ENOMEM. The caller ends *out with fade_model_destroy().
 */
FADE_API fade_status fade_model_read(const char *path, fade_model **out,
                                     fade_diag *diag);
FADE_API void fade_model_destroy(fade_model *model);

/*
 * Reads the model that a user calls `name`: a file where that holds a '/' or
 * ends in ".csv", else NAME.csv in the first of the `directories` (NULL ones
 * are passed over) that has it; FADE_ENOTFOUND lists what there is.
 */
FADE_API fade_status fade_model_open(const char *name,
                                     const char *const *directories,
                                     size_t count, fade_model **out,
                                     fade_diag *diag);

/* Names that fade_model_open() finds in a directory, ascending. */
typedef struct fade_model_list {
    char **names;
    size_t count;
} fade_model_list;

/* FADE_ENOTFOUND: no such directory. End it with fade_model_list_clear(). */
FADE_API fade_status fade_model_list_read(const char *directory,
                                          fade_model_list *out);
FADE_API void fade_model_list_clear(fade_model_list *list);

FADE_API const char *fade_model_name(const fade_model *model);
FADE_API fade_pigment fade_model_pigment(const fade_model *model);
FADE_API const char *fade_model_version(const fade_model *model);

/*
 * 64-bit fingerprint of everything that changes a forecast: the numbers, but no
 * bounds, sources, notes, name or version. Not a signature.
 */
FADE_API uint64_t fade_model_fingerprint(const fade_model *model);

FADE_API const fade_parameter *fade_model_parameter(const fade_model *model,
                                                    fade_parameter_id id);
FADE_API const fade_covariate_effect *fade_model_covariate_effects(
    const fade_model *model, size_t *count);
FADE_API const fade_error_model *fade_model_errors(const fade_model *model);

/*
 * The table as it was written, row by row; "" where a cell is empty or out of
 * range. Cells live as long as the model.
 */
FADE_API size_t fade_model_rows(const fade_model *model);
FADE_API const char *fade_model_cell(const fade_model *model, size_t row,
                                     fade_model_column column);
FADE_API const char *fade_model_column_name(fade_model_column column);

/*
 * L* of skin of Fitzpatrick type 1 (I) to 6 (VI), used where nobody measured
 * it; FADE_EINVAL for any other type.
 */
FADE_API fade_status fade_model_skin_lightness(const fade_model *model,
                                               int fitzpatrick, double *out);

/*
 * The random effects of this model: ids that own one, in table order.
 * Returns their number; at most FADE_PARAMETER_COUNT are written.
 */
FADE_API size_t fade_model_effects(const fade_model *model,
                                   fade_parameter_id *ids);

/*
 * One person's parameters; `effects` NULL is the typical patient (z = 0),
 * `covariates` NULL is none. uv_exposure, uv_peak_day come out as the table
 * has them: a zone's own sunlight replaces them afterwards.
 */
FADE_API void fade_model_individual(const fade_model *model,
                                    const fade_covariates *covariates,
                                    const fade_effects *effects,
                                    fade_values *out);

FADE_API fade_rates fade_values_rates(const fade_values *values);
FADE_API fade_optics fade_values_optics(const fade_values *values);
FADE_API fade_sunlight fade_values_sunlight(const fade_values *values);

FADE_API const char *fade_parameter_name(fade_parameter_id id);
FADE_API const char *fade_parameter_unit(fade_parameter_id id);
FADE_API fade_status fade_parameter_parse(const char *name,
                                          fade_parameter_id *out);
FADE_API const char *fade_covariate_name(fade_covariate_id id);
FADE_API fade_status fade_covariate_parse(const char *name,
                                          fade_covariate_id *out);
FADE_API const char *fade_scale_name(fade_scale scale);

/* g and its inverse. */
FADE_API double fade_scale_apply(fade_scale scale, double value);
FADE_API double fade_scale_invert(fade_scale scale, double value);

/*
 * A zone's sunlight as people write it: "low" 0.5, "typical" 1, "high" 2, or a
 * number from 0 to 100. FADE_EPARSE otherwise.
 */
FADE_API fade_status fade_uv_exposure_parse(const char *text, double *out);

FADE_END

#endif
