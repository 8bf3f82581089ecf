/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/recall_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/text.h"

struct fade_recall_strings {
    char **items;
    size_t count, room;
};

fade_recall_filter
fade_recall_filter_any(void)
{
    return (fade_recall_filter){.from = FADE_NO_DATE, .until = FADE_NO_DATE};
}

void
fade_recall_list_destroy(fade_recall_list *list)
{
    if (!list) {
        return;
    }
    for (size_t i = 0; list->strings && i < list->strings->count; i++) {
        free(list->strings->items[i]);
    }
    if (list->strings) {
        free(list->strings->items);
    }
    free(list->strings);
    free(list->entries);
    free(list);
}

static fade_status
create(fade_recall_list **out)
{
    fade_recall_list *list = calloc(1, sizeof *list);

    if (list) {
        list->strings = calloc(1, sizeof *list->strings);
    }
    if (!list || !list->strings) {
        free(list);
        return FADE_ENOMEM;
    }
    *out = list;
    return FADE_OK;
}

static fade_status
keep(struct fade_recall_strings *strings, const char **string)
{
    void *items = strings->items;
    char *copy = NULL;
    fade_status status = fade_array_reserve(
        &items, &strings->room, strings->count + 1, sizeof *strings->items);

    if (status != FADE_OK) {
        return status;
    }
    strings->items = items;
    copy = fade_text_copy(*string);
    if (!copy) {
        return FADE_ENOMEM;
    }
    strings->items[strings->count++] = copy;
    *string = copy;
    return FADE_OK;
}

/* What of a row outlives the cursor: all that a list shows. */
static fade_status
keep_strings(struct fade_recall_strings *strings, fade_recall_entry *entry)
{
    fade_recall_row *row = &entry->row;
    const char **kept[] = {&row->clinic,   &row->patient,
                           &row->name,     &row->initials,
                           &row->email,    &row->phone,
                           &row->zone,     &row->pigment,
                           &entry->reason, &row->recall.view.practitioner};
    fade_status status = FADE_OK;

    for (size_t i = 0; status == FADE_OK && i < sizeof kept / sizeof *kept;
         i++) {
        status = keep(strings, kept[i]);
    }
    return status;
}

/* A zone without a recall has no session, or waits for `schedule`. */
static fade_recall_entry
entry_of(const fade_recall_row *row, fade_date today)
{
    fade_recall_entry entry = {.row = *row,
                               .today = today,
                               .scheduled = true,
                               .status = row->recall.status,
                               .reason = row->recall.reason};

    if (row->recall.id == 0) {
        entry.status = FADE_NO_DATA;
        entry.scheduled = row->last_session == FADE_NO_DATE;
        entry.reason = entry.scheduled ? "no implant session on record"
                                       : "not yet scheduled";
    }
    return entry;
}

static bool
planned_within(const fade_recall_filter *filter, fade_date planned)
{
    bool open = filter->from == FADE_NO_DATE && filter->until == FADE_NO_DATE;

    if (open || planned == FADE_NO_DATE) {
        return open;
    }
    return (filter->from == FADE_NO_DATE || planned >= filter->from)
           && (filter->until == FADE_NO_DATE || planned <= filter->until);
}

static bool
wanted(const fade_recall_entry *entry, const fade_recall_filter *filter)
{
    const fade_recall *recall = &entry->row.recall;
    bool open = recall->id != 0 && fade_recall_open(recall->state);
    unsigned bit = 1u << entry->status;

    if (filter->statuses ? !(entry->scheduled && (filter->statuses & bit))
                         : !(open || filter->all)) {
        return false;
    }
    if (filter->practitioner
        && strcmp(filter->practitioner, recall->view.practitioner) != 0) {
        return false;
    }
    if (filter->pigment && strcmp(filter->pigment, entry->row.pigment) != 0) {
        return false;
    }
    return planned_within(filter, recall->planned);
}

static fade_status
append(fade_recall_list *list, const fade_recall_entry *entry)
{
    void *entries = list->entries;
    fade_status status = fade_array_reserve(
        &entries, &list->room, list->count + 1, sizeof *list->entries);

    if (status == FADE_OK) {
        list->entries = entries;
        list->entries[list->count] = *entry;
        status = keep_strings(list->strings, &list->entries[list->count]);
    }
    if (status == FADE_OK) {
        list->count++;
    }
    return status;
}

static fade_status
read_clinic(fade_store *store, const fade_recall_day *day,
            const fade_recall_filter *filter, fade_recall_list *list,
            fade_diag *diag)
{
    fade_recall_cursor *cursor = NULL;
    fade_recall_row row;
    fade_status status =
        fade_recall_rows_open(store, day->clinic, day->today, &cursor, diag);

    if (status == FADE_OK) {
        status = fade_recall_rows_next(cursor, &row, diag);
    }
    while (status == FADE_OK) {
        fade_recall_entry entry = entry_of(&row, day->today);

        list->unscheduled += entry.scheduled ? 0 : 1;
        if (wanted(&entry, filter)) {
            status = append(list, &entry);
        }
        if (status == FADE_OK) {
            status = fade_recall_rows_next(cursor, &row, diag);
        }
    }
    fade_recall_cursor_close(cursor);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

/* Place of an entry's kind in the order; see the header. */
static int
rank(const fade_recall_entry *entry)
{
    static const int ranks[FADE_RECALL_STATUSES] = {
        [FADE_OVERDUE] = 0,
        [FADE_DUE] = 1,
        [FADE_NOT_DUE] = 2,
        [FADE_HEALING] = 2,
        [FADE_NOT_RECOMMENDED] = 5,
        [FADE_LET_FADE] = 6,
        [FADE_NO_LONGER_FOLLOWED] = 7,
        [FADE_NO_DATA] = 8,
    };
    int own = ranks[entry->status];

    if (!entry->scheduled) {
        return 4;
    }
    return own == 2 && entry->row.recall.dates.recommended == FADE_NO_DATE
               ? 3
               : own;
}

static fade_date
urgent_since(const fade_recall_entry *entry)
{
    const fade_recall_dates *dates = &entry->row.recall.dates;

    return entry->status == FADE_OVERDUE ? dates->overdue_after
                                         : dates->recommended;
}

static int
by_urgency(const void *left, const void *right)
{
    const fade_recall_entry *a = left;
    const fade_recall_entry *b = right;
    int order = rank(a) - rank(b);

    if (order == 0 && rank(a) < 3) {
        order = (urgent_since(a) > urgent_since(b))
                - (urgent_since(a) < urgent_since(b));
    }
    if (order == 0) {
        order = strcmp(a->row.clinic, b->row.clinic);
    }
    if (order == 0) {
        order = strcmp(a->row.patient, b->row.patient);
    }
    return order == 0 ? strcmp(a->row.zone, b->row.zone) : order;
}

fade_status
fade_recall_list_read(fade_store *store, const fade_recall_filter *filter,
                      const fade_recall_day *days, size_t count,
                      fade_recall_list **out, fade_diag *diag)
{
    fade_recall_list *list = NULL;
    fade_status status = create(&list);

    *out = NULL;
    for (size_t i = 0; status == FADE_OK && i < count; i++) {
        status = read_clinic(store, &days[i], filter, list, diag);
    }
    if (status != FADE_OK) {
        fade_recall_list_destroy(list);
        return status;
    }
    if (list->count > 1) {
        qsort(list->entries, list->count, sizeof *list->entries, by_urgency);
    }
    *out = list;
    return FADE_OK;
}
