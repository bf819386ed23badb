/* What freezing refuses in requests, pins, links and decisions, one small mistake
 * at a time. */
#include "small_unit.h"

static void request_refused(void (*spoil)(struct small_unit *u,
                                          struct request *r),
                            const char *part)
{
    struct small_unit u;
    struct request r;

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    spoil(&u, &r);
    small_add(&u, &r);
    small_refused(&u, "r", part);
}

static const int STRANGER[] = {2}, EVA_TWICE[] = {0, 0};
static const struct escort_points STRANGER_POINTS[] = {{2, 10}};

#define SPOIL(name, change)                                                    \
    static void name(struct small_unit *u, struct request *r)                  \
    {                                                                          \
        (void)u, (void)r;                                                      \
        change;                                                                \
    }

SPOIL(no_client, r->client = 2)
SPOIL(no_meeting_place, r->meet = 2)
SPOIL(no_end_place, r->end = -2)
SPOIL(no_escort_needed, r->needed = 0)
SPOIL(five_needed, r->needed = STAFF_MAX + 1)
SPOIL(no_minutes, r->minutes = 0)
SPOIL(too_long, r->minutes = DAY + 1)
SPOIL(least_above_asked, r->minutes_min = 121)
SPOIL(strange_priority, r->priority = (enum priority)3)
SPOIL(no_such_decision, r->decision = 0)
SPOIL(no_times, r->n_alternatives = 0)
SPOIL(backwards, u->times[0].to--)
SPOIL(week_before, u->times[0].from = -15)
SPOIL(week_after, u->times[0].to = 7 * DAY)
SPOIL(wish_outside, u->times[0].wish = u->times[0].to + 1)
SPOIL(second_time_wrong, r->n_alternatives = 2; u->times[1].from = 1)
SPOIL(unlisted_skill, r->needs.skills = 1)
SPOIL(unknown_language, r->needs.language = 1)
SPOIL(third_sex, r->needs.sex = 'X')
SPOIL(unknown_wish, r->n_wishes = 1; r->wishes = STRANGER)
SPOIL(wish_twice, r->n_wishes = 2; r->wishes = EVA_TWICE)
SPOIL(unknown_extra, r->n_extra = 1; r->extra = STRANGER_POINTS)
SPOIL(unknown_task, r->tasks = 1)
SPOIL(strange_way_out, r->out = (enum transport)4)
SPOIL(strange_way_back, r->back = (enum transport)4)

static void each_value_of_a_request_is_checked(void)
{
    request_refused(no_client, "client");
    request_refused(no_meeting_place, "place");
    request_refused(no_end_place, "place");
    request_refused(no_escort_needed, "escorts_needed is 0");
    request_refused(five_needed, "escorts_needed is 5");
    request_refused(no_minutes, "minutes is 0");
    request_refused(too_long, "minutes is 1441");
    request_refused(least_above_asked, "minutes_min is 121");
    request_refused(strange_priority, "priority");
    request_refused(no_such_decision, "decision");
    request_refused(no_times, "no alternatives");
    request_refused(backwards, "latest at 2026-11-25T16:59");
    request_refused(week_before, "not inside the week");
    request_refused(week_after, "2026-11-30T00:00");
    request_refused(wish_outside, "wishes for 2026-11-25T17:01");
    request_refused(second_time_wrong, "Alternative 2");
    request_refused(unlisted_skill, "skill");
    request_refused(unknown_language, "language");
    request_refused(third_sex, "neither F nor M");
    request_refused(unknown_wish, "escort");
    request_refused(wish_twice, "twice");
    request_refused(unknown_extra, "escort");
    request_refused(unknown_task, "code");
    request_refused(strange_way_out, "travel.out");
    request_refused(strange_way_back, "travel.back");
}

static void needs_of_client_and_request_must_agree(void)
{
    for (int i = 0; i < 2; i++) {
        struct small_unit u;
        struct request r;
        struct client c = {.id = "ceda", .home = NONE};
        int client;

        small_begin(&u, 2026, 48);
        c.needs.language = i ? UINT64_C(1) << problem_language(u.b, "fi") : 0;
        c.needs.sex = i ? 0 : 'F';
        client = problem_add_client(u.b, "ceda", &c);
        r = small_request(&u, "r", client);
        r.needs.language = i ? UINT64_C(1) << problem_language(u.b, "so") : 0;
        r.needs.sex = i ? 0 : 'M';
        small_add(&u, &r);
        small_refused(&u, "r", i ? "another language" : "another sex");
    }
}

/* ---- pins -------------------------------------------------------------- */

