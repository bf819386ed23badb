/* Sessions: what freezing refuses in them, the options they give, and the one
 * duty that they are. */
#include "ledsaga/roster.h"
#include "small_unit.h"

/* A choir at the cinema, Wednesday 18:00 for 90 minutes. */
static struct session choir(const struct small_unit *u)
{
    return (struct session){.id = "choir",
                            .activity = "choir",
                            .place = u->cinema,
                            .start = clock_on(WEDNESDAY, 18, 0),
                            .minutes = 90,
                            .capacity = 6,
                            .per_escort = 3,
                            .debit_percent = 100};
}

/* A request that would go to session 1 first, or out on Wednesday at 17. */
static struct request singer(struct small_unit *u, const char *id, int client)
{
    struct request r = small_request(u, id, client);

    u->times[1] = u->times[0];
    u->times[0] = (struct alternative){.session = 1};
    r.n_alternatives = 2;
    return r;
}

static void session_refused(void (*spoil)(struct session *s), const char *part)
{
    struct small_unit u;
    struct session s;

    small_begin(&u, 2026, 48);
    s = choir(&u);
    spoil(&s);
    problem_add_session(u.b, "choir", &s);
    small_refused(&u, "choir", part);
}

static void nowhere(struct session *s) { s->place = 2; }
static void no_time(struct session *s) { s->minutes = 0; }
static void no_room(struct session *s) { s->capacity = 0; }
static void no_hands(struct session *s) { s->per_escort = 0; }
static void dear(struct session *s) { s->debit_percent = 101; }
static void paid_out(struct session *s) { s->fee_ore = -1; }
static void week_before(struct session *s) { s->start = -1; }
static void week_after(struct session *s) { s->start = 7 * DAY; }

static void not_shared(struct session *s)
{
    s->shared = true;
    s->per_escort = 1;
}

static void each_value_of_a_session_is_checked(void)
{
    session_refused(nowhere, "place");
    session_refused(no_time, "minutes is 0");
    session_refused(no_room, "capacity is 0");
    session_refused(no_hands, "clients_per_escort is 0");
    session_refused(dear, "debit_percent is 101");
    session_refused(paid_out, "fee_ore is -1");
    session_refused(week_before, "2026-11-22T23:59");
    session_refused(week_after, "2026-11-30T00:00");
    session_refused(not_shared, "one client only");
}

static void participant_refused(void (*spoil)(struct small_unit *u,
                                              struct request *r),
                                const char *part)
{
    struct small_unit u;
    struct session s;
    struct request r;

    small_begin(&u, 2026, 48);
    s = choir(&u);
    problem_add_session(u.b, "choir", &s);
    r = singer(&u, "r", u.anna);
    spoil(&u, &r);
    small_add(&u, &r);
    if (r.link == 0) {
        r = small_request(&u, "s", u.bo);
        small_add(&u, &r);
        problem_add_link(u.b, "link", &(struct link){1, 0, 0, 0, false});
    }
    small_refused(&u, "r", part);
}

static void another_session(struct small_unit *u, struct request *r)
{
    (void)r;
    u->times[0].session = 2;
}

static void less_than_none(struct small_unit *u, struct request *r)
{
    (void)r;
    u->times[0].session = -1;
}

static void own_times(struct small_unit *u, struct request *r)
{
    (void)r;
    u->times[0].from = u->times[0].to = clock_on(WEDNESDAY, 17, 0);
}

static void own_wish(struct small_unit *u, struct request *r)
{
    (void)r;
    u->times[0].from = u->times[0].to = clock_on(WEDNESDAY, 18, 0);
    u->times[0].wish = clock_on(WEDNESDAY, 18, 15);
}

static void two_escorts(struct small_unit *u, struct request *r)
{
    (void)u;
    r->needed = 2;
}

static void in_step(struct small_unit *u, struct request *r)
{
    (void)u;
    r->link = 0;
}

static void a_participant_comes_alone_and_at_the_sessions_time(void)
{
    participant_refused(another_session, "does not exist");
    participant_refused(less_than_none, "does not exist");
    participant_refused(own_times, "a session and times as well");
    participant_refused(own_wish, "a session and times as well");
    participant_refused(two_escorts, "needs 2 escorts");
    participant_refused(in_step, "in step with another");
}

static void a_session_is_not_at_a_protected_home(void)
{
    struct small_unit u;
    struct session s;
    struct request r;
    struct client c = {.id = "ceda", .is_protected = true};

    small_begin(&u, 2026, 48);
    c.home = u.cinema;
    s = choir(&u);
    problem_add_session(u.b, "choir", &s);
    r = singer(&u, "r", problem_add_client(u.b, "ceda", &c));
    r.meet = r.end = u.home;
    small_add(&u, &r);
    small_refused(&u, "r", "identity is protected");
}

