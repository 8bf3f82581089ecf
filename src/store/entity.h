/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a clinic records, as one table of entities and their columns. It alone
 * drives the statements that read and write the database, validation, the
 * commands that add and edit, import, export and the columns of
 * fadecast-tables(5).
 */
#ifndef STORE_ENTITY_H
#define STORE_ENTITY_H

#include <stdbool.h>
#include <stddef.h>

typedef enum fade_entity_id {
    FADE_CLINIC,
    FADE_PRACTITIONER,
    FADE_PATIENT,
    FADE_ZONE,
    FADE_SESSION,
    FADE_READING,
    FADE_CONTRAINDICATION,
    FADE_ENTITIES
} fade_entity_id;

typedef enum fade_column_type {
    FADE_TYPE_PATH,        /* key of the record that this one belongs to */
    FADE_TYPE_CODE,        /* letters, digits, '.', '_', '-': fit for a file */
    FADE_TYPE_TEXT,        /* one line; `upper` bytes at most */
    FADE_TYPE_NOTE,        /* text of many lines */
    FADE_TYPE_WORD,        /* one of `words` */
    FADE_TYPE_FLAG,        /* yes or no */
    FADE_TYPE_INTEGER,     /* lower .. upper */
    FADE_TYPE_NUMBER,      /* lower .. upper */
    FADE_TYPE_LEVEL,       /* a number or one of `words` */
    FADE_TYPE_DATE,        /* YYYY-MM-DD */
    FADE_TYPE_TIME_ZONE,   /* IANA name */
    FADE_TYPE_PRACTITIONER /* code of one of the clinic's */
} fade_column_type;

typedef struct fade_entity_column {
    const char *name; /* in CSV files, options and the database */
    fade_column_type type;
    bool key;      /* of those that tell records apart */
    bool required; /* never empty */
    bool personal; /* says who the patient is: never shown in a message */
    bool above;    /* `lower` itself is not allowed */
    double lower, upper;
    const char *words;   /* "implant|laser"; NULL where any will do */
    const char *initial; /* what an empty one becomes; NULL: stays empty */
    const char *unit;    /* NULL where it has none */
    const char *help;    /* a phrase without a full stop */
} fade_entity_column;

enum { FADE_COLUMNS_MAX = 16, FADE_PATH_MAX = 3 };

typedef struct fade_entity {
    const char *name;      /* "session": also the database's table */
    const char *table;     /* "sessions": stem of the CSV file */
    fade_entity_id parent; /* its own id where it belongs to nothing */
    const char *help;      /* "one visit's work on a zone" */
    size_t path;           /* how many of the columns are FADE_TYPE_PATH */
    size_t count;          /* of columns, path first */
    const fade_entity_column *columns;
} fade_entity;

/* Parents come before what belongs to them. */
const fade_entity *fade_entity_get(fade_entity_id id);
fade_entity_id fade_entity_id_of(const fade_entity *entity);

/* By name ("session") or table ("sessions"); NULL where there is none. */
const fade_entity *fade_entity_named(const char *name);
const fade_entity *fade_entity_of_table(const char *table);

/* The entity that this one belongs to; NULL at the top. */
const fade_entity *fade_entity_parent(const fade_entity *entity);

/* Index of a column; entity->count where it has no such column. */
size_t fade_entity_column_index(const fade_entity *entity, const char *name);

#endif
