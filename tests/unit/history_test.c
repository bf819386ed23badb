/* What other weeks mean for week 48 of 2026, from 23 to 29 November. */
#include "small_workspace.h"

/* The week itself, which has no roster yet. */
static void open_small(struct small_workspace *w, const char *more)
{
    small_open(w, more);
    small_week(w, "2026-W48", "",
               REQUEST("own", "anna", 60, "2026-11-25", "10:00", ""), NULL);
}

static const struct problem *read_48(struct small_workspace *w)
{
    return small_read(w, 2026, 48);
}

static const struct escort_past *past(const struct problem *p, const char *id)
{
    return &p->escorts[problem_find_escort(p, id)].past;
}

static int short_before(const struct problem *p, const char *id)
{
    return p->clients[problem_find_client(p, id)].short_before;
}

static int visits_before(const struct problem *p, const char *c, const char *e)
{
    return pair_visits_before(p, problem_find_client(p, c),
                              problem_find_escort(p, e));
}

static enum recency recency(const struct problem *p, const char *c,
                            const char *e)
{
    return pair_recency(p, problem_find_client(p, c), problem_find_escort(p, e));
}

static const struct met *met(const struct problem *p, const char *e,
                             const char *c)
{
    return escort_met(&p->escorts[problem_find_escort(p, e)],
                      problem_find_client(p, c));
}

/* What the other weeks use of anna's November. */
static int used(const struct problem *p)
{
    for (int i = 0; i < p->n_grants; i++)
        if (p->decisions[p->grants[i].decision].client ==
            problem_find_client(p, "anna"))
            return p->grants[i].used;
    return NONE;
}

/* ---- what escorts did ---- */

/* Two hours at the pool and, from 13:00, two at home; two hours on Tuesday. */
#define WORKING_WEEK                                                           \
    REQUEST("a", "anna", 120, "2026-11-16", "10:00", ",\"meet\":\"pool\"") "," \
    REQUEST("b", "bo", 120, "2026-11-16", "13:00", "") ","                     \
    REQUEST("c", "anna", 120, "2026-11-17", "10:00", ",\"meet\":\"pool\"")
#define WORKING_VISITS(escort)                                                 \
    VISIT("a", "2026-11-16T10:00", 120, escort, "") ","                        \
    VISIT("b", "2026-11-16T13:00", 120, escort, "") ","                        \
    VISIT("c", "2026-11-17T10:00", 120, escort, "")

static void an_earlier_week_is_reckoned_as_its_own_rules_would(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W47", "", WORKING_WEEK, WORKING_VISITS("eva"));
    const struct problem *p = read_48(&w);

    /* 3 x 120 and the way from the pool on Monday; contract 240. */
    CU_ASSERT_EQUAL(past(p, "eva")->known, 1);
    CU_ASSERT_EQUAL(past(p, "eva")->minutes[0], 380);
    CU_ASSERT_EQUAL(past(p, "eva")->additional_year, 140);
    CU_ASSERT_EQUAL(past(p, "fred")->known, 1);
    CU_ASSERT_EQUAL(past(p, "fred")->minutes[0], 0);
    small_close(&w);
}

static void travel_is_only_paid_where_it_is_work(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W47", "", WORKING_WEEK, WORKING_VISITS("fred"));
    CU_ASSERT_EQUAL(past(read_48(&w), "fred")->minutes[0], 360);
    small_close(&w);
    open_small(&w, ",\"rules\":{\"travel_is_work\":0}");
    small_week(&w, "2026-W47", "", WORKING_WEEK, WORKING_VISITS("eva"));
    CU_ASSERT_EQUAL(past(read_48(&w), "eva")->minutes[0], 360);
    small_close(&w);
}

static void a_new_year_begins_without_additional_time(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W47", "", WORKING_WEEK, WORKING_VISITS("eva"));
    small_week(&w, "2027-W01", "",
               REQUEST("new", "anna", 60, "2027-01-05", "10:00", ""), NULL);
    const struct problem *p = small_read(&w, 2027, 1);

    CU_ASSERT_EQUAL(past(p, "eva")->known, 1u << 6);
    CU_ASSERT_EQUAL(past(p, "eva")->minutes[6], 380);
    CU_ASSERT_EQUAL(past(p, "eva")->additional_year, 0);
    small_close(&w);
}

