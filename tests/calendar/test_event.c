/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/event.h"

#include <string.h>
#include <strings.h>

#include "calendar/hostile.h"
#include "support/cmocka_all.h"

/* The rendering with its folds undone; the caller clears it. */
static fade_text
rendered(const fade_calendar_event *event, fade_privacy privacy)
{
    fade_text folded = {0};
    fade_text out = {0};
    const char *from;

    assert_int_equal(fade_event_render(event, privacy, &folded), FADE_OK);
    for (from = folded.bytes; *from; from++) {
        if (strncmp(from, "\r\n ", 3) == 0) {
            from += 2;
        } else {
            fade_text_add_bytes(&out, from, 1);
        }
    }
    fade_text_clear(&folded);
    return out;
}

static void
assert_line(const fade_text *text, const char *line)
{
    if (!strstr(fade_text_string(text), line)) {
        fail_msg("no \"%s\" in\n%s", line, fade_text_string(text));
    }
}

static void
a_plain_recall_reads_as_designed(void **state)
{
    fade_calendar_event event = plain_event();
    fade_text text = rendered(&event, FADE_PRIVACY_CODE);

    (void)state;
    assert_string_equal(
        text.bytes,
        "BEGIN:VEVENT\r\n"
        "UID:5f8b3c1e-0d1f-4b8a-9a55-6a6a3b1c9d10\r\n"
        "DTSTAMP:20260921T141320Z\r\n"
        "LAST-MODIFIED:20260921T141320Z\r\n"
        "SEQUENCE:3\r\n"
        "DTSTART;VALUE=DATE:20310303\r\n"
        "DTEND;VALUE=DATE:20310304\r\n"
        "STATUS:TENTATIVE\r\n"
        "SUMMARY:Recall 7K3M-9Q2P\r\n"
        "DESCRIPTION:Planned for 2031-03-03\\; recommended from 2031-03-02\\, "
        "not before 2031-01-30\\, overdue after 2031-09-02.\\nWhy: 25 % chance "
        "that tone falls below 75 % of its healed value by 2031-03-02\\; 3 "
        "readings\\, the last on 2030-09-14.\\nTo do: contact the patient and "
        "offer a visit.\\nCase 7K3M-9Q2P\\; practitioner: P1.\r\n"
        "CATEGORIES:Recall,P1\r\n"
        "CLASS:PRIVATE\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
        "X-FADECAST-EARLIEST;VALUE=DATE:20310130\r\n"
        "X-FADECAST-RECOMMENDED;VALUE=DATE:20310302\r\n"
        "X-FADECAST-OVERDUE-AFTER;VALUE=DATE:20310902\r\n"
        "END:VEVENT\r\n");
    fade_text_clear(&text);
}

static void
privacy_decides_who_is_said(void **state)
{
    fade_calendar_event event = plain_event();
    fade_text text = rendered(&event, FADE_PRIVACY_CODE);

    (void)state;
    assert_null(strstr(fade_text_string(&text), "A. B."));
    assert_null(strstr(fade_text_string(&text), "Anna"));
    assert_null(strstr(fade_text_string(&text), "hairline"));
    fade_text_clear(&text);
    text = rendered(&event, FADE_PRIVACY_INITIALS);
    assert_line(&text, "\r\nSUMMARY:Recall A. B.\\, hairline (7K3M-9Q2P)\r\n");
    assert_null(strstr(fade_text_string(&text), "Anna"));
    fade_text_clear(&text);
    text = rendered(&event, FADE_PRIVACY_NAME);
    assert_line(&text, "\r\nSUMMARY:Recall Anna Berg\\, hairline\r\n");
    assert_line(&text, "zone: hairline");
    fade_text_clear(&text);
    event.name = "";
    text = rendered(&event, FADE_PRIVACY_NAME);
    assert_line(&text, "SUMMARY:Recall A. B.\\, hairline (7K3M-9Q2P)\r\n");
    fade_text_clear(&text);
    event.initials = NULL;
    text = rendered(&event, FADE_PRIVACY_NAME);
    assert_line(&text, "SUMMARY:Recall 7K3M-9Q2P\r\n");
    fade_text_clear(&text);
}

static void
the_treatment_is_never_named(void **state)
{
    static const char *const words[] = {"smp", "pigment", "tattoo", "scalp"};
    fade_calendar_event event = plain_event();

    (void)state;
    event.zone = "SMP crown";
    event.reason = "not before 2031-01-30 because of allergy to the Pigment";
    for (int privacy = 0; privacy < FADE_PRIVACIES; privacy++) {
        for (int status = 0; status < 3; status++) {
            fade_text text;

            event.status = (fade_event_status)status;
            event.overdue = !event.overdue;
            text = rendered(&event, (fade_privacy)privacy);
            for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
                assert_null(strcasestr(fade_text_string(&text), words[i]));
            }
            fade_text_clear(&text);
        }
    }
}

