/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a model table: they are refused, or make a model whose typical
 * patient is possible.
 */
#include <math.h>

#include <fadecast/model.h>

#include "fuzz/fuzz.h"

static void
check_person(const fade_model *model)
{
    const fade_covariates covariates = {{1.0, 1.0, 1.0, -2.0, 1.0}};
    fade_effects effects;
    fade_values values;

    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        effects.z[i] = i % 2 == 0 ? 5.0 : -5.0;
    }
    fade_model_individual(model, &covariates, &effects, &values);
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        require(!isnan(values.of[i]) && values.of[i] >= 0.0);
    }
    require(values.of[FADE_EPIDERMAL_FRACTION] <= 1.0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fade_model *model = NULL;
    fade_diag diag;

    fade_diag_init(&diag, 5);
    if (fade_model_read(fuzz_file(data, size), &model, &diag) == FADE_OK) {
        check_person(model);
    } else {
        require(!model && diag.errors > 0);
    }
    fade_diag_clear(&diag);
    fade_model_destroy(model);
    return 0;
}
