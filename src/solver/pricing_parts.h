/* The parts of pricing, in the order in which they work: the stops worth thinking of, what
 * may lie ahead of them, labels, plans of the best. Only pricing's own files see this. */
#ifndef SOLVER_PRICING_PARTS_H
#define SOLVER_PRICING_PARTS_H

#include "solver/pricing.h"

#include <limits.h>

enum {
    TRACK_BITS = 128,
    BUCKET_FINE = 15, /* minutes */
    BUCKET_COARSE = 30,
    BUCKET_ROUGH = 60,
    BUCKETS_MOST = 7 * 24 * 60 / BUCKET_FINE + 1,
    LABELS_EASY = 4000, /* few enough not to look for anything better */
    LABELS_MOST = 100000
};

/* More than any cost, and still to be added to. */
#define FORBIDDEN (INT64_MAX / 4)

struct bits {
    uint64_t word[TRACK_BITS / 64];
};

/* From an earlier stop of the day to another. */
struct leg {
    int from;    /* in `active` */
    int points;
    int minutes; /* of work that it adds, those of the stop it goes to included */
};

/* The beginning of a week of work. */
struct label {
    int64_t cost;
    int64_t lean;  /* what bounds count of it: shares of faces, and tolls */
    int64_t bound; /* of weeks that begin so */
    int stop;   /* in `active`, NONE at the root */
    int parent; /* label; NONE */
    int next;   /* at the same stop; NONE */
    int end;    /* of the last stop */
    int minutes, day_minutes; /* working time of the week, of the day */
    int day_from, run_from;   /* first start of the day, of the stretch without a break */
    struct bits done, met;
    int16_t newcomers;
    bool rested;  /* the day has had its rest before the last stop */
    bool weekly;  /* the week has had its long rest ... */
    bool in_doubt; /* ... if the day's own rest comes after its work */
    int16_t members; /* clients at the session of the last stop */
    bool weekend; /* has worked on one */
};

/* The bits of stops that begin later. */
struct later {
    struct bits tasks, clients;
};

/* A stop worth thinking of at these prices. */
struct active {
    const struct stop *stop;
    int64_t bare;  /* all of it but the face */
    int64_t cost;  /* what labels pay: with the face, unless `client` is a bit */
    int64_t face;
    int64_t lean;  /* what bounds count: with a share of the face, and the toll */
    int64_t coming; /* what of the cost falls away for the second client of a session */
    int task, client; /* bits; NONE */
    bool newcomer_once; /* counts as a new client each time it is carried out */
    struct later later;
    int over, late; /* after it: when the weekly rest would be over, and the row of `late`
                       for a day that begins no earlier; NONE */
    int labels;    /* newest label; NONE */
};

/* The mildest figures of the week. */
struct lax {
    int break_minutes, break_after, span, day, daily_rest, contractor_rest;
};

/* How much is kept for thinking of. */
struct kept {
    int at_stop, closed; /* labels at a stop, and of closed ones at the end of a day */
    int starts;          /* of one request in a day that are tried at all */
};

struct pricing {
    struct arena *arena;
    struct net *net;
    const struct problem *p;
    struct lax lax;

    /* What is asked. */
    const struct track *t;
    const int64_t *charge; /* by node of the net */
    enum care care;
    struct kept kept;
    int64_t worth; /* only cheaper plans are looked for */
    int far; /* a pause so long that nothing is asked of the night */

    /* Stops. */
    int room_active, n_active;
    struct active *active;      /* in time order */
    int day_first[BORDERS + 1]; /* in active */
    int *task_bit, *client_bit; /* by number in the track */
    int *first_end, *last_start; /* by task */
    int *task_client;            /* by task; NONE: several */
    bool *hopeless;              /* by stop of the track: in no week that is asked for */
    int room_hopeless;
    struct bits ending[BORDERS]; /* tasks whose last stop is of the day */
    int *one_task;               /* by client: 1 + the only task; -1 several */
    int *starts, *cheapest;      /* by task: stops in the day, and the cheapest of them */
    bool *task_matters, *client_matters; /* by number: may have a bit */

    /* What bounds count. */
    int64_t *toll, *share, *best_toll, *best_share; /* by task */
    int64_t tolls;               /* all that are asked */
    int64_t *surplus;            /* by client: what shares pass the face by */
    int *visits;                 /* by task: in the relaxed week */
    int64_t toll_of[TRACK_BITS], share_of[TRACK_BITS]; /* by bit of the task */
    int client_of[TRACK_BITS];                         /* the client's bit */
    int64_t face_of[TRACK_BITS];                       /* by bit of the client */

