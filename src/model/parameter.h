/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each parameter can be, whatever a table's own bounds say. */
#ifndef MODEL_PARAMETER_H
#define MODEL_PARAMETER_H

#include <fadecast/model.h>

/*
 * Hard limits keep the equations meaningful. `varying` is the one scale on
 * which the parameter may vary between people without leaving its domain:
 * FADE_IDENTITY where it may not vary at all.
 */
typedef struct fade_domain {
    double lower, upper; /* inclusive, in the parameter's unit */
    fade_scale varying;
} fade_domain;

fade_domain fade_parameter_domain(fade_parameter_id id);

/* True where `scale` has a finite or unlimited number for `value`. */
bool fade_scale_takes(fade_scale scale, double value);

/*
 * `value` moved by `shift` on `scale`; a shift of 0 gives back `value` as it
 * was. On the identity scale a covariate has no say and `shift` is added.
 */
double fade_scale_move(fade_scale scale, double value, double shift);

/* All names in the order of their ids, for suggestions. */
extern const char *const fade_parameter_names[FADE_PARAMETER_COUNT];
extern const char *const fade_covariate_names[FADE_COVARIATE_COUNT];

#endif
