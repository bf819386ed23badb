/* A week planned anew as people read it: what was known, who is told what, whom to ring
 * first. */
#ifndef ADAPTERS_REPLAN_TOLD_H
#define ADAPTERS_REPLAN_TOLD_H

#include "adapters/replan/news.h"
#include "adapters/replan/vetoed.h"
#include "ledsaga/replan.h"

struct replan_sheet {
    const struct events *events;      /* of the week before; NULL = it was taken back */
    const struct problem *before, *after;
    const struct roster *roster_before, *roster;
    int64_t rights_before;
    struct tier_result rights, told;  /* told: points of CHANGE; unused without events */
    bool as_delivered;                /* of a replanned week */
    int n;
    const struct news *news;
    int n_vetoed;                     /* later weeks that a veto of these forbids visits of */
    const struct vetoed *vetoed;
    bool dry;
    bool known;                       /* nothing of it is new to the week: nothing is written */
};

const char *replan_text(struct arena *a, const struct replan_sheet *s, int width);
const char *replan_json(struct arena *a, const struct replan_sheet *s);
/* What of it the journal keeps: members of its line. */
const char *replan_journal(struct arena *a, const struct replan_sheet *s);

#endif
