/* Minutes between places. Without a matrix they come from the coordinates: the
 * great circle, made longer by the detour that streets take; short ways are
 * walked, longer ones ridden after a wait. */
#include "model/builder.h"
#include "model/draft.h"
#include "model/travel.h"

#include <math.h>

const struct travel_speeds TRAVEL_SPEEDS_DEFAULT = {
    .detour_percent = 130,
    .walk_m_per_min = 75,
    .walk_max_m = 1500,
    .ride_m_per_min = 450,
    .ride_wait_min = 10,
};

static double radians(double degrees)
{
    return degrees * 3.14159265358979323846 / 180.0;
}

static const double EARTH_RADIUS = 6371008.8;

/* Haversine formula on the mean sphere. */
static int64_t straight_metres(const struct place *a, const struct place *b)
{
    double s = sin(radians(b->lat - a->lat) / 2);
    double t = sin(radians(b->lon - a->lon) / 2);
    double h = s * s + cos(radians(a->lat)) * cos(radians(b->lat)) * t * t;

    return llround(2 * EARTH_RADIUS * asin(sqrt(h < 1 ? h : 1)));
}

static uint16_t minutes_for(const struct travel_speeds *speeds, int64_t straight)
{
    int64_t m = straight * speeds->detour_percent / 100;
    int64_t minutes;

    if (m == 0)
        return 0;
    if (m <= speeds->walk_max_m)
        minutes = (m + speeds->walk_m_per_min - 1) / speeds->walk_m_per_min;
    else
        minutes = speeds->ride_wait_min +
                  (m + speeds->ride_m_per_min - 1) / speeds->ride_m_per_min;
    return minutes < UINT16_MAX ? (uint16_t)minutes : UINT16_MAX;
}

/* Places without coordinates are used by nobody (relations.c): they stay at 0. */
static uint16_t from_coordinates(const struct travel_speeds *speeds,
                                 const struct place *x, const struct place *y)
{
    return x->located && y->located ? minutes_for(speeds, straight_metres(x, y)) : 0;
}

/* ---- all pairs of a table ---------------------------------------------- */

/* A place on the ball of radius 1, from whose middle the formula is a straight line
 * away: for millions of pairs that is soon worth it. */
struct spot {
    const struct place *place;
    double x, y, z;
};

static struct spot spot_of(const struct place *p)
{
    double lat = radians(p->lat), lon = radians(p->lon);

