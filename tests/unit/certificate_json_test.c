/* A certificate in roster.json: every kind of price there and back, and what is said of
 * one that was tampered with. The prices are no good ones: that is not looked at here. */
#include "tiny_workspace.h"

#define ROSTER "weeks/2026-W48/roster.json"

static struct certificate certificate;

/* Tiny with a choir that anna may go to instead of the cinema. */
static const struct problem *open_choir(void)
{
    open_workspace();
    change("weeks/2026-W48/week.json", "\"requests\": [",
           "\"sessions\": [{\"id\": \"choir\", \"activity\": \"choir\", \"place\": "
           "\"church\", \"start\": \"2026-11-27T11:00\", \"minutes\": 120, "
           "\"capacity\": 8, \"clients_per_escort\": 2}], \"requests\": [");
    change("weeks/2026-W48/week.json",
           "[{\"date\": \"2026-11-25\", \"at\": \"18:30\"}]",
           "[{\"date\": \"2026-11-25\", \"at\": \"18:30\"}, {\"session\": \"choir\"}]");
    return read_tiny();
}

static int option_of(const struct problem *p, const char *request, int session)
{
    const struct request *q = &p->requests[problem_find_request(p, request)];

    for (int i = q->first_option; i < q->first_option + q->n_options; i++)
        if (p->options[i].session == session)
            return i;
    CU_FAIL_FATAL("no such option");
    return NONE;
}

static struct prices priced(const struct problem *p, int64_t rights)
{
    int64_t *request = NEW_ARRAY(arena, int64_t, p->n_requests);
    int64_t *team = NEW_ARRAY(arena, int64_t, p->n_options);
    int64_t *grant = NEW_ARRAY(arena, int64_t, p->n_grants);
    int64_t *session = NEW_ARRAY(arena, int64_t, p->n_sessions);
    int64_t *shortage = NEW_ARRAY(arena, int64_t, 2 * p->n_clients);
    struct member_price *members = NEW_ARRAY(arena, struct member_price, 2);

    CU_ASSERT_EQUAL_FATAL(p->n_grants, 2);
    request[problem_find_request(p, "swim")] = 1200;
    request[problem_find_request(p, "mass")] = INT64_MAX;
    team[option_of(p, "match", 0)] = -4500;
    team[option_of(p, "cinema", 1)] = 7;
    grant[1] = 31;
    session[0] = 8;
    shortage[2 * problem_find_client(p, "anna")] = 12000;
    shortage[2 * problem_find_client(p, "cai") + 1] = 3;
    for (int i = 0; i < 2; i++)
        members[i] = (struct member_price){option_of(p, "match", 0), i, 40 + i};
    return (struct prices){rights, request, team, grant, session, shortage, 2, members};
}

/* The roster of the file as if it had been solved, with this certificate. */
static void write_certified(const struct problem *p, const struct certificate *c)
{
    struct roster *r = read_roster(p, NULL);

    roster_name_visits(arena, r, 7);
    const struct solution s = {.roster = r,
                               .verdict = rules_judge(arena, p, r),
                               .rights = {450, 449},
                               .rest = {260, 250},
                               .certificate = c};
    CU_ASSERT_EQUAL_FATAL(roster_write(arena, p, &s, 42, path_of(ROSTER), &faults),
                          STATUS_OK);
}

static const struct problem *open_certified(void)
{
    const struct problem *p = open_choir();

    certificate = (struct certificate){.stated = {true, true},
                                       .prices = {priced(p, 0), priced(p, 12000)},
                                       .bound = {449, -5},
                                       .rights_value = 450};
    write_certified(p, &certificate);
    return p;
}

static bool numbers_equal(const int64_t *x, const int64_t *y, int n)
{
    return memcmp(x, y, (size_t)n * sizeof *x) == 0;
}

