/* Who must be told what, once one roster has taken another's place: what is otherwise in
 * their own week, whoever's visit it began with. */
#ifndef ADAPTERS_NEWS_H
#define ADAPTERS_NEWS_H

#include "adapters/replan/event.h"
#include "base/text.h"
#include "ledsaga/calendar.h"

enum news_kind { NEWS_NEW, NEWS_CHANGED, NEWS_CANCELLED };

struct news_item {
    enum news_kind kind;
    const struct appointment_facts *before; /* as it was told; NULL = it was not */
    const struct appointment_facts *now;    /* NULL = it is no more */
};

/* One person. */
struct news {
    enum person_kind kind;
    int person;        /* client or escort of the problem; NONE = left it */
    const char *id;
    bool knows;        /* it is what they said themselves: nobody need ring them */
    bool loses;        /* a client with fewer outings than before */
    bool asked;        /* a contractor, who must accept what is new */
    int waits_for;     /* a client: such an escort, who accepts before they are told; NONE */
    int64_t first_utc; /* of what is changed, the soonest start, old or new */
    int n;
    const struct news_item *list; /* by start */
};

/* Who said it. */
struct tidings {
    const struct events *events; /* NULL = nothing happened */
    int caller;                  /* the client on the phone; NONE */
};

/* In the order in which to ring them: by what is soonest, then clients who lose something,
 * then contractors who must accept, then the others; but a contractor before the clients to
 * whom they are to come, so that nobody is promised what is declined. Those who know last. */
int news_find(struct arena *a, const struct problem *p, const struct told *before,
              const struct told *after, const struct tidings *by, const struct news **out);
/* How many of them must be told. */
int news_people(const struct news *list, int n);

/* Whom to ring in which order and what to tell them; then who knows already. "" for nobody. */
void news_print(struct text *out, const struct problem *p, const struct news *list, int n,
                int width);

#endif
