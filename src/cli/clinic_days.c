/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/clinic_days.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "cli/message.h"
#include "cli/option.h"

void
fade_clinic_days_clear(fade_clinic_days *days)
{
    for (size_t i = 0; i < days->count; i++) {
        free(days->items[i].code);
    }
    free(days->items);
    *days = (fade_clinic_days){0};
}

static fade_status
append(fade_clinic_days *days, const fade_record *clinic, fade_date today)
{
    void *items = days->items;
    char *code = fade_text_copy(fade_record_named(clinic, "code"));
    fade_status status = FADE_ENOMEM;

    if (code) {
        status = fade_array_reserve(&items, &days->room, days->count + 1,
                                    sizeof *days->items);
    }
    if (status != FADE_OK) {
        free(code);
        return status;
    }
    days->items = items;
    days->items[days->count++] =
        (fade_clinic_day){.id = clinic->id, .code = code, .today = today};
    return FADE_OK;
}

/* A wrong --today has been said by its getter: *usage is then set. */
static fade_status
add_clinic(const fade_arguments *args, const fade_record *clinic,
           fade_clinic_days *out, bool *usage)
{
    const char *only = fade_arg_text(args, "clinic");
    fade_date today = FADE_NO_DATE;

    if (only && strcmp(only, fade_record_named(clinic, "code")) != 0) {
        return FADE_OK;
    }
    if (fade_arg_today(args, fade_record_named(clinic, "time_zone"), &today)
        != FADE_OK) {
        *usage = true;
        return FADE_EINVAL;
    }
    return append(out, clinic, today);
}

static fade_status
add_clinics(fade_desk *desk, fade_clinic_days *out, bool *usage)
{
    const fade_entity *entity = fade_entity_get(FADE_CLINIC);
    fade_cursor *cursor = NULL;
    fade_record clinic;
    fade_status status =
        fade_cursor_open(desk->store, entity, NULL, &cursor, &desk->diag);

    fade_record_init(&clinic, entity);
    while (status == FADE_OK) {
        status = fade_cursor_next(cursor, &clinic, &desk->diag);
        if (status == FADE_OK) {
            status = add_clinic(desk->args, &clinic, out, usage);
        }
    }
    fade_cursor_close(cursor);
    fade_record_clear(&clinic);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

int
fade_clinic_days_read(fade_desk *desk, fade_clinic_days *out)
{
    const char *only = fade_arg_text(desk->args, "clinic");
    bool usage = false;
    fade_status status = FADE_OK;

    *out = (fade_clinic_days){0};
    status = add_clinics(desk, out, &usage);
    if (usage) {
        return FADE_EXIT_USAGE;
    }
    if (status != FADE_OK) {
        return fade_desk_fail(desk, status);
    }
    if (out->count == 0) {
        fade_message(desk->args, "there is no clinic%s%s%s", only ? " '" : "",
                     only ? only : "", only ? "'" : " yet");
        return FADE_EXIT_FAILURE;
    }
    return FADE_EXIT_OK;
}