    /* What may lie ahead. */
    int n_legs, room_legs;
    struct leg *legs;            /* by the stop that they go to, then from */
    int *first_leg;              /* [n_active + 1] */
    int bucket;                  /* minutes */
    int n_buckets;               /* of them in a week; 1 where minutes do not matter */
    int day_buckets;             /* in a day */
    bool needs_day_off;          /* no weekly rest without one */
    int64_t *ahead;              /* [active * day_buckets] least that may follow in the same
                                    day, by the minutes that it may take */
    int room_ahead;
    int64_t *least_of[BORDERS];  /* [day_buckets] least of a day, by the minutes that it may
                                    take */
    int64_t *after[2][BORDERS + 1]; /* [n_buckets] least of all days from k on, by the minutes
                                       worked before; [1] with a day off among them */
    int64_t *to_come; /* [active * n_buckets] least that the week may add after a stop, by the
                         minutes worked up to it; with the weekly rest still to come, where it
                         needs a day off, at [n_active + active] */
    int room_to_come;
    int64_t *late; /* [active * n_buckets] by a day's latest stops: least of it and the days
                      after it if one of them is the first */
    int room_late, *by_start; /* [active] the day's stops, latest first */
    int over, late_begin;     /* as of a stop, at the beginning of the week */
    int64_t *unrested[BORDERS + 1]; /* [n_buckets] least of all days from k on, with the
                                       weekly rest after some of their work */
    int64_t *reach; /* [active * n_buckets] least of the week up to a stop, itself included, by
                       the minutes worked up to it */
    int room_reach;

    /* Labels. */
    int n_labels, room_labels, most_labels;
    struct label *labels;
    int *closed, n_closed, room_closed; /* labels at the end of the day */
    int best[PLANS_MOST], n_best; /* closed labels, cheapest first */
    int64_t least; /* cost of the cheapest week known */
    int64_t open;  /* least bound of labels that were not gone on from */
};

/* ---- what pricing begins with -------------------------------------------- */

/* All requests and clients may have a bit, or none. */
void pricing_let_all_matter(struct pricing *w, bool matter);
/* The stops worth thinking of, and how one may go on between them. */
void pricing_lay_out(struct pricing *w, enum care care);
/* All that labels need, with the bits that matter; no labels yet. */
void pricing_prepare(struct pricing *w, enum care care);
/* What no week is cheaper than, at most `known`: labels for a cheapest week are there, if
 * there is one that is cheaper. */
int64_t pricing_label_exactly(struct pricing *w, int64_t known, int64_t *work);

/* ---- stops --------------------------------------------------------------- */

/* Which stops are worth thinking of, with their costs and bits, in `active`. */
void pricing_choose_stops(struct pricing *w);
/* What a stop may save by its mere presence: a way, a pause, more minutes of travel. */
int64_t stop_may_save(const struct pricing *w, const struct stop *s);
/* Without the face. */
int64_t stop_cost(const struct pricing *w, const struct stop *s);
/* Sets `lean` of all stops, by the tolls and shares in hand. */
void pricing_set_lean(struct pricing *w);
int64_t face_cost(const struct pricing *w, int client);

/* ---- what may lie ahead -------------------------------------------------- */

/* Fills legs. */
void pricing_lay_legs(struct pricing *w);
/* Measures what the escort's time is counted by: once, before the rest. */
void pricing_measure_time(struct pricing *w);
/* Fills ahead, least_of and after, from the last day to the first; returns the least of
 * the week. */
int64_t pricing_look_ahead(struct pricing *w);
/* Fills to_come from them; returns the least of the week, which may be more than that. */
int64_t pricing_sum_to_come(struct pricing *w);
/* The part of that for weeks whose weekly rest is still to come, where it needs a day off. */
int64_t pricing_look_for_rest(struct pricing *w);
/* What the days from k on may add at least to a label that is closed; it has not worked on
 * the days between. */
int64_t pricing_after_day(const struct pricing *w, const struct label *l, int k);
/* The stops of a week as cheap as that; returns how many, no more than most. */
int pricing_relaxed_week(const struct pricing *w, int *stops, int most);
/* Sets hopeless[stop of the track] for each that is in no week cheaper than known. */
void pricing_drop_hopeless(struct pricing *w, int64_t known);
/* By node of the net: the least through each stop of the track. */
void pricing_find_through(struct pricing *w, int64_t *through);