static void weekends_and_evenings_are_counted(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W46", "",
               REQUEST("sat", "anna", 90, "2026-11-14", "18:00", "") ","
               REQUEST("sun", "anna", 60, "2026-11-15", "18:00", "") ","
               REQUEST("late", "bo", 60, "2026-11-14", "20:00", ""),
               VISIT("sat", "2026-11-14T18:00", 90, "eva", "") ","
               VISIT("late", "2026-11-14T20:00", 60, "eva", "") ","
               VISIT("sun", "2026-11-15T18:00", 60, "eva", ""));
    /* Five weeks ago: too long for evenings. */
    small_week(&w, "2026-W43", "",
               REQUEST("fri", "anna", 120, "2026-10-23", "19:00", ""),
               VISIT("fri", "2026-10-23T19:00", 120, "eva", ""));
    const struct problem *p = read_48(&w);

    CU_ASSERT_EQUAL(past(p, "eva")->known, 1u << 1 | 1u << 4);
    CU_ASSERT_EQUAL(past(p, "eva")->weekends, 1u << 1);
    /* Saturday once, though with two visits; Sunday ends at seven sharp. */
    CU_ASSERT_EQUAL(past(p, "eva")->evenings, 1);
    small_close(&w);
}

/* ---- who met whom ---- */

static void a_face_is_as_old_as_the_last_meeting(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W46", "",
               REQUEST("mon", "anna", 60, "2026-11-09", "10:00", ""),
               VISIT("mon", "2026-11-09T10:00", 60, "eva", ""));
    small_week(&w, "2026-W45", "",
               REQUEST("sun", "anna", 60, "2026-11-08", "10:00", "") ","
               REQUEST("sat", "anna", 60, "2026-11-07", "10:00", ""),
               VISIT("sun", "2026-11-08T10:00", 60, "fred", "") ","
               VISIT("sat", "2026-11-07T10:00", 60, "eva", ""));
    small_week(&w, "2026-W35", "",
               REQUEST("far", "bo", 60, "2026-08-30", "10:00", ""),
               VISIT("far", "2026-08-30T10:00", 60, "fred", ""));
    const struct problem *p = read_48(&w);

    CU_ASSERT_EQUAL(visits_before(p, "anna", "eva"), 2);
    CU_ASSERT_EQUAL(recency(p, "anna", "eva"), WITHIN_14);
    CU_ASSERT_EQUAL(recency(p, "anna", "fred"), WITHIN_84);
    CU_ASSERT_EQUAL(recency(p, "bo", "fred"), LONGER_AGO);
    CU_ASSERT_TRUE(met(p, "fred", "anna")->lately);
    CU_ASSERT_FALSE(met(p, "fred", "bo")->lately);
    small_close(&w);
}

/* unit.json says that bo knows eva, not since when. */
static void rosters_reach_back_as_far_as_there_is_no_gap(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W45", "", "", "");
    small_week(&w, "2026-W47", "", "", "");
    CU_ASSERT_EQUAL(recency(read_48(&w), "bo", "eva"), WITHIN_14);
    small_week(&w, "2026-W46", "", "", "");
    CU_ASSERT_EQUAL(recency(read_48(&w), "bo", "eva"), WITHIN_84);
    small_close(&w);
}

static void a_later_week_uses_hours_but_makes_nobody_known(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W49", "",
               REQUEST("mon", "anna", 90, "2026-11-30", "10:00", "") ","
               REQUEST("dec", "anna", 60, "2026-12-01", "10:00", ""),
               VISIT("mon", "2026-11-30T10:00", 90, "fred", "") ","
               VISIT("dec", "2026-12-01T10:00", 60, "fred", ""));
    const struct problem *p = read_48(&w);

    CU_ASSERT_EQUAL(used(p), 90);
    CU_ASSERT_EQUAL(visits_before(p, "anna", "fred"), 0);
    CU_ASSERT_EQUAL(past(p, "fred")->known, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(met(p, "fred", "anna"));
    CU_ASSERT_FALSE(met(p, "fred", "anna")->lately);
    CU_ASSERT_EQUAL(met(p, "fred", "anna")->month_minutes[0], 90);
    small_close(&w);
}

/* ---- sessions ---- */

static void a_session_is_one_duty_and_charges_its_share(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W47",
               "{\"id\":\"swim\",\"activity\":\"swimming\",\"place\":\"pool\","
               "\"start\":\"2026-11-18T10:00\",\"minutes\":95,\"capacity\":4,"
               "\"clients_per_escort\":2,\"debit_percent\":50}",
               "{\"id\":\"a\",\"client\":\"anna\",\"activity\":\"swim\","
               "\"minutes\":120,\"alternatives\":[{\"session\":\"swim\"}]},"
               "{\"id\":\"b\",\"client\":\"bo\",\"activity\":\"swim\","
               "\"minutes\":120,\"alternatives\":[{\"session\":\"swim\"}]}",
               VISIT("a", "2026-11-18T10:00", 95, "fred", ",\"session\":\"swim\"") ","
               VISIT("b", "2026-11-18T10:00", 95, "fred", ",\"session\":\"swim\""));
    const struct problem *p = read_48(&w);

    CU_ASSERT_EQUAL(used(p), 48); /* half of 95, rounded up */
    CU_ASSERT_EQUAL(past(p, "fred")->minutes[0], 95);
    CU_ASSERT_EQUAL(p->escorts[problem_find_escort(p, "fred")].n_outside, 1);
    CU_ASSERT_EQUAL(visits_before(p, "anna", "fred"), 1);
    CU_ASSERT_EQUAL(met(p, "fred", "anna")->month_minutes[0], 0);
    CU_ASSERT_EQUAL(short_before(p, "anna"), 25);
    small_close(&w);
}

