/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small clinic as CSV tables, for the tests of import and export. */
#ifndef TESTS_CLINIC_TABLES_H
#define TESTS_CLINIC_TABLES_H

#define CLINICS                        \
    "code,name,time_zone,hemisphere\n" \
    "main,Crown House,Europe/Berlin,north\n"
#define PRACTITIONERS    \
    "clinic,code,name\n" \
    "main,kim,Kim Lee\n"
#define PATIENTS                                                             \
    "code,name,phone,birth_year,fitzpatrick,note\n"                          \
    "A1,Ann Bee,+49 30 1,1970,2,\"likes \"\"soft\"\" lines\nsecond line\"\n" \
    "A2,\"=cmd|'/C calc'!A1\",,,,\"a, b; c\"\n"
#define ZONES                                            \
    "patient,zone,skin_lightness,uv_exposure,scarring\n" \
    "A1,hairline,61.5,high,\n"                           \
    "A1,FUT scar,,0.75,yes\n"                            \
    "A2,crown,,,\n"
#define SESSIONS                                                      \
    "patient,zone,date,kind,pigment,dose,dots,shatter,practitioner\n" \
    "A1,hairline,2024-03-01,implant,permanent,1,110,,kim\n"           \
    "A1,hairline,2024-03-15,,permanent,,96,,kim\n"                    \
    "A1,FUT scar,2024-03-01,,temporary,0.8,,,\n"                      \
    "A1,FUT scar,2024-09-01,laser,,,,0.35,\n"
#define READINGS                                                            \
    "patient,zone,date,timing,kind,value,censored,limit,scale_max,grader\n" \
    "A1,hairline,2024-05-01,,tone,4.35,,,,\n"                               \
    "A1,hairline,2024-05-01,,score,8,,,10,kim\n"                            \
    "A1,FUT scar,2024-09-01,before,tone,0.5,below,,,\n"
#define CONTRAINDICATIONS       \
    "patient,what,from,until\n" \
    "A2,pregnancy,2024-01-01,2024-10-01\n"

enum { ALL_ROWS = 1 + 1 + 2 + 3 + 4 + 3 + 1 };

#endif
