/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store takes any word as a session's model; whether there is such a model
 * is found out here, before the record is kept.
 */
#ifndef CLINIC_SESSION_MODEL_H
#define CLINIC_SESSION_MODEL_H

#include "clinic/model_shelf.h"
#include "store/record.h"

/*
 * FADE_EINVAL, said in `diag` at the column: the session names a model that
 * cannot be found or read, or one of the other pigment. Records of other
 * entities, and sessions that name none, are good. FADE_ENOMEM.
 */
fade_status fade_session_model_check(fade_shelf *shelf,
                                     const fade_record *record,
                                     fade_diag *diag);

#endif