static void prices_equal(const struct problem *p, const struct prices *x,
                         const struct prices *y)
{
    CU_ASSERT_EQUAL(x->rights, y->rights);
    CU_ASSERT_TRUE(numbers_equal(x->request, y->request, p->n_requests));
    CU_ASSERT_TRUE(numbers_equal(x->team, y->team, p->n_options));
    CU_ASSERT_TRUE(numbers_equal(x->grant, y->grant, p->n_grants));
    CU_ASSERT_TRUE(numbers_equal(x->session, y->session, p->n_sessions));
    CU_ASSERT_TRUE(numbers_equal(x->shortage, y->shortage, 2 * p->n_clients));
    CU_ASSERT_EQUAL_FATAL(x->n_members, y->n_members);
    for (int i = 0; i < x->n_members; i++) {
        CU_ASSERT_EQUAL(x->members[i].option, y->members[i].option);
        CU_ASSERT_EQUAL(x->members[i].escort, y->members[i].escort);
        CU_ASSERT_EQUAL(x->members[i].price, y->members[i].price);
    }
}

static void a_certificate_comes_back_as_it_was_written(void)
{
    struct roster_record record;
    const struct problem *p = open_certified();
    const char *first = get(path_of(ROSTER));
    read_roster(p, &record);

    CU_ASSERT_PTR_NOT_NULL_FATAL(record.certificate);
    CU_ASSERT_EQUAL(record.certificate->rights_value, 450);
    for (int i = 0; i < 2; i++) {
        CU_ASSERT_TRUE(record.certificate->stated[i]);
        CU_ASSERT_EQUAL(record.certificate->bound[i], certificate.bound[i]);
        CU_ASSERT_TRUE(record.certified_stated[i]);
        CU_ASSERT_EQUAL(record.certified[i], certificate.bound[i]);
        prices_equal(p, &record.certificate->prices[i], &certificate.prices[i]);
    }
    write_certified(p, record.certificate);
    CU_ASSERT_STRING_EQUAL(get(path_of(ROSTER)), first);
    close_workspace();
}

static void a_price_stands_on_a_line_of_its_own_and_none_is_zero(void)
{
    open_certified();
    const char *text = get(path_of(ROSTER));

    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\n     \"swim\": 1200,\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\n     \"anna\": [12000, 0],\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(
        text, "\n     {\"request\": \"match\", \"start\": \"2026-11-28T14:00+01:00\", "
              "\"minutes\": 120, \"price\": -4500}\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\"session\": \"choir\", \"price\": 7}"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\"from\": \"2026-11-23\", \"price\": 31}"));
    CU_ASSERT_PTR_NULL(strstr(text, "\"price\": 0"));
    CU_ASSERT_PTR_NULL(strstr(text, "\"cinema\": 0"));
    close_workspace();
}

/* Each kind of part: priced in both tiers, in one, in none. */
static const struct problem *open_parts(void)
{
    static struct part_proof parts[3];
    const struct problem *p = open_choir();

    certificate = (struct certificate){.stated = {true, true},
                                       .prices = {priced(p, 0), priced(p, 12000)},
                                       .bound = {449, -5},
                                       .rights_value = 450,
                                       .n_parts = 3,
                                       .parts = parts};
    parts[0] = (struct part_proof){
        problem_find_request(p, "cinema"), {true, true}, 12000, 300};
    parts[1] = (struct part_proof){
        problem_find_request(p, "swim"), {false, true}, 7, 150};
    parts[2] = (struct part_proof){problem_find_request(p, "mass"), {false, false}, 0, 0};
    write_certified(p, &certificate);
    return p;
}

static void parts_come_back_as_they_were_written(void)
{
    struct roster_record record;
    const struct problem *p = open_parts();
    const char *first = get(path_of(ROSTER));
    read_roster(p, &record);

    CU_ASSERT_PTR_NOT_NULL_FATAL(record.certificate);
    CU_ASSERT_EQUAL(record.certificate->rights_value, 450);
    CU_ASSERT_EQUAL(record.certificate->prices[1].rights, 12000); /* the dearest */
    CU_ASSERT_EQUAL_FATAL(record.certificate->n_parts, 3);
    for (int i = 0; i < 3; i++) {
        const struct part_proof *x = &record.certificate->parts[i];
        const struct part_proof *y = &certificate.parts[i];
        CU_ASSERT_EQUAL(x->request, y->request);
        CU_ASSERT_EQUAL(x->priced[0], y->priced[0]);
        CU_ASSERT_EQUAL(x->priced[1], y->priced[1]);
        CU_ASSERT_EQUAL(x->rights, y->rights);
        CU_ASSERT_EQUAL(x->rights_value, y->rights_value);
    }
    CU_ASSERT_PTR_NOT_NULL(strstr(first, "\n   {\"request\": \"swim\", \"priced\": [2], "
                                         "\"rights\": 7, \"rights_value\": 150},\n"));
    CU_ASSERT_PTR_NULL(strstr(first, "\"rights\": 12000,\n"));
    write_certified(p, record.certificate);
    CU_ASSERT_STRING_EQUAL(get(path_of(ROSTER)), first);
    close_workspace();
}