static void
overdue_is_said_and_the_day_stays(void **state)
{
    fade_calendar_event event = plain_event();
    fade_text text;

    (void)state;
    event.overdue = true;
    text = rendered(&event, FADE_PRIVACY_CODE);
    assert_line(&text, "\r\nSUMMARY:Overdue: recall 7K3M-9Q2P\r\n");
    assert_line(&text, "\r\nDTSTART;VALUE=DATE:20310303\r\n");
    assert_line(&text, "\r\nCATEGORIES:Recall,Overdue,P1\r\n");
    fade_text_clear(&text);
}

static void
states_of_a_recall_have_their_status(void **state)
{
    fade_calendar_event event = plain_event();
    fade_text text;

    (void)state;
    event.status = FADE_EVENT_CONFIRMED;
    text = rendered(&event, FADE_PRIVACY_CODE);
    assert_line(&text, "\r\nSTATUS:CONFIRMED\r\n");
    assert_line(&text, "\r\nTRANSP:OPAQUE\r\n");
    assert_line(&text, "\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n");
    fade_text_clear(&text);
    event.status = FADE_EVENT_CANCELLED;
    event.overdue = true;
    text = rendered(&event, FADE_PRIVACY_CODE);
    assert_line(&text, "\r\nSTATUS:CANCELLED\r\n");
    assert_line(&text, "\r\nSUMMARY:Cancelled: recall 7K3M-9Q2P\r\n");
    assert_line(&text, "\r\nTRANSP:TRANSPARENT\r\n");
    assert_line(&text, "\r\nCATEGORIES:Recall,P1\r\n");
    fade_text_clear(&text);
}

static void
dates_that_are_not_known_are_left_out(void **state)
{
    fade_calendar_event event = plain_event();
    fade_text text;

    (void)state;
    event.earliest = FADE_NO_DATE;
    event.overdue_after = FADE_NO_DATE;
    event.latest = event.planned + 100;
    event.reason = NULL;
    event.practitioner = NULL;
    text = rendered(&event, FADE_PRIVACY_CODE);
    assert_null(strstr(fade_text_string(&text), "X-FADECAST-EARLIEST"));
    assert_line(&text, "X-FADECAST-LATEST;VALUE=DATE:20310611\r\n");
    assert_line(&text, "recommended from 2031-03-02\\, at the latest "
                       "2031-06-11.\\nTo do:");
    assert_line(&text, "\r\nCATEGORIES:Recall\r\n");
    fade_text_clear(&text);
}

static void
what_cannot_be_an_event_is_refused(void **state)
{
    fade_text out = {0};

    (void)state;
    for (int i = 0; i < 9; i++) {
        fade_calendar_event event = plain_event();
        fade_privacy privacy = FADE_PRIVACY_CODE;

        switch (i) {
        case 0:
            event.uid = "x\r\nATTACH:1";
            break;
        case 1:
            event.uid = "";
            break;
        case 2:
            event.case_code = NULL;
            break;
        case 3:
            event.stamp = -1;
            break;
        case 4:
            event.stamp = INT64_MAX;
            break;
        case 5:
            event.sequence = -1;
            break;
        case 6:
            event.planned = FADE_NO_DATE;
            break;
        case 7:
            event.planned = 2932896; /* 9999-12-31 has no next day */
            break;
        default:
            privacy = FADE_PRIVACIES;
            break;
        }
        assert_int_equal(fade_event_render(&event, privacy, &out), FADE_EINVAL);
        assert_int_equal(out.length, 0);
    }
}

static void
the_same_event_gives_the_same_bytes(void **state)
{
    (void)state;
    for (int i = 0; i < HOSTILE_EVENTS; i++) {
        fade_text texts[2] = {{0}};

        for (int k = 0; k < 2; k++) {
            hostile one;

            make_hostile(i, &one);
            assert_int_equal(
                fade_event_render(&one.event, FADE_PRIVACY_NAME, &texts[k]),
                FADE_OK);
            free(one.owned);
        }
        assert_string_equal(texts[0].bytes, texts[1].bytes);
        fade_text_clear(&texts[0]);
        fade_text_clear(&texts[1]);
    }
}

static void
privacy_words_read_back(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_PRIVACIES; i++) {
        fade_privacy out = FADE_PRIVACIES;

        assert_int_equal(
            fade_privacy_parse(fade_privacy_text((fade_privacy)i), &out),
            FADE_OK);
        assert_int_equal(out, i);
    }
    assert_int_equal(fade_privacy_parse("all", &(fade_privacy){0}),
                     FADE_ENOTFOUND);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_recall_reads_as_designed),
        cmocka_unit_test(privacy_decides_who_is_said),
        cmocka_unit_test(the_treatment_is_never_named),
        cmocka_unit_test(overdue_is_said_and_the_day_stays),
        cmocka_unit_test(states_of_a_recall_have_their_status),
        cmocka_unit_test(dates_that_are_not_known_are_left_out),
        cmocka_unit_test(what_cannot_be_an_event_is_refused),
        cmocka_unit_test(the_same_event_gives_the_same_bytes),
        cmocka_unit_test(privacy_words_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
