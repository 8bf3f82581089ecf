/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include <math.h>
#include <stdlib.h>

#include <jansson.h>

/* Enough for every figure we show, and 0.1 stays 0.1. */
enum { DIGITS = 15 };

/* Wraps jansson's value so that a failure below is seen when it is written. */
struct fade_json {
    json_t *value; /* one reference is ours */
    fade_status status;
    fade_json *children;
    fade_json *next; /* of the same parent */
};

static fade_json *
wrap(json_t *value)
{
    fade_json *wrapper = value ? calloc(1, sizeof *wrapper) : NULL;

    if (!wrapper) {
        json_decref(value);
        return NULL;
    }
    wrapper->value = value;
    return wrapper;
}

fade_json *
fade_json_object(void)
{
    return wrap(json_object());
}

fade_json *
fade_json_array(void)
{
    return wrap(json_array());
}

/* Puts `value` in, which is taken over; false where that failed. */
static bool
put(fade_json *parent, const char *key, json_t *value, fade_status otherwise)
{
    int failed;

    if (!parent) {
        json_decref(value);
        return false;
    }
    if (!value) {
        parent->status = otherwise;
        return false;
    }
    failed = key ? json_object_set_new(parent->value, key, value)
                 : json_array_append_new(parent->value, value);
    if (failed) {
        parent->status = FADE_ENOMEM;
    }
    return !failed;
}

void
fade_json_add_text(fade_json *parent, const char *key, const char *value)
{
    /* jansson gives NULL for what is not UTF-8. */
    (void)put(parent, key, value ? json_string(value) : json_null(),
              FADE_EINVAL);
}

void
fade_json_add_number(fade_json *parent, const char *key, double value)
{
    (void)put(parent, key, isfinite(value) ? json_real(value) : json_null(),
              FADE_ENOMEM);
}

void
fade_json_add_integer(fade_json *parent, const char *key, int64_t value)
{
    (void)put(parent, key, json_integer(value), FADE_ENOMEM);
}

void
fade_json_add_bool(fade_json *parent, const char *key, bool value)
{
    (void)put(parent, key, json_boolean(value), FADE_ENOMEM);
}

void
fade_json_add_null(fade_json *parent, const char *key)
{
    (void)put(parent, key, json_null(), FADE_ENOMEM);
}

void
fade_json_add(fade_json *parent, const char *key, fade_json *child)
{
    if (!child) {
        if (parent) {
            parent->status = FADE_ENOMEM;
        }
        return;
    }
    if (!put(parent, key, json_incref(child->value), FADE_ENOMEM)) {
        fade_json_destroy(child);
        return;
    }
    child->next = parent->children;
    parent->children = child;
}

void
fade_json_destroy(fade_json *value)
{
    if (!value) {
        return;
    }
    while (value->children) {
        fade_json *child = value->children;

        value->children = child->next;
        fade_json_destroy(child);
    }
    json_decref(value->value);
    free(value);
}

/* The first failure in the tree. */
static fade_status
status_below(const fade_json *value)
{
    fade_status status = value->status;

    for (const fade_json *child = value->children; child && status == FADE_OK;
         child = child->next) {
        status = status_below(child);
    }
    return status;
}

fade_status
fade_json_write(const fade_json *value, FILE *out)
{
    fade_status status = value ? status_below(value) : FADE_ENOMEM;

    if (status != FADE_OK) {
        return status;
    }
    if (json_dumpf(value->value, out,
                   JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS))
            != 0
        || fputc('\n', out) == EOF) {
        return FADE_EIO;
    }
    return FADE_OK;
}
