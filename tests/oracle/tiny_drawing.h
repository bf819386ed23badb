/* What the parts of the generator of tiny weeks share. Only they see it. */
#ifndef ORACLE_TINY_DRAWING_H
#define ORACLE_TINY_DRAWING_H

#include "base/chance.h"
#include "ledsaga/problem.h"

enum { PLACES = 4, REQUESTS_MOST = 4, MORE_REQUESTS = 5, RESTLESS_REQUESTS = DAYS + 1, SESSIONS_MOST = 2 };

enum theme {
    THEME_MIXED,
    THEME_CROWDED, /* all on one day, little room */
    THEME_REST,    /* late evenings and early mornings, spread over the week */
    THEME_BREAKS,  /* back to back */
    THEME_GRANTS,  /* hours of the decision run out */
    THEME_TEAMS,   /* two at once, and in step */
    THEME_LEGS,    /* the way home hardly fits the hours */
    THEME_PAPERS,  /* delegations, clearances, allergies, answers, rides */
    THEME_GROUPS,  /* sessions, and two who share an escort */
    THEME_PAST,    /* employees who have worked much before */
    THEME_FRAME,   /* contractors who should not do too much */
    THEME_BONDS,   /* whom a client has, likes and knows */
    THEME_CHANGES, /* a roster was given out; money counts */
    THEMES
};

/* What a week is to be besides: with more requests; with many starts of each, on two days;
 * with work on every day, and early and late. */
enum shape { SHAPE_TINY, SHAPE_BUSY, SHAPE_WIDE, SHAPE_RESTLESS };

struct drawing {
    struct chance c;
    struct problem_builder *b;
    struct arena *arena;
    enum theme theme;
    struct week week;
    int64_t monday;
    int grid;
    enum shape shape;
    int next_day; /* of a restless week */
    int n_escorts, n_clients, n_requests, n_sessions;
    enum engagement engagement[3]; /* of the escorts */
    struct session sessions[SESSIONS_MOST];
};

static inline int drawn(struct drawing *d, int least, int most)
{
    return chance_between(&d->c, least, most);
}

static inline bool sometimes(struct drawing *d, int one_in)
{
    return chance_one_in(&d->c, one_in);
}

/* Every second time in the theme, rarely elsewhere. */
static inline bool in_theme(struct drawing *d, enum theme theme)
{
    return sometimes(d, d->theme == theme ? 2 : 10);
}

const char *tiny_name(struct drawing *d, const char *prefix, int i);
void tiny_escorts(struct drawing *d);
void tiny_clients(struct drawing *d);
void tiny_sessions(struct drawing *d);
void tiny_requests(struct drawing *d);

#endif