/* ---- tolls --------------------------------------------------------------- */

/* Those of the track, and even shares where it has none. */
void pricing_recall_tolls(struct pricing *w);
void pricing_note_tolls(const struct pricing *w);
/* Raises what lies ahead towards the cost of the cheapest week, which is at most known;
 * returns the least that it has come to. */
int64_t pricing_raise_tolls(struct pricing *w, int64_t known);

/* ---- labels -------------------------------------------------------------- */

/* All labels of a week, the best of the closed ones in `best`. */
void pricing_label_week(struct pricing *w);
/* The stops of a label, first to last, no more than most; returns how many. */
int label_stops(const struct pricing *w, int label, int *stops, int most);

/* A label goes on by a leg to a later stop of the same day. False if no lawful week begins
 * so. */
bool label_go_on(const struct pricing *w, int parent, int to, const struct leg *leg,
                 struct label *l);
/* A closed label goes on with the first stop of a later day. */
bool label_begin_day(const struct pricing *w, int parent, int to, struct label *l);
/* Has the day, or the week, had the rest that it needs if the label ends it? */
bool label_day_rested(const struct pricing *w, const struct label *l);
bool label_week_rested(const struct pricing *w, const struct label *l);

/* NONE if there is no more room; its bound is then noted in `open`. */
int label_add(struct pricing *w, const struct label *l);
/* Among the labels of its stop, unless one of them is as good. */
void label_keep(struct pricing *w, const struct label *l);
/* Among those that wait at the end of the day. */
void label_keep_closed(struct pricing *w, const struct label *l, int day);

/* ---- plans --------------------------------------------------------------- */

enum { PLAN_STOPS_MOST = 256 };

/* Those of the best labels that the rules allow, besides those given already. */
void pricing_give_plans(const struct pricing *w, struct arena *a, struct priced *out);

/* ---- small figures ------------------------------------------------------- */

/* Here, not in a part, since each label asks for them. */

static inline int lesser(int a, int b)
{
    return a < b ? a : b;
}

static inline int greater(int a, int b)
{
    return a > b ? a : b;
}

static inline int64_t scaled(int64_t points)
{
    return points * PRICE_SCALE;
}

static inline bool bits_has(const struct bits *b, int bit)
{
    return bit != NONE && (b->word[bit / 64] >> bit % 64 & 1);
}

static inline void bits_add(struct bits *b, int bit)
{
    if (bit != NONE)
        b->word[bit / 64] |= UINT64_C(1) << bit % 64;
}

static inline bool same_session(const struct stop *a, const struct stop *b)
{
    return a->session && a->session == b->session;
}

/* What bounds count for going along a leg, all that the stop costs included. */
static inline int64_t leg_cost(const struct pricing *w, const struct leg *leg,
                               const struct active *to)
{
    bool joins = same_session(w->active[leg->from].stop, to->stop);
    return scaled(leg->points) + to->lean - (joins ? to->coming : 0);
}

/* Minutes of the way between two stops of a day that count as work. */
static inline int paid_between(const struct pricing *w, const struct stop *a,
                               const struct stop *b)
{
    return w->t->employed && figures_on(w->p, week_day(&w->p->week, a->start))->travel_is_work
               ? stop_travel(w->t, a, b)
               : 0;
}

/* Points beyond those that a stop's cost took off in advance for its minutes. */
static inline int64_t over_contract(const struct pricing *w, int minutes)
{
    int over = w->t->contract == NONE ? 0 : minutes - w->t->contract;
    const struct weight_figures *f = &w->p->weight;
    return over > 0 ? scaled((int64_t)(f->contract_under_minute + f->contract_over_minute) * over)
                    : 0;
}

/* Minutes are counted in buckets, rounded down, so that what lies ahead is never made
 * dearer than it can be. */
static inline int buckets(const struct pricing *w, int minutes)
{
    return w->n_buckets == 1 ? 0 : minutes / w->bucket;
}

/* What the week may add at least to a label whose last stop is this one. */
static inline int64_t to_come(const struct pricing *w, int i, int minutes, bool rested)
{
    int off = w->needs_day_off && !rested, u = buckets(w, minutes);
    return w->to_come[(size_t)(off * w->n_active + i) * (size_t)w->n_buckets +
                      (size_t)(u < w->n_buckets ? u : w->n_buckets - 1)] -
           over_contract(w, minutes);
}

#endif