static void an_id_of_a_session_is_used_once(void)
{
    struct small_unit u;
    struct session s;

    small_begin(&u, 2026, 48);
    s = choir(&u);
    CU_ASSERT_EQUAL(problem_add_session(u.b, "choir", &s), 0);
    CU_ASSERT_EQUAL(problem_add_session(u.b, "choir", &s), NONE);
    small_refused(&u, "choir", "twice");
}

/* ---- options ----------------------------------------------------------- */

static void a_session_is_one_option_of_its_own_length(void)
{
    static const struct {
        int percent, minutes, debit, delivered;
    } CASES[] = {
        {100, 90, 90, 90}, {0, 90, 0, 90},   {50, 75, 38, 75},
        {1, 90, 1, 90},    {100, 150, 150, 120},
    };

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct small_unit u;
        struct session s;
        struct request r;
        const struct problem *p;
        const struct option *o;

        small_begin(&u, 2026, 48);
        s = choir(&u);
        s.minutes = CASES[i].minutes;
        s.debit_percent = CASES[i].percent;
        problem_add_session(u.b, "choir", &s);
        r = singer(&u, "r", u.anna);
        small_add(&u, &r);
        p = small_freeze(&u);
        CU_ASSERT_EQUAL_FATAL(p->requests[0].n_options, 2);
        o = &p->options[0];
        CU_ASSERT_EQUAL(o->session, 1);
        CU_ASSERT_EQUAL(o->start, clock_on(WEDNESDAY, 18, 0));
        CU_ASSERT_EQUAL(o->day, WEDNESDAY);
        CU_ASSERT_EQUAL(o->minutes, CASES[i].minutes);
        CU_ASSERT_EQUAL(o->debit, CASES[i].debit);
        CU_ASSERT_EQUAL(o->delivered, CASES[i].delivered);
        CU_ASSERT_EQUAL(o->points, 0);
        CU_ASSERT_STRING_EQUAL(option_session(p, 0)->id, "choir");
        CU_ASSERT_EQUAL(o[1].session, 0);
        CU_ASSERT_EQUAL(o[1].debit, 120);
        CU_ASSERT_EQUAL(o[1].delivered, 120);
        CU_ASSERT_EQUAL(o[1].points, p->weight.later_choice);
        CU_ASSERT_PTR_NULL(option_session(p, 1));
        CU_ASSERT_EQUAL(p->requests[0].alternatives[0].from, o->start);
        CU_ASSERT_EQUAL(p->requests[0].alternatives[0].wish, NONE);
        arena_free(u.arena);
    }
}

/* Minute 0 is a time like any other. */
static void a_session_may_begin_with_the_week(void)
{
    struct small_unit u;
    struct session s;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    s = choir(&u);
    s.start = 0;
    problem_add_session(u.b, "choir", &s);
    r = singer(&u, "r", u.anna);
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->options[0].start, 0);
    CU_ASSERT_EQUAL(p->options[0].session, 1);
    CU_ASSERT_EQUAL(problem_find_session(p, "choir"), 0);
    CU_ASSERT_EQUAL(problem_find_session(p, "r"), NONE);
    arena_free(u.arena);
}

/* To go alone at the time of the session is something else; to name the session
 * again is not. */
static void a_session_and_an_outing_are_told_apart(void)
{
    struct small_unit u;
    struct session s;
    struct request r;
    const struct problem *p;
    int at = clock_on(WEDNESDAY, 18, 0);

    small_begin(&u, 2026, 48);
    s = choir(&u);
    problem_add_session(u.b, "choir", &s);
    r = small_request(&u, "r", u.anna);
    u.times[0] = (struct alternative){at, at, NONE, 0};
    u.times[1] = (struct alternative){.session = 1};
    u.times[2] = (struct alternative){at, at, at, 1};
    u.times[3] = (struct alternative){at, at, NONE, 0};
    r.n_alternatives = 4;
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->requests[0].n_options, 2);
    CU_ASSERT_EQUAL(p->options[0].session, 0);
    CU_ASSERT_EQUAL(p->options[1].session, 1);
    CU_ASSERT_EQUAL(p->options[1].alternative, 1);
    arena_free(u.arena);
}

/* What an occasion allows is counted by what is debited. */
static void an_occasion_may_be_a_session(void)
{
    for (int percent = 50; percent <= 100; percent += 50) {
        struct small_unit u;
        struct session s;
        struct request r;
        struct decision d;
        const struct problem *p;

        small_begin(&u, 2026, 48);
        s = choir(&u);
        s.debit_percent = percent;
        problem_add_session(u.b, "choir", &s);
        d = small_decision("d", u.anna);
        d.period = PER_OCCASION;
        d.minutes = 60;
        problem_add_decision(u.b, "d", &d);
        r = singer(&u, "r", u.anna);
        small_add(&u, &r);
        p = small_freeze(&u);
        CU_ASSERT_EQUAL(p->requests[0].n_options, percent == 50);
        arena_free(u.arena);
    }
}

