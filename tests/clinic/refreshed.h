/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clinic whose recalls tests refresh day by day. */
#ifndef TESTS_CLINIC_REFRESHED_H
#define TESTS_CLINIC_REFRESHED_H

#include "base/text.h"
#include "clinic/refresh.h"
#include "support/cmocka_all.h"
#include "support/records.h"

/* Patient A12 (Ann Bee, AB) of clinic main with a zone crown; practitioner
 * kim. As cmocka wants them: *state is the fixture. */
int refreshed_setup(void **state);
int refreshed_teardown(void **state);

fade_date day(const char *text);

/* Noon UTC of a day [s since 1970]. */
int64_t noon(const char *text);

/* Puts one record that must be accepted. */
void put(fixture *it, fade_entity_id entity, const char *columns);

/* Edits, or removes with all below it, the record of this key. */
void edit(fixture *it, fade_entity_id entity, const char *key,
          const char *columns);
void remove_it(fixture *it, fade_entity_id entity, const char *key);

/* Judges clinic main on a day, at its noon, with 200 draws. */
fade_refresh_report judge(fixture *it, const char *today);
fade_refresh_plan judge_plan(const fixture *it, const char *today,
                             fade_refresh_clinic *clinic);

/* A12's recalls; the caller clears the set. */
fade_recall_set recalls(fixture *it);

/* A12's only recall, or the one of this cycle; strings are not kept. */
fade_recall recall_of(fixture *it, int cycle);

/* All that is kept of A12's recalls as text; the caller clears it. */
fade_text dump(fixture *it);

#endif