/* Each kind of fork, of which it matters nothing here whether they fit; prices of each kind
 * that are otherwise, and none. */
static const struct problem *open_cases(void)
{
    static struct case_proof cases[6];
    const struct problem *p = open_choir();
    struct prices other = priced(p, 12001);
    int swim = problem_find_request(p, "swim"), anna = problem_find_client(p, "anna");

    certificate = (struct certificate){.stated = {true, true},
                                       .prices = {priced(p, 0), priced(p, 12000)},
                                       .cases = {{2, cases}, {6, cases}},
                                       .bound = {449, -5},
                                       .rights_value = 450};
    other.request[swim] = -17;
    other.request[problem_find_request(p, "cinema")] = 18;
    other.team[option_of(p, "cinema", 1)] = 0;
    other.grant[1] = 19;
    other.session[0] = 20;
    other.shortage[2 * anna + 1] = 21;
    other.members[1].price = 0;
    for (int i = 0; i < 6; i++)
        cases[i] = (struct case_proof){i < 2 ? NONE : i / 2 - 1,
                                       {(enum fork_kind)i, i < 3 ? swim : i - 3, i % 2, 900},
                                       i > 1,
                                       {0, NULL}};
    cases[5].prices = price_changes_find(arena, p, &certificate.prices[1], &other);
    write_certified(p, &certificate);
    return p;
}

static void cases_equal(const struct case_proof *x, const struct case_proof *y)
{
    bool escort = y->fork.kind == FORK_BY || y->fork.kind == FORK_NOT_BY;
    bool start = y->fork.kind == FORK_BEFORE || y->fork.kind == FORK_FROM;

    CU_ASSERT_EQUAL(x->within, y->within);
    CU_ASSERT_EQUAL(x->fork.kind, y->fork.kind);
    CU_ASSERT_EQUAL(x->fork.request, y->fork.request);
    CU_ASSERT_EQUAL(x->fork.escort, escort ? y->fork.escort : 0);
    CU_ASSERT_EQUAL(x->fork.start, start ? y->fork.start : 0);
    CU_ASSERT_EQUAL(x->priced, y->priced);
    CU_ASSERT_EQUAL_FATAL(x->prices.n, y->prices.n);
    for (int i = 0; i < x->prices.n; i++) {
        const struct price_change *a = &x->prices.list[i], *b = &y->prices.list[i];
        CU_ASSERT_EQUAL(a->of, b->of);
        CU_ASSERT_EQUAL(a->index, b->index);
        CU_ASSERT_EQUAL(a->escort, b->escort);
        CU_ASSERT_EQUAL(a->price, b->price);
    }
}

static void cases_come_back_as_they_were_written(void)
{
    struct roster_record record;
    const struct problem *p = open_cases();
    const char *first = get(path_of(ROSTER));
    read_roster(p, &record);

    CU_ASSERT_PTR_NOT_NULL_FATAL(record.certificate);
    for (int tier = 0; tier < 2; tier++) {
        const struct case_list *x = &record.certificate->cases[tier];
        CU_ASSERT_EQUAL_FATAL(x->n, certificate.cases[tier].n);
        for (int i = 0; i < x->n; i++)
            cases_equal(&x->list[i], &certificate.cases[tier].list[i]);
    }
    CU_ASSERT_EQUAL(record.certificate->cases[1].list[5].prices.n, 9);
    CU_ASSERT_PTR_NOT_NULL(strstr(first, "\n     {\"within\": 0, \"fork\": \"served\", "
                                         "\"request\": \"swim\"},\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(first, "\"prices\": {}},\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(first, "\"prices\": {\"rights\": 12001, \"requests\": {"));
    write_certified(p, record.certificate);
    CU_ASSERT_STRING_EQUAL(get(path_of(ROSTER)), first);
    close_workspace();
}