/* ---- duties ------------------------------------------------------------ */

static void attend(const struct problem *p, struct roster *r, int request,
                   int escort)
{
    const struct session *s = &p->sessions[0];

    r->visits[request] = (struct visit){.start = s->start,
                                        .minutes = s->minutes,
                                        .n_escorts = 1,
                                        .escorts = {escort},
                                        .session = 1};
}

static const struct problem *four_singers(struct small_unit *u)
{
    static const char *const IDS[] = {"r0", "r1", "r2", "r3"};
    struct session s;
    struct request r;

    small_begin(u, 2026, 48);
    s = choir(u);
    problem_add_session(u->b, "choir", &s);
    for (int i = 0; i < 4; i++) {
        r = singer(u, IDS[i], i % 2 ? u->anna : u->bo);
        small_add(u, &r);
    }
    return small_freeze(u);
}

static void an_escorts_session_is_one_duty(void)
{
    struct small_unit u;
    const struct problem *p = four_singers(&u);
    struct roster *r = roster_new(u.arena, p);
    struct duty duties[4];

    attend(p, r, 0, u.fred);
    attend(p, r, 1, u.eva);
    attend(p, r, 3, u.eva);
    r->visits[2] = (struct visit){.start = clock_on(WEDNESDAY, 9, 0),
                                  .minutes = 60,
                                  .n_escorts = 1,
                                  .escorts = {u.eva}};
    CU_ASSERT_EQUAL_FATAL(roster_duties(p, r, u.eva, duties, 4), 2);
    CU_ASSERT_EQUAL(duties[0].request, 2);
    CU_ASSERT_EQUAL(duties[0].session, 0);
    CU_ASSERT_EQUAL(duties[0].members, 1);
    CU_ASSERT_EQUAL(duties[0].from, u.home);
    CU_ASSERT_EQUAL(duties[1].request, 1);
    CU_ASSERT_EQUAL(duties[1].session, 1);
    CU_ASSERT_EQUAL(duties[1].members, 2);
    CU_ASSERT_EQUAL(duties[1].from, u.cinema);
    CU_ASSERT_EQUAL(duties[1].to, u.cinema);
    CU_ASSERT_EQUAL(duties[1].end - duties[1].start, 90);
    r->visits[3].start++;
    CU_ASSERT_EQUAL(roster_duties(p, r, u.eva, duties, 4), 3);
    CU_ASSERT_EQUAL_FATAL(roster_duties(p, r, u.fred, duties, 4), 1);
    CU_ASSERT_EQUAL(duties[0].request, 0);
    CU_ASSERT_EQUAL(duties[0].members, 1);
    arena_free(u.arena);
}

static void the_option_of_a_visit_is_found(void)
{
    struct small_unit u;
    const struct problem *p = four_singers(&u);
    struct roster *r = roster_new(u.arena, p), *copy;

    CU_ASSERT_EQUAL(roster_option(p, r, 1), NONE);
    attend(p, r, 1, u.eva);
    CU_ASSERT_EQUAL(roster_option(p, r, 1), p->requests[1].first_option);
    copy = roster_copy(u.arena, r);
    CU_ASSERT_EQUAL(copy->visits[1].session, 1);
    r->visits[1].session = 0;
    CU_ASSERT_EQUAL(roster_option(p, r, 1), NONE);
    r->visits[1].start = clock_on(WEDNESDAY, 17, 0);
    r->visits[1].minutes = 120;
    CU_ASSERT_EQUAL(roster_option(p, r, 1), p->requests[1].first_option + 1);
    arena_free(u.arena);
}

void sessions_suite(void)
{
    CU_pSuite s = CU_add_suite("sessions", NULL, NULL);

    CU_add_test(s, "each value of a session is checked",
                each_value_of_a_session_is_checked);
    CU_add_test(s, "a participant comes alone and at the session's time",
                a_participant_comes_alone_and_at_the_sessions_time);
    CU_add_test(s, "a session is not at a protected home",
                a_session_is_not_at_a_protected_home);
    CU_add_test(s, "an id of a session is used once",
                an_id_of_a_session_is_used_once);
    CU_add_test(s, "a session is one option of its own length",
                a_session_is_one_option_of_its_own_length);
    CU_add_test(s, "a session may begin with the week",
                a_session_may_begin_with_the_week);
    CU_add_test(s, "a session and an outing are told apart",
                a_session_and_an_outing_are_told_apart);
    CU_add_test(s, "an occasion may be a session",
                an_occasion_may_be_a_session);
    CU_add_test(s, "an escort's session is one duty",
                an_escorts_session_is_one_duty);
    CU_add_test(s, "the option of a visit is found",
                the_option_of_a_visit_is_found);
}
