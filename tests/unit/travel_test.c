/* With more places than one table is made for, the minutes are those that the same
 * places have among few. */
#include "model/travel.h"

#include "base/chance.h"
#include "small_unit.h"

#include <math.h>

enum { MANY = ONE_TABLE_MOST + 10 };

/* Bo goes from `meet` to `away`, and Gun, who lives by herself, may go with him. The
 * other places are nobody's. */
struct land {
    struct small_unit u;
    int meet, away, guns, nobody, unknown;
    const struct problem *p;
};

static struct land land_made(int places, double away, double nobody)
{
    struct land l;
    struct request r;
    int home;

    small_begin(&l.u, 2026, 48);
    home = l.u.home;
    l.u.home = l.guns = small_place(&l.u, "guns", 57.1);
    problem_accept_only(l.u.b, l.u.anna, (int[]){l.u.eva}, 1);
    problem_accept_only(l.u.b, l.u.bo, (int[]){small_escort(&l.u, "gun")}, 1);
    l.u.home = home;
    l.meet = small_place(&l.u, "meet", 57.2);
    l.away = small_place(&l.u, "away", away);
    l.nobody = small_place(&l.u, "nobody", nobody);
    l.unknown = problem_add_place(
        l.u.b, "unknown",
        &(struct place){.id = "unknown", .name = "unknown", .area = ""});
    for (int i = l.unknown + 1; i < places; i++)
        small_place(&l.u, arena_print(l.u.arena, "p%d", i), 58 + i / 1e4);
    r = small_request(&l.u, "r", l.u.bo);
    r.meet = l.meet;
    r.end = l.away;
    small_add(&l.u, &r);
    l.p = small_freeze(&l.u);
    return l;
}

static void many_places_have_the_minutes_of_few(void)
{
    struct land few = land_made(0, 57.3, 57.9), many = land_made(MANY, 57.3, 57.9);

    CU_ASSERT_PTR_NOT_NULL_FATAL(few.p->travel);
    CU_ASSERT_PTR_NULL_FATAL(many.p->travel);
    for (int i = 0; i < few.p->n_places; i++)
        for (int k = 0; k < few.p->n_places; k++)
            CU_ASSERT_EQUAL(travel_minutes(many.p, i, k),
                            travel_minutes(few.p, i, k));
    CU_ASSERT(travel_minutes(many.p, many.meet, many.away) > 0);
    CU_ASSERT(travel_minutes(many.p, many.meet, many.nobody) > 0);
    CU_ASSERT_EQUAL(travel_minutes(many.p, NONE, many.away), 0);
    arena_free(few.u.arena);
    arena_free(many.u.arena);
}

/* As the great circle has them, by the haversine formula and the usual speeds. */
static int minutes_by_formula(const struct place *a, const struct place *b)
{
    const double degree = 3.14159265358979323846 / 180;
    double s = sin((b->lat - a->lat) * degree / 2), t = sin((b->lon - a->lon) * degree / 2);
    double h = s * s + cos(a->lat * degree) * cos(b->lat * degree) * t * t;
    int64_t m = llround(2 * 6371008.8 * asin(sqrt(h < 1 ? h : 1))) * 130 / 100;

    if (m <= 1500)
        return (int)((m + 74) / 75);
    return 10 + (int)((m + 449) / 450);
}

/* A town, its country, and the other side of the earth. */
static void a_table_has_the_minutes_of_the_formula(void)
{
    static const double SPREAD[] = {0.0001, 0.02, 0.3, 8, 180};
    struct small_unit u;
    struct chance chance;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    chance_seed(&chance, 7);
    for (int i = 0; i < 500; i++) {
        double spread = SPREAD[i % 5];
        char *id = arena_print(u.arena, "p%d", i);
        problem_add_place(u.b, id,
                          &(struct place){.id = id,
                                          .name = id,
                                          .area = "",
                                          .located = true,
                                          .lat = 56.67 - spread / 2 * chance_share(&chance),
                                          .lon = 12.86 - spread * chance_share(&chance)});
    }
    r = small_request(&u, "r", u.bo);
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_PTR_NOT_NULL_FATAL(p);
    for (int i = 0; i < p->n_places; i++)
        for (int k = 0; k < p->n_places; k++)
            if (travel_minutes(p, i, k) != minutes_by_formula(&p->places[i], &p->places[k]))
                CU_FAIL("two places have other minutes than the formula");
    arena_free(u.arena);
}

static void places_that_somebody_goes_between_have_one_table(void)
{
    struct land l = land_made(MANY, 57.3, 57.9);
    const struct travel_tables *t = l.p->tables;
    int home = t->table_of[l.u.home];

    CU_ASSERT_EQUAL(t->table_of[l.meet], home);
    CU_ASSERT_EQUAL(t->table_of[l.away], home);
    CU_ASSERT_EQUAL(t->table_of[l.guns], home);
    CU_ASSERT_NOT_EQUAL(t->table_of[l.nobody], home);
    CU_ASSERT_EQUAL(t->size[home], 4);
    CU_ASSERT_EQUAL(t->size[t->table_of[l.nobody]], 1);
    CU_ASSERT_EQUAL(t->n, MANY - 3);
    arena_free(l.u.arena);
}

static void a_part_of_many_places_has_their_minutes(void)
{
    struct land l = land_made(MANY, 57.3, 57.9);
    int *whole_of = NEW_ARRAY(l.u.arena, int, MANY);
    struct place *places = NEW_ARRAY(l.u.arena, struct place, MANY);
    struct problem part = {.places = places, .n_places = MANY};

    for (int i = 0; i < MANY; i++) {
        whole_of[i] = MANY - 1 - i;
        places[i] = l.p->places[whole_of[i]];
    }
    for (part.n_places = MANY; part.n_places > 7; part.n_places -= MANY - 7) {
        travel_take(l.u.arena, &part, l.p, whole_of + MANY - part.n_places);
        CU_ASSERT_EQUAL(part.travel == NULL, part.n_places > ONE_TABLE_MOST);
        for (int i = part.n_places - 7; i < part.n_places; i++)
            for (int k = part.n_places - 7; k < part.n_places; k++)
                CU_ASSERT_EQUAL(travel_minutes(&part, i, k),
                                travel_minutes(l.p, part.n_places - 1 - i,
                                               part.n_places - 1 - k));
    }
    arena_free(l.u.arena);
}

static uint64_t hash_of(int places, double away, double nobody)
{
    struct land l = land_made(places, away, nobody);
    uint64_t hash = l.p->hash;

    arena_free(l.u.arena);
    return hash;
}

static void only_ways_that_somebody_goes_change_the_hash(void)
{
    CU_ASSERT_NOT_EQUAL(hash_of(MANY, 57.3, 57.9), hash_of(MANY, 57.4, 57.9));
    CU_ASSERT_EQUAL(hash_of(MANY, 57.3, 57.9), hash_of(MANY, 57.3, 57.8));
}

void travel_suite(void)
{
    CU_pSuite s = CU_add_suite("travel", NULL, NULL);

    CU_add_test(s, "many places have the minutes of few",
                many_places_have_the_minutes_of_few);
    CU_add_test(s, "a table has the minutes of the formula",
                a_table_has_the_minutes_of_the_formula);
    CU_add_test(s, "places that somebody goes between have one table",
                places_that_somebody_goes_between_have_one_table);
    CU_add_test(s, "a part of many places has their minutes",
                a_part_of_many_places_has_their_minutes);
    CU_add_test(s, "only ways that somebody goes change the hash",
                only_ways_that_somebody_goes_change_the_hash);
}