static void a_roster_without_a_certificate_says_nothing_of_one(void)
{
    struct roster_record record;
    const struct problem *p = open_choir();

    write_certified(p, NULL);
    CU_ASSERT_PTR_NULL(strstr(get(path_of(ROSTER)), "certifi"));
    read_roster(p, &record);
    CU_ASSERT_PTR_NULL(record.certificate);
    CU_ASSERT_FALSE(record.certified_stated[0]);
    CU_ASSERT_FALSE(record.certified_stated[1]);
    close_workspace();
}

static void one_tier_may_be_certified_alone(void)
{
    for (int i = 0; i < 2; i++) {
        struct roster_record record;
        const struct problem *p = open_choir();
        struct certificate c = {.bound = {3, 4}};
        c.stated[i] = true;
        c.prices[i] = priced(p, 0);
        write_certified(p, &c);
        read_roster(p, &record);
        CU_ASSERT_PTR_NOT_NULL_FATAL(record.certificate);
        CU_ASSERT_TRUE(record.certificate->stated[i]);
        CU_ASSERT_FALSE(record.certificate->stated[1 - i]);
        CU_ASSERT_TRUE(record.certified_stated[i]);
        CU_ASSERT_FALSE(record.certified_stated[1 - i]);
        close_workspace();
    }
}

/* ---- faults ---- */

#define MATCH "\"request\": \"match\", \"start\": \"2026-11-28T14:00+01:00\""
#define FIRST "certificate.tiers[0]"

struct fault_made {
    const char *old, *new, *place, *what;
};

static const struct fault_made FAULTS[] = {
    /* who is priced */
    {"\"swim\": 1200", "\"swimm\": 1200", FIRST ".requests.swimm", "request \"swimm\" is not in"},
    {"\"choir\": 8", "\"chior\": 8", FIRST ".sessions.chior", "session \"chior\" is not in"},
    {"\"anna\": [", "\"anne\": [", FIRST ".shortages.anne", "client \"anne\" is not in"},
    {MATCH ", \"minutes\": 120, \"price\"", "\"request\": \"watch\", \"start\": "
     "\"2026-11-28T14:00+01:00\", \"minutes\": 120, \"price\"",
     FIRST ".teams[1].request", "request \"watch\" is not in"},
    {MATCH, "\"request\": \"match\", \"start\": \"2026-11-28T15:00+01:00\"",
     FIRST ".teams[1]", "no such time"},
    {"\"minutes\": 120, \"price\": -4500", "\"minutes\": 105, \"price\": -4500",
     FIRST ".teams[1]", "no such time"},
    {"\"session\": \"choir\", \"price\"", "\"session\": \"chior\", \"price\"",
     FIRST ".teams[0].session", "session \"chior\" is not in"},
    {"\"session\": \"choir\", \"price\"", "\"price\"", FIRST ".teams[0]", "no such time"},
    {"\"decision\": \"", "\"decision\": \"x", FIRST ".grants[0]", "no such decision"},
    {"\"from\": \"2026-11-23\"", "\"from\": \"2026-11-24\"", FIRST ".grants[0]",
     "no such decision"},
    {"\"escort\": \"", "\"escort\": \"x", FIRST ".members[0].escort", "is not in escorts[]"},
    /* the price */
    {"\"swim\": 1200", "\"swim\": -1200", FIRST ".requests.swim", "-1200 is too small"},
    {"\"swim\": 1200", "\"swim\": 1200.5", FIRST ".requests.swim", "a whole number"},
    {"\"swim\": 1200", "\"swim\": \"1200\"", FIRST ".requests.swim", "a whole number"},
    {"\"choir\": 8", "\"choir\": -8", FIRST ".sessions.choir", "too small"},
    {"[12000, 0]", "[12000, -1]", FIRST ".shortages.anna[1]", "too small"},
    {"[12000, 0]", "[12000]", FIRST ".shortages.anna", "There are 1"},
    {"[12000, 0]", "[12000, 0, 1]", FIRST ".shortages.anna", "There are 3"},
    {"\"price\": 31", "\"price\": -31", FIRST ".grants[0].price", "too small"},
    {"\"price\": 40", "\"price\": -40", FIRST ".members[0].price", "too small"},
    {"\"price\": -4500", "\"price\": -4500.0", FIRST ".teams[1].price", "a whole number"},
    {", \"price\": -4500", "", FIRST ".teams[1]", "\"price\" is missing"},
    /* the whole */
    {"\"bound\": 449,\n    \"requests\"", "\"requests\"", FIRST, "\"bound\" is missing"},
    {"\"bound\": 449,\n    \"requests\"", "\"bound\": 449.5,\n    \"requests\"",
     FIRST ".bound", "a whole number"},
    {"\"tier\": 1,", "\"tier\": 3,", FIRST ".tier", "too large"},
    {"\"tier\": 1,", "\"tier\": 1, \"rights_value\": 450,", FIRST ".rights_value",
     "Only tier 2"},
    {"\"tier\": 1,", "\"tier\": 1, \"rights\": 0,", FIRST ".rights", "Only tier 2"},
    {"\"tier\": 1,", "\"tier\": 1, \"prices\": {},", FIRST ".prices", "Unknown key"},
    {"\"rights\": 12000,\n", "\n", "certificate.tiers[1]", "\"rights\" is missing"},
    {"\"rights\": 12000,", "\"rights\": -1,", "certificate.tiers[1].rights", "too small"},
    {",\n    \"rights_value\": 450", "", "certificate.tiers[1]",
     "\"rights_value\" is missing"},
    {"\"rights_value\": 450", "\"rights_value\": -450", "certificate.tiers[1].rights_value",
     "too small"},
    {"\"scale\": 1000000", "\"scale\": 1000", "certificate.scale", "too small"},
    {"\"scale\": 1000000,", "", "certificate", "\"scale\" is missing"},
    {"\"scale\": 1000000,", "\"scale\": 1000000, \"unit\": 1,", "certificate.unit", "Unknown key"},
    {"\"certified\": 449", "\"certified\": 4.5", "tiers[0].certified", "a whole number"},
    /* twice */
    {"\"teams\": [", "\"teams\": [{" MATCH ", \"minutes\": 120, \"price\": 1},",
     FIRST ".teams[2]", "has a price already"},
    {"\"price\": 31}", "\"price\": 31}, {\"client\": \"bo\", \"decision\": \"sol\", "
     "\"from\": \"2026-11-23\", \"price\": 1}", FIRST ".grants[1]", "has a price already"},
    {"\"escort\": \"hugo\"", "\"escort\": \"eva\"", FIRST ".members",
     "\"eva\" has two prices for the same time of \"match\""},
};