/* ---- what clients went without ---- */

static void assessed_time_that_was_not_delivered_lately_is_remembered(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W47", "",
               REQUEST("cut", "anna", 120, "2026-11-16", "10:00", ",\"minutes_min\":60") ","
               REQUEST("not", "anna", 60, "2026-11-18", "10:00", "") ","
               REQUEST("open", "bo", 60, "2026-11-18", "10:00", ""),
               VISIT("cut", "2026-11-16T10:00", 90, "eva", ""));
    small_week(&w, "2026-W44", "",
               REQUEST("four", "anna", 45, "2026-10-28", "10:00", ""), "");
    small_week(&w, "2026-W43", "",
               REQUEST("five", "anna", 500, "2026-10-21", "10:00", ""), "");
    small_week(&w, "2026-W46", "",
               REQUEST("never", "anna", 400, "2026-11-11", "10:00", ""), NULL);
    small_week(&w, "2026-W49", "",
               REQUEST("later", "anna", 300, "2026-12-02", "10:00", ""), "");
    const struct problem *p = read_48(&w);

    CU_ASSERT_EQUAL(short_before(p, "anna"), 30 + 60 + 45);
    CU_ASSERT_EQUAL(short_before(p, "bo"), 0);
    small_close(&w);
}

/* ---- series ---- */

#define CHOIR(id, client, date)                                                \
    REQUEST(id, client, 60, date, "10:00", ",\"series\":\"choir\"")

static void a_series_stays_with_who_carried_it_out_last(void)
{
    struct small_workspace w;

    open_small(&w, "");
    small_week(&w, "2026-W48", "",
               CHOIR("now", "anna", "2026-11-25") ","
               CHOIR("bo-s", "bo", "2026-11-25") ","
               REQUEST("other", "anna", 60, "2026-11-26", "10:00", ""), NULL);
    small_week(&w, "2026-W46", "", CHOIR("x", "anna", "2026-11-11"),
               VISIT("x", "2026-11-11T10:00", 60, "eva", ""));
    small_week(&w, "2026-W47", "",
               CHOIR("y", "anna", "2026-11-20") "," CHOIR("z", "anna", "2026-11-17"),
               VISIT("y", "2026-11-20T10:00", 60, "fred", "") ","
               VISIT("z", "2026-11-17T10:00", 60, "eva", ""));
    small_week(&w, "2026-W49", "", CHOIR("u", "anna", "2026-12-02"),
               VISIT("u", "2026-12-02T10:00", 60, "eva", ""));
    const struct problem *p = read_48(&w);

    CU_ASSERT_EQUAL(p->requests[problem_find_request(p, "now")].series_escort,
                    problem_find_escort(p, "fred"));
    CU_ASSERT_EQUAL(p->requests[problem_find_request(p, "bo-s")].series_escort,
                    NONE);
    CU_ASSERT_EQUAL(p->requests[problem_find_request(p, "other")].series_escort,
                    NONE);
    small_close(&w);
}

void history_suite(void)
{
    CU_pSuite s = CU_add_suite("history", NULL, NULL);

    CU_add_test(s, "an earlier week is reckoned as its own rules would",
                an_earlier_week_is_reckoned_as_its_own_rules_would);
    CU_add_test(s, "travel is only paid where it is work",
                travel_is_only_paid_where_it_is_work);
    CU_add_test(s, "a new year begins without additional time",
                a_new_year_begins_without_additional_time);
    CU_add_test(s, "weekends and evenings are counted",
                weekends_and_evenings_are_counted);
    CU_add_test(s, "a face is as old as the last meeting",
                a_face_is_as_old_as_the_last_meeting);
    CU_add_test(s, "rosters reach back as far as there is no gap",
                rosters_reach_back_as_far_as_there_is_no_gap);
    CU_add_test(s, "a later week uses hours but makes nobody known",
                a_later_week_uses_hours_but_makes_nobody_known);
    CU_add_test(s, "a session is one duty and charges its share",
                a_session_is_one_duty_and_charges_its_share);
    CU_add_test(s, "assessed time that was not delivered lately is remembered",
                assessed_time_that_was_not_delivered_lately_is_remembered);
    CU_add_test(s, "a series stays with who carried it out last",
                a_series_stays_with_who_carried_it_out_last);
}
