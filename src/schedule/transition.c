/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <fadecast/schedule.h>

#define INTO(state) (1u << FADE_##state)

/* Human decisions that may follow while a recall is waiting. */
#define PUT_OFF (INTO(SNOOZED) | INTO(DECLINED))
#define MODEL   (INTO(PROJECTED) | INTO(STATE_DUE))
#define ENDS    (INTO(DONE) | INTO(CANCELLED))

static const struct {
    const char *text;
    unsigned into; /* states that may follow, as bits */
} states[FADE_RECALL_STATES] = {
    [FADE_PROJECTED] = {"projected", MODEL | INTO(CONTACTED) | INTO(BOOKED)
                                         | PUT_OFF | ENDS},
    [FADE_STATE_DUE] = {"due", MODEL | INTO(CONTACTED) | INTO(BOOKED) | PUT_OFF
                                   | ENDS},
    [FADE_CONTACTED] = {"contacted", MODEL | INTO(BOOKED) | PUT_OFF | ENDS},
    [FADE_BOOKED] = {"booked",
                     MODEL | INTO(CONTACTED) | INTO(MISSED) | PUT_OFF | ENDS},
    [FADE_DONE] = {"done", MODEL | INTO(CANCELLED)},
    [FADE_SNOOZED] = {"snoozed",
                      MODEL | INTO(CONTACTED) | INTO(BOOKED) | PUT_OFF | ENDS},
    [FADE_DECLINED] = {"declined",
                       MODEL | INTO(CONTACTED) | INTO(BOOKED) | ENDS},
    [FADE_MISSED] = {"missed",
                     MODEL | INTO(CONTACTED) | INTO(BOOKED) | PUT_OFF | ENDS},
    [FADE_CANCELLED] = {"cancelled", MODEL | INTO(DONE)},
};

const char *
fade_recall_state_text(fade_recall_state state)
{
    return (unsigned)state < FADE_RECALL_STATES ? states[state].text
                                                : "unknown";
}

fade_status
fade_recall_state_parse(const char *word, fade_recall_state *out)
{
    for (int i = 0; i < FADE_RECALL_STATES; i++) {
        if (strcmp(word, states[i].text) == 0) {
            *out = (fade_recall_state)i;
            return FADE_OK;
        }
    }
    return FADE_ENOTFOUND;
}

bool
fade_recall_open(fade_recall_state state)
{
    return state != FADE_DONE && state != FADE_CANCELLED;
}

bool
fade_recall_may_become(fade_recall_state from, fade_recall_state to)
{
    return from == to || (states[from].into >> to & 1u);
}

static bool
people_decided(fade_recall_state state)
{
    return state == FADE_CONTACTED || state == FADE_BOOKED
           || state == FADE_SNOOZED || state == FADE_DECLINED
           || state == FADE_MISSED;
}

fade_recall_state
fade_recall_state_after(fade_recall_state now, fade_recall_status need)
{
    if (need < FADE_HEALING) {
        return FADE_CANCELLED;
    }
    if (people_decided(now)) {
        return now;
    }
    return need == FADE_DUE || need == FADE_OVERDUE ? FADE_STATE_DUE
                                                    : FADE_PROJECTED;
}