static void refused(const struct fault_made *made)
{
    struct roster *r;
    change(ROSTER, made->old, made->new);
    CU_ASSERT_EQUAL(roster_read(arena, read_tiny(), path_of(ROSTER), &r, NULL, &faults),
                    STATUS_INPUT);
    CU_ASSERT_TRUE(fault_has("roster.json", made->place, made->what, ""));
    CU_ASSERT_EQUAL(faults.seen, 1);
    close_workspace();
}

static void what_is_wrong_is_said_by_its_place(void)
{
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        open_certified();
        refused(&FAULTS[i]);
    }
}

#define PART "certificate.parts[1]"

static const struct fault_made PART_FAULTS[] = {
    {"\"request\": \"swim\", \"priced\"", "\"request\": \"swam\", \"priced\"",
     PART ".request", "request \"swam\" is not in"},
    {"\"request\": \"swim\", \"priced\"", "\"request\": \"cinema\", \"priced\"", PART,
     "This part is there already"},
    {"\"rights\": 7,", "\"rights\": -7,", PART ".rights", "too small"},
    {"\"rights\": 7,", "\"rights\": 7.5,", PART ".rights", "a whole number"},
    {"\"rights\": 7, ", "", PART, "\"rights\" is missing"},
    {"\"rights_value\": 150", "\"rights_value\": -150", PART ".rights_value", "too small"},
    {", \"rights_value\": 150", "", PART, "\"rights_value\" is missing"},
    {"\"priced\": [2]", "\"priced\": [3]", PART ".priced[0]", "too large"},
    {"\"priced\": [2]", "\"priced\": [2, 2]", PART ".priced[1]", "Tier 2 is there already"},
    {"\"priced\": [2]", "\"priced\": 2", PART ".priced", ""},
    {"\"priced\": [2], ", "", PART, "\"priced\" is missing"},
    {"\"rights\": 7,", "\"rights\": 7, \"bound\": 3,", PART ".bound", "Unknown key"},
    {"\"rights_value\": 450", "\"rights_value\": 450, \"rights\": 1",
     "certificate.tiers[1].rights", "Each of the parts has its own"},
};

