/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a model table: they are refused, or make a model whose typical
 * patient is possible.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fadecast/model.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
        if (isnan(values.of[i]) || values.of[i] < 0.0) {
            abort();
        }
    }
    if (values.of[FADE_EPIDERMAL_FRACTION] > 1.0) {
        abort();
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int handle = memfd_create("model", MFD_CLOEXEC);
    char path[64];
    fade_model *model = NULL;
    fade_diag diag;

    if (handle < 0 || write(handle, data, size) != (ssize_t)size) {
        abort();
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", handle);
    fade_diag_init(&diag, 5);
    if (fade_model_read(path, &model, &diag) == FADE_OK) {
        check_person(model);
    } else if (model || diag.errors == 0) {
        abort();
    }
    fade_diag_clear(&diag);
    fade_model_destroy(model);
    close(handle);
    return 0;
}
