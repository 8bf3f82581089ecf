/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/fiction.h"

#include <ctype.h>

static const char *const first_names[] = {
    "Aldo",     "Barnaby",  "Caspian",  "Dorian",  "Emrys",      "Florian",
    "Gideon",   "Horatio",  "Ignatius", "Jasper",  "Kester",     "Lysander",
    "Magnus",   "Nestor",   "Osric",    "Phineas", "Quentin",    "Rufus",
    "Septimus", "Thaddeus", "Ulric",    "Viola",   "Wilhelmina", "Xanthe"};

static const char *const last_names[] = {
    "Applewhisk",  "Brambletop",   "Cloudberry",  "Dapplewick",  "Elderfinch",
    "Fernwhistle", "Gooseplume",   "Hazelthorpe", "Inkwellson",  "Juniperly",
    "Kettlewhim",  "Larkspurn",    "Mossbottom",  "Nettlecombe", "Oatmeadow",
    "Pebblewood",  "Quillfeather", "Rushlight",   "Saffronbury", "Thistledown",
    "Umberfield",  "Vetchworth",   "Willowmere",  "Yarrowby"};

static const fade_fiction practitioners[] = {
    {"DS", "Dot Stippleton"},   {"IH", "Ivo Halftone"},
    {"PP", "Petra Pointill"},   {"LS", "Linus Shadewell"},
    {"OT", "Opal Tintwhistle"}, {"RM", "Rex Microdot"},
    {"TS", "Tilda Speckle"},    {"HU", "Hugo Umberley"},
    {"MN", "Mira Needlewick"},  {"OC", "Otis Carbonell"},
    {"FS", "Fern Softline"},    {"CC", "Cyril Crownley"},
};

enum { NAMES = 24, PRACTITIONERS = 12 };

/* Both lists turn at different speeds, so that neighbours share neither. */
static const char *
first_name(size_t index)
{
    return first_names[index % NAMES];
}

static const char *
last_name(size_t index)
{
    return last_names[(index * 5 + index / NAMES + 7) % NAMES];
}

void
fade_fiction_name(size_t index, fade_text *out)
{
    fade_text_addf(out, "%s %s", first_name(index), last_name(index));
}

void
fade_fiction_initials(size_t index, fade_text *out)
{
    fade_text_addf(out, "%c. %c.", first_name(index)[0], last_name(index)[0]);
}

void
fade_fiction_email(size_t index, fade_text *out)
{
    const char *last = last_name(index);

    fade_text_addf(out, "%c.%c%s@example.com",
                   tolower((unsigned char)first_name(index)[0]),
                   tolower((unsigned char)last[0]), last + 1);
}

void
fade_fiction_phone(size_t index, fade_text *out)
{
    fade_text_addf(out, "020 7946 %04zu", index % 1000);
}

fade_fiction
fade_fiction_practitioner(size_t index)
{
    return practitioners[index % PRACTITIONERS];
}