static void what_is_wrong_with_a_part_is_said_by_its_place(void)
{
    for (size_t i = 0; i < sizeof PART_FAULTS / sizeof *PART_FAULTS; i++) {
        open_parts();
        refused(&PART_FAULTS[i]);
    }
}

#define CASE(i) "certificate.tiers[1].cases[" #i "]"

static const struct fault_made CASE_FAULTS[] = {
    {"\"within\": 2, \"fork\": \"from\"", "\"within\": 6, \"fork\": \"from\"",
     CASE(5) ".within", "too large"},
    {"\"within\": 2, \"fork\": \"from\"", "\"within\": -1, \"fork\": \"from\"",
     CASE(5) ".within", "too small"},
    {"\"within\": 2, \"fork\": \"from\"", "\"fork\": \"from\"", CASE(5),
     "\"within\" is missing"},
    {"\"fork\": \"from\"", "\"fork\": \"after\"", CASE(5) ".fork", "after"},
    {"\"fork\": \"from\", ", "", CASE(5), "\"fork\" is missing"},
    {"\"by\", \"request\": \"swim\"", "\"by\", \"request\": \"swam\"", CASE(2) ".request",
     "request \"swam\" is not in"},
    {"\"by\", \"request\": \"swim\", \"escort\": \"", "\"by\", \"request\": \"swim\", "
     "\"escort\": \"x", CASE(2) ".escort", "is not in escorts[]"},
    {"\"fork\": \"by\"", "\"fork\": \"by\", \"start\": \"2026-11-23T15:00+01:00\"",
     CASE(2) ".start", "A case \"by\" has none"},
    {"\"fork\": \"from\"", "\"fork\": \"from\", \"escort\": \"eva\"", CASE(5) ".escort",
     "A case \"from\" has none"},
    {"\"fork\": \"from\"", "\"fork\": \"from\", \"bound\": 1", CASE(5) ".bound",
     "Unknown key"},
    {"\"swim\": -17", "\"swam\": -17", CASE(5) ".prices.requests.swam",
     "request \"swam\" is not in"},
    {"\"swim\": -17", "\"swim\": -17.5", CASE(5) ".prices.requests.swim", "a whole number"},
    {"\"choir\": 20", "\"choir\": -20", CASE(5) ".prices.sessions.choir", "too small"},
    {"\"rights\": 12001", "\"rights\": -1", CASE(5) ".prices.rights", "too small"},
    {"\"rights\": 12001", "\"rights_value\": 3", CASE(5) ".prices.rights_value",
     "Unknown key"},
};

static void what_is_wrong_with_a_case_is_said_by_its_place(void)
{
    for (size_t i = 0; i < sizeof CASE_FAULTS / sizeof *CASE_FAULTS; i++) {
        open_cases();
        refused(&CASE_FAULTS[i]);
    }
}

/* What is left of them would be no proof. */
static void cases_of_what_a_changed_week_does_not_have_are_none(void)
{
    struct roster_record record;
    open_cases();
    change("weeks/2026-W48/week.json", "\"minutes\": 150", "\"minutes\": 140");
    change(ROSTER, "\"by\", \"request\": \"swim\"", "\"by\", \"request\": \"swam\"");
    read_roster(read_tiny(), &record);

    CU_ASSERT_PTR_NOT_NULL_FATAL(record.certificate);
    CU_ASSERT_EQUAL(record.certificate->cases[0].n, 2);
    CU_ASSERT_EQUAL(record.certificate->cases[1].n, 0);
    CU_ASSERT_TRUE(record.certificate->stated[1]);
    close_workspace();
}

static void a_tier_is_certified_once(void)
{
    struct roster *r;
    const struct problem *p = open_certified();

    change(ROSTER, "\"tier\": 2,", "\"tier\": 1,");
    CU_ASSERT_EQUAL(roster_read(arena, p, path_of(ROSTER), &r, NULL, &faults),
                    STATUS_INPUT);
    CU_ASSERT_TRUE(fault_has("roster.json", "certificate.tiers[1].tier",
                             "Tier 1 is there already", "Remove one"));
    close_workspace();
}

/* ---- a week that has changed ---- */