    return (struct spot){p, cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

/* As straight_metres(). Within some 250 km three terms of the arc sine are right to a
 * thousandth of a millimetre; where the metre hangs on less than DOUBT, or the way is
 * longer, the formula tells. */
static int64_t spot_metres(const struct spot *a, const struct spot *b)
{
    const double NEAR = 0.02, DOUBT = 1e-4;
    double x = a->x - b->x, y = a->y - b->y, z = a->z - b->z;
    double square = (x * x + y * y + z * z) / 4, half = sqrt(square);
    double metres = 2 * EARTH_RADIUS * half * (1 + square * (1 / 6.0 + square * 3 / 40));
    int64_t whole = (int64_t)metres;

    if (half > NEAR || fabs(metres - (double)whole - 0.5) < DOUBT)
        return straight_metres(a->place, b->place);
    return whole + (metres - (double)whole > 0.5);
}

/* Between these places, NULL = all of them, by their rows. */
static const uint16_t *table_of(struct problem_builder *b, const int *places, int n)
{
    uint16_t *table = NEW_ARRAY(b->arena, uint16_t, (size_t)n * (size_t)n);
    struct arena *scratch = arena_new();
    struct spot *spots = NEW_ARRAY(scratch, struct spot, n);

    for (int i = 0; i < n; i++)
        spots[i] = spot_of(&b->places.at[places ? places[i] : i].it);
    for (int i = 0; i < n; i++)
        for (int k = 0; spots[i].place->located && k < i; k++)
            if (spots[k].place->located)
                table[i * n + k] = table[k * n + i] =
                    minutes_for(&b->speeds, spot_metres(&spots[i], &spots[k]));
    arena_free(scratch);
    return table;
}

/* ---- a table for each group of places ---------------------------------- */

/* Places, then clients, then escorts, joined as sets of a forest (Tarjan 1975, paths
 * halved): each points to another of its group, the one that stands for it to
 * itself. */
struct groups {
    int *up;
    int clients, escorts; /* where they begin */
};

static int group_of(struct groups *g, int i)
{
    while (g->up[i] != i)
        i = g->up[i] = g->up[g->up[i]];
    return i;
}

static void join(struct groups *g, int i, int place)
{
    if (place != NONE)
        g->up[group_of(g, i)] = group_of(g, place);
}

static void join_request(struct problem_builder *b, struct groups *g,
                         const struct request *r)
{
    join(g, g->clients + r->client, r->meet);
    join(g, g->clients + r->client, r->end);
    for (int i = 0; i < r->n_alternatives; i++)
        if (r->alternatives[i].session)
            join(g, g->clients + r->client,
                 b->sessions.at[r->alternatives[i].session - 1].it.place);
}

static void join_pairs(struct problem_builder *b, struct groups *g)
{
    const uint8_t *barred = b->problem->barred;

    for (int i = 0; i < b->clients.n; i++)
        for (int k = 0; k < b->escorts.n; k++)
            if (*barred++ == BAR_NONE)
                join(g, g->clients + i, g->escorts + k);
}

/* Whoever can be with a client goes between their places, and home. */
static struct groups join_all(struct problem_builder *b)
{
    int n = b->places.n + b->clients.n + b->escorts.n;
    struct groups g = {NEW_ARRAY(b->arena, int, n), b->places.n,
                       b->places.n + b->clients.n};

    for (int i = 0; i < n; i++)
        g.up[i] = i;
    for (int i = 0; i < b->clients.n; i++)
        join(&g, g.clients + i, b->clients.at[i].it.home);
    for (int i = 0; i < b->escorts.n; i++)
        join(&g, g.escorts + i, b->escorts.at[i].it.home);
    for (int i = 0; i < b->requests.n; i++)
        join_request(b, &g, &b->requests.at[i].it);
    join_pairs(b, &g);
    return g;
}

/* Which table and row each place has; *size is filled too. Returns how many tables. */
static int rows_number(struct problem_builder *b, int *table, int *row, int *size)
{
    struct groups g = join_all(b);
    int *number = NEW_ARRAY(b->arena, int, g.escorts + b->escorts.n);
    int n = 0;

    for (int i = 0; i < b->places.n; i++) {
        int *of = &number[group_of(&g, i)]; /* 0 = not numbered yet */

        if (*of == 0)
            *of = ++n;
        table[i] = *of - 1;
        row[i] = size[table[i]]++;
    }
    return n;
}

static const struct travel_tables *many_tables(struct problem_builder *b)
{
    int places = b->places.n;
    struct travel_tables *t = NEW(b->arena, struct travel_tables);
    int *table = NEW_ARRAY(b->arena, int, places);
    int *row = NEW_ARRAY(b->arena, int, places);
    int *size = NEW_ARRAY(b->arena, int, places);
    const uint16_t **minutes = NEW_ARRAY(b->arena, const uint16_t *, places);
    int **members = NEW_ARRAY(b->arena, int *, places);
    int n = rows_number(b, table, row, size);

    for (int i = 0; i < places; i++) {
        if (row[i] == 0)
            members[table[i]] = NEW_ARRAY(b->arena, int, size[table[i]]);
        members[table[i]][row[i]] = i;
    }
    for (int i = 0; i < n; i++)
        minutes[i] = table_of(b, members[i], size[i]);
    *t = (struct travel_tables){b->speeds, n, table, row, size, minutes};
    return t;
}

void travel_make(struct problem_builder *b)
{
    if (b->matrix)
        b->problem->travel = b->matrix;
    else if (b->places.n <= ONE_TABLE_MOST)
        b->problem->travel = table_of(b, NULL, b->places.n);
    else
        b->problem->tables = many_tables(b);
}

int travel_looked_up(const struct problem *p, int from, int to)
{
    const struct travel_tables *t = p->tables;
    int table = t->table_of[from];

    if (t->table_of[to] != table)
        return from_coordinates(&t->speeds, &p->places[from], &p->places[to]);
    return t->minutes[table][(size_t)t->row_of[from] * (size_t)t->size[table] +
                             (size_t)t->row_of[to]];
}

/* ---- parts ------------------------------------------------------------- */

static const struct travel_tables *tables_shared(struct arena *a, int n,
                                                 const struct travel_tables *whole,
                                                 const int *whole_of)
{
    struct travel_tables *t = NEW(a, struct travel_tables);
    int *table = NEW_ARRAY(a, int, n), *row = NEW_ARRAY(a, int, n);

    for (int i = 0; i < n; i++) {
        table[i] = whole->table_of[whole_of[i]];
        row[i] = whole->row_of[whole_of[i]];
    }
    *t = *whole;
    t->table_of = table;
    t->row_of = row;
    return t;
}

void travel_take(struct arena *a, struct problem *part, const struct problem *whole,
                 const int *whole_of)
{
    int n = part->n_places;
    uint16_t *at;

    part->travel = NULL;
    part->tables = NULL;
    if (!whole->travel && n > ONE_TABLE_MOST) {
        part->tables = tables_shared(a, n, whole->tables, whole_of);
        return;
    }
    part->travel = at = NEW_ARRAY(a, uint16_t, (size_t)n * (size_t)n);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            *at++ = (uint16_t)travel_minutes(whole, whole_of[i], whole_of[k]);
}

/* ---- before freezing --------------------------------------------------- */

int draft_travel(const struct problem_builder *b, int from, int to)
{
    if (from == NONE || to == NONE)
        return 0;
    if (!b->matrix)
        return from_coordinates(&b->speeds, &b->places.at[from].it,
                                &b->places.at[to].it);
    return from < b->n_matrix && to < b->n_matrix
               ? b->matrix[from * b->n_matrix + to]
               : 0;
}
