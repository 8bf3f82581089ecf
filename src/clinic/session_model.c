/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/session_model.h"

#include <string.h>

enum { WHY_SIZE = 512 };

static fade_place
place_of_model(const fade_record *record)
{
    return fade_record_place(record,
                             fade_entity_column_index(record->entity, "model"));
}

/* `why` is empty where the shelf said it of an earlier record. */
static fade_status
refuse(const fade_record *record, const fade_diag *why, fade_diag *diag)
{
    char words[WHY_SIZE] = "it cannot be used, as said above";

    if (why->kept > 0) {
        (void)fade_note_print(&why->notes[0], words, sizeof words);
    }
    fade_diag_error(diag, place_of_model(record), "'%s': %s",
                    fade_record_named(record, "model"), words);
    return FADE_EINVAL;
}

static fade_status
check_pigment(const fade_record *record, const fade_model *model,
              fade_diag *diag)
{
    const char *pigment = fade_record_named(record, "pigment");
    const char *of = fade_pigment_name(fade_model_pigment(model));

    if (*pigment == '\0' || strcmp(pigment, of) == 0) {
        return FADE_OK;
    }
    fade_diag_error(diag, place_of_model(record),
                    "'%s' is a model of %s pigment, the session's is %s",
                    fade_record_named(record, "model"), of, pigment);
    return FADE_EINVAL;
}

fade_status
fade_session_model_check(fade_shelf *shelf, const fade_record *record,
                         fade_diag *diag)
{
    const fade_model *model = NULL;
    const char *name = "";
    fade_diag why;
    fade_status status = FADE_OK;

    if (record->entity == fade_entity_get(FADE_SESSION)) {
        name = fade_record_named(record, "model");
    }
    if (*name == '\0') {
        return FADE_OK;
    }
    fade_diag_init(&why, 1);
    status = fade_shelf_take(shelf, name, &model, &why);
    if (!status) {
        status = check_pigment(record, model, diag);
    } else if (status != FADE_ENOMEM) {
        status = refuse(record, &why, diag);
    }
    fade_diag_clear(&why);
    return status;
}