static void pin_refused(int needed, int start, const int *escorts, int n,
                        const char *part)
{
    struct small_unit u;
    struct request r;
    int at = clock_on(WEDNESDAY, 17, 0);

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    r.needed = needed;
    u.times[0] = (struct alternative){at, at + 30, NONE, 0};
    small_add(&u, &r);
    problem_pin(u.b, 0, start, escorts, n);
    small_refused(&u, "r", part);
}

static void a_pin_must_be_possible(void)
{
    int at = clock_on(WEDNESDAY, 17, 0);

    pin_refused(1, at, (int[]){0, 1}, 2, "2 pinned escorts");
    pin_refused(4, at, (int[]){0, 1, 0, 1, 0}, 5, "5 pinned escorts");
    pin_refused(2, at, (int[]){0, 0}, 2, "twice");
    pin_refused(2, at, (int[]){1, 2}, 2, "does not exist");
    pin_refused(1, at + 45, NULL, 0,
                "2026-11-25T17:00 - 2026-11-25T17:30");
    pin_refused(1, at + 7, NULL, 0, "pinned at 2026-11-25T17:07");
}

static void a_request_is_pinned_once(void)
{
    struct small_unit u;
    struct request r;

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    problem_pin(u.b, 0, NONE, (int[]){u.eva}, 1);
    problem_pin(u.b, 0, NONE, (int[]){u.fred}, 1);
    small_refused(&u, "r", "more than once");
}

/* ---- offers and what was published ------------------------------------- */

static void answers_refused(enum engagement engagement, enum answer answer,
                            int times, const char *part)
{
    struct small_unit u;
    struct request r;
    int ida;

    small_begin(&u, 2026, 48);
    ida = problem_add_escort(u.b, "ida",
                             &(struct escort){.id = "ida",
                                              .home = NONE,
                                              .engagement = engagement,
                                              .contract_minutes = NONE,
                                              .max_minutes = NONE});
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    for (int i = 0; i < times; i++)
        problem_add_offer(u.b, 0, &(struct offer){ida, answer, 0});
    small_refused(&u, "r", part);
}

static void only_a_contractor_answers_and_once(void)
{
    answers_refused(EMPLOYED_MONTHLY, ANSWER_ACCEPTED, 1,
                    "\"ida\" is employed");
    answers_refused(EMPLOYED_HOURLY, ANSWER_OFFERED, 1, "\"ida\" is employed");
    answers_refused(CONTRACTOR, ANSWER_DECLINED, 2, "twice");
    answers_refused(CONTRACTOR, (enum answer)3, 1, "answer is 3");
}

static void published_refused(int minutes, const int *escorts, int n,
                              const char *part)
{
    struct small_unit u;
    struct request r;

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    problem_request_published(u.b, 0, 0, minutes, escorts, n);
    small_refused(&u, "r", part);
}

static void a_published_visit_can_have_been_one(void)
{
    published_refused(0, (int[]){0}, 1, "published.minutes is 0");
    published_refused(60, (int[]){1, 1}, 2, "twice");
    published_refused(60, (int[]){0, 1, 0, 1, 0}, 5, "5 escorts");
}

static void a_protected_home_is_no_meeting_point(void)
{
    for (int i = 0; i < 2; i++) {
        struct small_unit u;
        struct request r;
        struct client c = {.id = "ceda", .is_protected = true};

        small_begin(&u, 2026, 48);
        c.home = i ? u.cinema : u.home;
        r = small_request(&u, "r", problem_add_client(u.b, "ceda", &c));
        small_add(&u, &r);
        small_refused(&u, "r", "home of client \"ceda\"");
    }
}

/* ---- links ------------------------------------------------------------- */

static void link_refused(struct link second, const char *part)
{
    struct small_unit u;
    struct request r;

    small_begin(&u, 2026, 48);
    for (int i = 0; i < 3; i++) {
        r = small_request(&u, (const char *[]){"r0", "r1", "r2"}[i], u.anna);
        small_add(&u, &r);
    }
    problem_add_link(u.b, "link 0", &(struct link){0, 1, 0, 0, false});
    problem_add_link(u.b, "link 1", &second);
    small_refused(&u, "link 1", part);
}

static void a_link_joins_two_free_requests(void)
{
    link_refused((struct link){2, 2, 0, 0, false}, "with itself");
    link_refused((struct link){2, 3, 0, 0, false}, "does not exist");
    link_refused((struct link){NONE, 2, 0, 0, false}, "does not exist");
    link_refused((struct link){2, 0, 0, 0, false}, "\"r0\"");
}

