/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/render.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/outfile.h"
#include "clinic/feed_names.h"

enum { OWNERS_FOLDER = 0700, OWNERS_FILE = 0600 };

/* A subscriber wonders why yesterday's change is not there yet. */
static const char feed_description[] =
    "Recalls as last scheduled. Each calendar decides when it fetches changes: "
    "often once a day.";

/* CSS3 name; quiet beside a clinic's own appointments. */
static const char feed_color[] = "steelblue";

/*
 * Why an event was withdrawn. The reason on file may name an illness; that is
 * for the list of those who treat the patient, not for a calendar.
 */
static const char *
withdrawn_because(fade_recall_status status)
{
    switch (status) {
    case FADE_NOT_RECOMMENDED:
        return "cancelled: not recommended at present";
    case FADE_LET_FADE:
        return "cancelled: left to fade";
    case FADE_NO_LONGER_FOLLOWED:
        return "cancelled: no longer followed";
    default:
        return "cancelled: its session was corrected or removed";
    }
}

static fade_event_status
event_status(fade_recall_state state)
{
    if (state == FADE_CANCELLED) {
        return FADE_EVENT_CANCELLED;
    }
    return state == FADE_BOOKED ? FADE_EVENT_CONFIRMED : FADE_EVENT_TENTATIVE;
}

fade_calendar_event
fade_recall_event(const fade_recall *recall)
{
    return (fade_calendar_event){
        .uid = recall->uid,
        .case_code = recall->case_code,
        .stamp = recall->stamp,
        .sequence = (int)recall->sequence,
        .status = event_status(recall->state),
        .overdue = recall->overdue,
        .planned = recall->planned,
        .earliest = recall->dates.earliest,
        .recommended = recall->dates.recommended,
        .overdue_after = recall->dates.overdue_after,
        .latest = recall->dates.latest,
        .initials = recall->view.initials,
        .name = recall->view.name,
        .zone = recall->view.zone,
        .practitioner = recall->view.practitioner,
        .reason = recall->state == FADE_CANCELLED
                      ? withdrawn_because(recall->status)
                      : recall->reason,
    };
}

static fade_status
write_events(fade_store *store, const fade_feed_name *name, fade_feed *feed,
             size_t *events, fade_diag *diag)
{
    fade_recall_cursor *cursor = NULL;
    fade_recall recall;
    fade_status status = fade_recalls_shown_open(
        store, name->clinic_id, name->practitioner, &cursor, diag);

    if (status == FADE_OK) {
        status = fade_recalls_shown_next(cursor, &recall, diag);
    }
    while (status == FADE_OK) {
        const fade_calendar_event event = fade_recall_event(&recall);

        status = fade_feed_add(feed, &event);
        if (status == FADE_OK) {
            ++*events;
            status = fade_recalls_shown_next(cursor, &recall, diag);
        }
    }
    fade_recall_cursor_close(cursor);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

static fade_status
write_stream(fade_store *store, const fade_feed_name *name,
             fade_privacy privacy, FILE *stream, size_t *events,
             fade_diag *diag)
{
    const fade_feed_head head = {.name = name->title,
                                 .description = feed_description,
                                 .color = feed_color,
                                 .privacy = privacy};
    fade_feed *feed = NULL;
    fade_status status = fade_feed_begin(&head, stream, &feed);

    if (status == FADE_OK) {
        status = write_events(store, name, feed, events, diag);
    }
    if (status == FADE_OK) {
        status = fade_feed_end(feed);
    }
    fade_feed_destroy(feed);
    return status;
}

static fade_status
open_file(const fade_feed_plan *plan, const fade_feed_name *name,
          fade_outfile **out, fade_diag *diag)
{
    fade_text path = {0};
    fade_status status = FADE_ENOMEM;

    fade_text_addf(&path, "%s/%s", plan->directory, name->file);
    if (!path.failed) {
        status = fade_outfile_open(path.bytes, OWNERS_FILE, out, diag);
    }
    fade_text_clear(&path);
    return status;
}

static fade_status
write_file(fade_store *store, const fade_feed_plan *plan,
           const fade_feed_name *name, const fade_feed_visitor *visitor,
           fade_diag *diag)
{
    fade_feed_file file = {.name = name->file};
    fade_outfile *out = NULL;
    fade_status status = open_file(plan, name, &out, diag);

    if (status != FADE_OK) {
        return status;
    }
    status = write_stream(store, name, plan->privacy, fade_outfile_stream(out),
                          &file.events, diag);
    if (status != FADE_OK) {
        fade_diag_error(diag, (fade_place){.file = name->file}, "%s",
                        fade_status_text(status));
        fade_outfile_discard(out);
        return status;
    }
    status = fade_outfile_commit(out, &file.changed, diag);
    if (status == FADE_OK && visitor) {
        visitor->visit(visitor->context, &file);
    }
    return status;
}

static fade_status
make_directory(const char *path, fade_diag *diag)
{
    if (mkdir(path, OWNERS_FOLDER) != 0 && errno != EEXIST) {
        fade_diag_error(diag, (fade_place){.file = path}, "%s",
                        strerror(errno));
        return FADE_EIO;
    }
    return FADE_OK;
}

fade_status
fade_feeds_write(fade_store *store, const fade_feed_plan *plan,
                 const fade_feed_visitor *visitor, fade_diag *diag)
{
    fade_feed_names names = {0};
    fade_status status = fade_store_begin_read(store, diag);

    if (status != FADE_OK) {
        return status;
    }
    status = fade_feed_names_read(store, plan->clinic, &names, diag);
    if (status == FADE_OK) {
        status = make_directory(plan->directory, diag);
    }
    for (size_t i = 0; status == FADE_OK && i < names.count; i++) {
        status = write_file(store, plan, &names.items[i], visitor, diag);
    }
    fade_feed_names_clear(&names);
    fade_store_rollback(store);
    return status;
}
