/* Minutes between places. Without a matrix they come from the coordinates: the
 * great circle, made longer by the detour that streets take; short ways are
 * walked, longer ones ridden after a wait. */
#include "model/builder.h"
#include "model/draft.h"

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

/* Haversine formula on the mean sphere. */
static int64_t straight_metres(const struct place *a, const struct place *b)
{
    const double earth_radius = 6371008.8;
    double s = sin(radians(b->lat - a->lat) / 2);
    double t = sin(radians(b->lon - a->lon) / 2);
    double h = s * s + cos(radians(a->lat)) * cos(radians(b->lat)) * t * t;

    return llround(2 * earth_radius * asin(sqrt(h < 1 ? h : 1)));
}

static uint16_t minutes_between(const struct travel_speeds *speeds,
                                const struct place *a, const struct place *b)
{
    int64_t m = straight_metres(a, b) * speeds->detour_percent / 100;
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
static uint16_t from_coordinates(const struct problem_builder *b, int from,
                                 int to)
{
    const struct place *x = &b->places.at[from].it, *y = &b->places.at[to].it;

    return x->located && y->located ? minutes_between(&b->speeds, x, y) : 0;
}

static const uint16_t *make_matrix(struct problem_builder *b)
{
    int n = b->places.n;
    uint16_t *matrix = NEW_ARRAY(b->arena, uint16_t, (size_t)n * (size_t)n);

    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++)
            matrix[i * n + k] = matrix[k * n + i] = from_coordinates(b, i, k);
    return matrix;
}

void travel_make(struct problem_builder *b)
{
    b->problem->travel = b->matrix ? b->matrix : make_matrix(b);
}

int draft_travel(const struct problem_builder *b, int from, int to)
{
    if (from == NONE || to == NONE)
        return 0;
    if (!b->matrix)
        return from_coordinates(b, from, to);
    return from < b->n_matrix && to < b->n_matrix
               ? b->matrix[from * b->n_matrix + to]
               : 0;
}