static void a_gap_is_not_backwards(void)
{
    struct small_unit u;
    struct request r;

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r0", u.anna);
    small_add(&u, &r);
    r.id = "r1";
    small_add(&u, &r);
    problem_add_link(u.b, "link", &(struct link){0, 1, 10, 9, false});
    small_refused(&u, "link", "gap_min is 10");
}

/* ---- decisions --------------------------------------------------------- */

static void decision_refused(struct decision d, const char *part)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    d.id = "d";
    d.client = u.anna;
    problem_add_decision(u.b, "d", &d);
    small_refused(&u, "d", part);
}

static void each_value_of_a_decision_is_checked(void)
{
    struct decision d = small_decision("d", 0);

    d.to_day = d.from_day - 1;
    decision_refused(d, "ends before it begins");
    d = small_decision("d", 0);
    d.minutes = -1;
    decision_refused(d, "minutes is -1");
    d = small_decision("d", 0);
    d.period = (enum grant_period)4;
    decision_refused(d, "period");
    d = small_decision("d", 0);
    d.basis = LEGAL_BASIS_COUNT;
    decision_refused(d, "legal_basis");
    d = small_decision("d", 0);
    d.carry = (enum carry)2;
    decision_refused(d, "carry_over");
    d = small_decision("d", 0);
    d.decided_day = 20000;
    d.executed_day = 19999;
    decision_refused(d, "carried out before it was decided");
    d = small_decision("d", 0);
    d.interrupted_day = 20000;
    d.resumed_day = 19999;
    decision_refused(d, "resumed before it was interrupted");
}

static void days_of_a_decision_may_be_one_or_not_told(void)
{
    struct small_unit u;
    struct decision d;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    d = small_decision("same", u.anna);
    d.decided_day = d.executed_day = d.interrupted_day = d.resumed_day = 20000;
    problem_add_decision(u.b, "same", &d);
    d = small_decision("untold", u.anna);
    d.executed_day = d.resumed_day = 1;
    problem_add_decision(u.b, "untold", &d);
    d = small_decision("open", u.anna);
    d.decided_day = d.interrupted_day = 20000;
    d.delay = "nobody suitable";
    problem_add_decision(u.b, "open", &d);
    p = small_freeze(&u);
    CU_ASSERT_STRING_EQUAL(p->decisions[0].delay, "");
    CU_ASSERT_STRING_EQUAL(p->decisions[2].delay, "nobody suitable");
    arena_free(u.arena);
}

static void several_decisions_must_be_chosen_from(void)
{
    struct small_unit u;
    struct request r;
    struct decision d;

    small_begin(&u, 2026, 48);
    for (int i = 0; i < 3; i++) {
        d = small_decision((const char *[]){"lss", "old", "sol"}[i], u.anna);
        d.to_day = i == 1 ? day_of(2021, 1, 1) : INT64_MAX;
        problem_add_decision(u.b, d.id, &d);
    }
    r = small_request(&u, "r", u.anna);
    small_add(&u, &r);
    r.id = "chosen";
    r.decision = 2;
    small_add(&u, &r);
    small_refused(&u, "r", ": lss, sol.");
}

static void a_decision_is_the_clients_own(void)
{
    struct small_unit u;
    struct request r;
    struct decision d;

    small_begin(&u, 2026, 48);
    d = small_decision("d", u.bo);
    problem_add_decision(u.b, "d", &d);
    r = small_request(&u, "r", u.anna);
    r.decision = 0;
    small_add(&u, &r);
    small_refused(&u, "r", "belongs to client \"bo\", not to \"anna\"");
}

/* ---- ids --------------------------------------------------------------- */

static void an_id_has_few_letters_and_is_used_once(void)
{
    static const char *const WRONG[] = {
        "", "a b", "å", "a/b",
        "a2345678901234567890123456789012345678901234567890123456789012345"};
    struct small_unit u;
    struct request r;

    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        small_begin(&u, 2026, 48);
        CU_ASSERT_EQUAL(small_client(&u, WRONG[i]), NONE);
        small_refused(&u, WRONG[i], "is not an id");
    }
    small_begin(&u, 2026, 48);
    CU_ASSERT_EQUAL(small_escort(&u, "eva"), NONE);
    small_refused(&u, "eva", "\"eva\" is used twice");
    small_begin(&u, 2026, 48);
    CU_ASSERT_EQUAL(small_place(&u, "home", 1), NONE);
    small_refused(&u, "home", "twice");
    small_begin(&u, 2026, 48);
    CU_ASSERT_EQUAL(small_client(&u, "bo"), NONE);
    small_refused(&u, "bo", "twice");
    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    CU_ASSERT_EQUAL(small_add(&u, &r), 0);
    CU_ASSERT_EQUAL(small_add(&u, &r), NONE);
    small_refused(&u, "r", "twice");
    small_begin(&u, 2026, 48);
    for (int i = 0; i < 2; i++) {
        struct decision d = small_decision("d", u.anna);

        CU_ASSERT_EQUAL(problem_add_decision(u.b, "d", &d), i ? NONE : 0);
    }
    small_refused(&u, "d", "twice");
}