static void prices_of_what_a_changed_week_does_not_have_fall_away(void)
{
    struct roster_record record;
    open_certified();
    change("weeks/2026-W48/week.json", "\"at\": \"14:00\"", "\"at\": \"14:30\"");
    change(ROSTER, "\"swim\": 1200", "\"swam\": 1200");
    const struct problem *p = read_tiny();
    read_roster(p, &record);

    CU_ASSERT_PTR_NOT_NULL_FATAL(record.certificate);
    CU_ASSERT_NOT_EQUAL(record.input_hash, p->hash);
    const struct prices *x = &record.certificate->prices[0];
    CU_ASSERT_EQUAL(x->request[problem_find_request(p, "swim")], 0);
    CU_ASSERT_EQUAL(x->request[problem_find_request(p, "mass")], INT64_MAX);
    CU_ASSERT_EQUAL(x->team[option_of(p, "match", 0)], 0);
    CU_ASSERT_EQUAL(x->team[option_of(p, "cinema", 1)], 7);
    CU_ASSERT_EQUAL(x->n_members, 0);
    CU_ASSERT_EQUAL(x->session[0], 8);
    close_workspace();
}

static void parts_that_a_changed_week_does_not_have_fall_away(void)
{
    struct roster_record record;
    open_parts();
    change("weeks/2026-W48/week.json", "\"minutes\": 150", "\"minutes\": 140");
    change(ROSTER, "\"request\": \"cinema\", \"priced\"",
           "\"request\": \"theatre\", \"priced\"");
    read_roster(read_tiny(), &record);

    CU_ASSERT_PTR_NOT_NULL_FATAL(record.certificate);
    CU_ASSERT_EQUAL_FATAL(record.certificate->n_parts, 2);
    CU_ASSERT_EQUAL(record.certificate->parts[0].rights, 7);
    CU_ASSERT_EQUAL(record.certificate->prices[1].rights, 7);
    close_workspace();
}

static void wrong_prices_are_faults_in_a_changed_week_too(void)
{
    struct roster *r;
    open_certified();
    change("weeks/2026-W48/week.json", "\"minutes\": 150", "\"minutes\": 140");
    change(ROSTER, "\"swim\": 1200", "\"swim\": -1200");
    CU_ASSERT_EQUAL(roster_read(arena, read_tiny(), path_of(ROSTER), &r, NULL, &faults),
                    STATUS_INPUT);
    CU_ASSERT_TRUE(fault_has("roster.json", FIRST ".requests.swim", "too small", ""));
    close_workspace();
}

void certificate_json_suite(void)
{
    CU_pSuite s = CU_add_suite("certificate_json", NULL, NULL);

    CU_add_test(s, "a certificate comes back as it was written",
                a_certificate_comes_back_as_it_was_written);
    CU_add_test(s, "parts come back as they were written",
                parts_come_back_as_they_were_written);
    CU_add_test(s, "a price stands on a line of its own and none is zero",
                a_price_stands_on_a_line_of_its_own_and_none_is_zero);
    CU_add_test(s, "cases come back as they were written",
                cases_come_back_as_they_were_written);
    CU_add_test(s, "what is wrong with a case is said by its place",
                what_is_wrong_with_a_case_is_said_by_its_place);
    CU_add_test(s, "cases of what a changed week does not have are none",
                cases_of_what_a_changed_week_does_not_have_are_none);
    CU_add_test(s, "a roster without a certificate says nothing of one",
                a_roster_without_a_certificate_says_nothing_of_one);
    CU_add_test(s, "one tier may be certified alone",
                one_tier_may_be_certified_alone);
    CU_add_test(s, "what is wrong is said by its place",
                what_is_wrong_is_said_by_its_place);
    CU_add_test(s, "what is wrong with a part is said by its place",
                what_is_wrong_with_a_part_is_said_by_its_place);
    CU_add_test(s, "a tier is certified once",
                a_tier_is_certified_once);
    CU_add_test(s, "prices of what a changed week does not have fall away",
                prices_of_what_a_changed_week_does_not_have_fall_away);
    CU_add_test(s, "parts that a changed week does not have fall away",
                parts_that_a_changed_week_does_not_have_fall_away);
    CU_add_test(s, "wrong prices are faults in a changed week too",
                wrong_prices_are_faults_in_a_changed_week_too);
}