static void codes_have_a_limit(void)
{
    struct small_unit u;
    char code[] = "aa";

    small_begin(&u, 2026, 48);
    for (int i = 0; i < CODES_MAX; i++) {
        code[0] = (char)('a' + i / 8);
        code[1] = (char)('a' + i % 8);
        CU_ASSERT_EQUAL(problem_add_skill(u.b, code), i);
        CU_ASSERT_EQUAL(problem_language(u.b, code), i);
    }
    CU_ASSERT_EQUAL(problem_language(u.b, "zz"), NONE);
    small_refused(&u, "languages", "64");
    small_begin(&u, 2026, 48);
    CU_ASSERT_EQUAL(problem_add_skill(u.b, "lift"), 0);
    CU_ASSERT_EQUAL(problem_add_skill(u.b, "lift"), NONE);
    small_refused(&u, "skills", "twice");
}

/* ---- many faults ------------------------------------------------------- */

static void faults_name_their_file_and_are_counted_beyond_twenty(void)
{
    struct small_unit u;
    struct request r;
    char id[] = "r00";

    small_begin(&u, 2026, 48);
    problem_set_file(u.b, "unit.json");
    small_escort(&u, "eva");
    problem_set_file(u.b, "week.json");
    for (int i = 0; i < 30; i++) {
        id[1] = (char)('0' + i / 10);
        id[2] = (char)('0' + i % 10);
        r = small_request(&u, id, u.anna);
        r.needed = 9;
        small_add(&u, &r);
    }
    faults_add(&u.faults, STATUS_SYNTAX, "earlier", "", "", "before");
    CU_ASSERT_PTR_NULL(problem_freeze(u.b, &u.faults));
    CU_ASSERT_EQUAL(u.faults.seen, 32);
    CU_ASSERT_STRING_EQUAL(u.faults.list[0].file, "earlier");
    CU_ASSERT_STRING_EQUAL(u.faults.list[1].file, "unit.json");
    CU_ASSERT_STRING_EQUAL(u.faults.list[1].place, "eva");
    CU_ASSERT_STRING_EQUAL(u.faults.list[2].file, "week.json");
    CU_ASSERT_STRING_EQUAL(u.faults.list[19].place, "r17");
    arena_free(u.arena);
}

void freeze_suite(void)
{
    CU_pSuite s = CU_add_suite("freeze", NULL, NULL);

    CU_add_test(s, "each value of a request is checked",
                each_value_of_a_request_is_checked);
    CU_add_test(s, "needs of client and request must agree",
                needs_of_client_and_request_must_agree);
    CU_add_test(s, "a pin must be possible", a_pin_must_be_possible);
    CU_add_test(s, "a request is pinned once", a_request_is_pinned_once);
    CU_add_test(s, "only a contractor answers an offer, and once",
                only_a_contractor_answers_and_once);
    CU_add_test(s, "a published visit can have been one",
                a_published_visit_can_have_been_one);
    CU_add_test(s, "a protected home is no meeting point",
                a_protected_home_is_no_meeting_point);
    CU_add_test(s, "a link joins two free requests",
                a_link_joins_two_free_requests);
    CU_add_test(s, "a gap is not backwards", a_gap_is_not_backwards);
    CU_add_test(s, "each value of a decision is checked",
                each_value_of_a_decision_is_checked);
    CU_add_test(s, "days of a decision may be one or not told",
                days_of_a_decision_may_be_one_or_not_told);
    CU_add_test(s, "several decisions must be chosen from",
                several_decisions_must_be_chosen_from);
    CU_add_test(s, "a decision is the client's own",
                a_decision_is_the_clients_own);
    CU_add_test(s, "an id has few letters and is used once",
                an_id_has_few_letters_and_is_used_once);
    CU_add_test(s, "codes have a limit", codes_have_a_limit);
    CU_add_test(s, "faults name their file and are counted beyond twenty",
                faults_name_their_file_and_are_counted_beyond_twenty);
}
