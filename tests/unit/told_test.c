#include "feed_fixture.h"

#include "base/file.h"
#include "ledsaga/workspace.h"

enum { FIRST = 1794733200 }; /* 2026-11-15 09:00 UTC */

static const struct appointment *told_at(struct fixture *x, const struct told *t, int client,
                                         int escort, int i)
{
    struct diary d = own_diary(x, t, client, escort);
    CU_ASSERT_FATAL(i < d.n);
    return &d.appointments[i];
}

static struct fixture told_week(const struct told **told)
{
    speak("en");
    struct fixture x = four_visits();
    *told = tell(&x, NULL, NULL, FIRST, NULL);
    return x;
}

/* ---- what changes ------------------------------------------------------- */

static void everybody_is_told_what_is_theirs(void)
{
    struct told_counts n;
    speak("en");
    struct fixture x = four_visits();
    const struct told *t = tell(&x, NULL, NULL, FIRST, &n);
    CU_ASSERT_EQUAL(t->n, 4); /* Kim, Eva, Anna, Bo; Cilla has nothing */
    CU_ASSERT(n.told == 7 && n.moved == 0 && n.cancelled == 0 && n.unchanged == 0);
    CU_ASSERT_EQUAL(t->told_utc, FIRST);
    const struct appointment *swim = told_at(&x, t, x.kim, NONE, 0);
    CU_ASSERT_STRING_EQUAL(swim->uid, x.roster->visits[0].uid);
    CU_ASSERT_STRING_EQUAL(swim->outing, "request/swim");
    CU_ASSERT(swim->sequence == 0 && swim->changed_utc == FIRST && !swim->cancelled);
    CU_ASSERT(swim->facts.n_names == 1 && !swim->moved);
    CU_ASSERT_STRING_EQUAL(swim->facts.names[0], "Anna");
    CU_ASSERT_STRING_EQUAL(swim->facts.place, "Simhallen");
    const struct appointment *choir = told_at(&x, t, NONE, x.bo, 0);
    CU_ASSERT_STRING_EQUAL(choir->facts.names[0], "Eva");
    CU_ASSERT(choir->facts.n_beside == 1);
    CU_ASSERT_STRING_EQUAL(choir->facts.beside[0], "Anna");
    fixture_end(&x);
}

static void what_says_the_same_stays_as_it_is(void)
{
    const struct told *first;
    struct told_counts n;
    struct fixture x = told_week(&first);
    int anna = x.roster->visits[1].escorts[0]; /* who comes is no order */
    x.roster->visits[1].escorts[0] = x.roster->visits[1].escorts[1];
    x.roster->visits[1].escorts[1] = anna;
    const struct told *again = tell(&x, first, NULL, FIRST + 1000, &n);
    CU_ASSERT(n.unchanged == 7 && n.told == 0 && n.moved == 0 && n.cancelled == 0);
    CU_ASSERT_EQUAL(again->told_utc, FIRST);
    CU_ASSERT_STRING_EQUAL(told_feed(&x, first, x.kim, NONE, x.week.monday),
                           told_feed(&x, again, x.kim, NONE, x.week.monday));
    fixture_end(&x);
}

static void another_short_name_is_no_change_that_a_person_would_see(void)
{
    const struct told *first;
    struct told_counts n;
    struct fixture x = told_week(&first);
    struct calendar_wishes escorts[8] = {0}, clients[8] = {0};
    struct calendar_settings settings = {.clients = clients, .escorts = escorts};
    escorts[x.anna].short_name = "Nita";
    const struct told *next = tell(&x, first, &settings, FIRST + 1000, &n);
    const struct appointment *swim = told_at(&x, next, x.kim, NONE, 0);
    CU_ASSERT_STRING_EQUAL(swim->facts.names[0], "Nita");
    CU_ASSERT(swim->sequence == 1 && !swim->moved);
    fixture_end(&x);
}

static void a_moved_visit_keeps_its_name_and_counts_the_change(void)
{
    const struct told *first;
    struct told_counts n;
    struct fixture x = told_week(&first);
    x.roster->visits[0].start += HOUR;
    const struct told *next = tell(&x, first, NULL, FIRST + 1000, &n);
    const struct appointment *was = told_at(&x, first, x.kim, NONE, 0);
    const struct appointment *is = told_at(&x, next, x.kim, NONE, 0);
    CU_ASSERT(n.moved == 2 && n.unchanged == 5);
    CU_ASSERT_STRING_EQUAL(is->uid, was->uid);
    CU_ASSERT(is->sequence == 1 && is->changed_utc == FIRST + 1000 && is->moved);
    CU_ASSERT_EQUAL(is->facts.start_utc, was->facts.start_utc + 3600);
    CU_ASSERT_EQUAL(is->before.start_utc, was->facts.start_utc);
    CU_ASSERT_EQUAL(told_at(&x, next, x.kim, NONE, 1)->sequence, 0);
    CU_ASSERT_EQUAL(told_at(&x, next, x.kim, NONE, 1)->changed_utc, FIRST);
    fixture_end(&x);
}

static void a_visit_that_falls_out_is_cancelled_once_and_may_come_back(void)
{
    const struct told *first;
    struct told_counts n;
    struct fixture x = told_week(&first);
    struct visit swim = x.roster->visits[0];
    x.roster->visits[0] = (struct visit){0};
    const struct told *gone = tell(&x, first, NULL, FIRST + 1000, &n);
    CU_ASSERT(n.cancelled == 2 && n.unchanged == 5);
    const struct appointment *a = told_at(&x, gone, x.kim, NONE, 0);
    CU_ASSERT(a->cancelled && a->sequence == 1 && a->changed_utc == FIRST + 1000);
    CU_ASSERT_STRING_EQUAL(a->facts.activity, "Simning");
    const struct told *still = tell(&x, gone, NULL, FIRST + 2000, &n);
    CU_ASSERT(n.cancelled == 0 && told_at(&x, still, x.kim, NONE, 0)->sequence == 1);
    x.roster->visits[0] = swim;
    const struct told *back = tell(&x, still, NULL, FIRST + 3000, &n);
    const struct appointment *b = told_at(&x, back, x.kim, NONE, 0);
    CU_ASSERT(n.told == 2 && !b->cancelled && b->sequence == 2 && !b->moved);
    CU_ASSERT_STRING_EQUAL(b->uid, swim.uid);
    fixture_end(&x);
}

static void a_visit_given_to_another_is_cancelled_here_and_new_there(void)
{
    const struct told *first;
    struct fixture x = told_week(&first);
    x.roster->visits[0].escorts[0] = x.cilla;
    const struct told *next = tell(&x, first, NULL, FIRST + 1000, NULL);
    CU_ASSERT(told_at(&x, next, NONE, x.anna, 0)->cancelled);
    CU_ASSERT_EQUAL(told_at(&x, next, NONE, x.cilla, 0)->sequence, 0);
    const struct appointment *kims = told_at(&x, next, x.kim, NONE, 0);
    CU_ASSERT(kims->moved && kims->sequence == 1);
    CU_ASSERT_STRING_EQUAL(kims->facts.names[0], "Cilla");
    CU_ASSERT_STRING_EQUAL(kims->before.names[0], "Anna");
    fixture_end(&x);
}

static void time_never_falls(void)
{
    const struct told *first;
    struct fixture x = told_week(&first);
    x.roster->visits[0].start += HOUR;
    const struct told *next = tell(&x, first, NULL, FIRST - 5000, NULL);
    CU_ASSERT_EQUAL(next->told_utc, FIRST + 1);
    CU_ASSERT_EQUAL(told_at(&x, next, x.kim, NONE, 0)->changed_utc, FIRST + 1);
    fixture_end(&x);
}

static void a_roster_made_anew_is_told_under_the_names_people_have(void)
{
    const struct told *first;
    struct told_counts n;
    struct fixture x = told_week(&first);
    for (int r = 0; r < x.roster->n_requests; r++)
        x.roster->visits[r].uid = NULL;
    roster_name_visits(x.arena, x.roster, 12345);
    const struct told *next = tell(&x, first, NULL, FIRST + 1000, &n);
    CU_ASSERT_EQUAL(n.unchanged, 7);
    CU_ASSERT_STRING_EQUAL(told_at(&x, next, x.kim, NONE, 0)->uid,
                           told_at(&x, first, x.kim, NONE, 0)->uid);
    /* A name that changed hands is followed before anything else. */
    x.roster->visits[0].uid = told_at(&x, first, x.kim, NONE, 1)->uid;
    x.roster->visits[2].uid = told_at(&x, first, x.kim, NONE, 0)->uid;
    const struct told *swapped = tell(&x, first, NULL, FIRST + 1000, &n);
    CU_ASSERT_EQUAL(told_at(&x, swapped, x.kim, NONE, 0)->sequence, 1);
    CU_ASSERT_STRING_EQUAL(told_at(&x, swapped, x.kim, NONE, 0)->uid,
                           told_at(&x, first, x.kim, NONE, 1)->uid);
    fixture_end(&x);
}

static void no_name_is_there_twice(void)
{
    const struct told *first;
    struct fixture x = told_week(&first);
    const char *name = x.roster->visits[0].uid;
    x.roster->visits[0] = (struct visit){0};
    const struct told *gone = tell(&x, first, NULL, FIRST + 1, NULL);
    x.roster->visits[2].uid = name; /* the cancelled one's, on another visit of Kim's */
    const struct told *next = tell(&x, gone, NULL, FIRST + 2, NULL);
    struct diary kim = own_diary(&x, next, x.kim, NONE);
    CU_ASSERT_EQUAL_FATAL(kim.n, 2);
    CU_ASSERT_STRING_NOT_EQUAL(kim.appointments[0].uid, kim.appointments[1].uid);
    fixture_end(&x);
}

static void somebody_who_left_is_told_that_nothing_remains(void)
{
    struct told_counts n;
    speak("en");
    struct fixture x = four_visits();
    const struct appointment old = {
        .uid = "of-somebody-gone", .outing = "request/old", .changed_utc = FIRST,
        .facts = {.start_utc = FIRST + 86400, .end_utc = FIRST + 90000, .activity = "Fika",
                  .place = "", .end_place = ""}};
    const struct diary gone = {PERSON_CLIENT, "left", "Lo", 1, &old};
    const struct told before = {2026, 48, FIRST, 1, &gone};
    const struct told *next = tell(&x, &before, NULL, FIRST + 1000, &n);
    const struct diary *d = told_diary(next, PERSON_CLIENT, "left");
    CU_ASSERT_PTR_NOT_NULL_FATAL(d);
    CU_ASSERT(d->appointments[0].cancelled && n.cancelled == 1);
    CU_ASSERT_PTR_EQUAL(d, &next->diaries[next->n - 1]);
    fixture_end(&x);
}

/* ---- who is told what --------------------------------------------------- */

static void short_names_and_addresses_are_told_as_the_office_wants(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Åström");
    add_request(&x, "walk", x.kim, "Promenad", DAY, 60, 1, 0);
    freeze(&x);
    ((struct request *)(uintptr_t)&x.problem->requests[0])->meet = x.home;
    serve(&x, 0, x.anna, NONE);
    judge(&x);
    const struct calendar_wishes kim = {.short_name = "K"}, anna = {.short_name = "Annis"};
    struct calendar_settings settings = {.clients = &kim, .escorts = &anna};

    const struct told *t = tell(&x, NULL, &settings, FIRST, NULL);
    const struct appointment_facts *own = &told_at(&x, t, x.kim, NONE, 0)->facts;
    const struct appointment_facts *hers = &told_at(&x, t, NONE, x.anna, 0)->facts;
    CU_ASSERT_STRING_EQUAL(own->names[0], "Annis");
    CU_ASSERT_STRING_EQUAL(hers->names[0], "K");
    CU_ASSERT(own->at_home && hers->at_home);
    CU_ASSERT_STRING_EQUAL(own->place, "Åvägen 1");
    CU_ASSERT_STRING_EQUAL(hers->place, "");
    CU_ASSERT_STRING_EQUAL(hers->end_place, "Simhallen");
    CU_ASSERT(!hers->end_at_home);

    settings.addresses = true;
    t = tell(&x, NULL, &settings, FIRST, NULL);
    CU_ASSERT_STRING_EQUAL(told_at(&x, t, NONE, x.anna, 0)->facts.place, "Åvägen 1");

    ((struct client *)(uintptr_t)&x.problem->clients[x.kim])->is_protected = true;
    t = tell(&x, NULL, &settings, FIRST, NULL);
    CU_ASSERT_STRING_EQUAL(told_at(&x, t, NONE, x.anna, 0)->facts.place, "");
    CU_ASSERT_STRING_EQUAL(told_at(&x, t, NONE, x.anna, 0)->facts.names[0], "kim");
    CU_ASSERT_STRING_EQUAL(told_at(&x, t, x.kim, NONE, 0)->facts.place, "");
    fixture_end(&x);
}

/* ---- the file ----------------------------------------------------------- */

struct folder {
    char dir[64];
    const char *path; /* of told.json */
};

static struct folder folder_for(struct fixture *x, const char *week)
{
    struct folder f = {.dir = "/tmp/ledsaga-told-XXXXXX"};
    struct faults faults = {0};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f.dir));
    const char *folder = arena_print(x->arena, "%s/weeks/%s", f.dir, week);
    CU_ASSERT_EQUAL_FATAL(folder_make(folder, &faults), STATUS_OK);
    f.path = arena_print(x->arena, "%s/told.json", folder);
    return f;
}

static void folder_remove(struct fixture *x, const struct folder *f)
{
    CU_ASSERT_EQUAL(system(arena_print(x->arena, "rm -r '%s'", f->dir)), 0);
}

static const char *bytes_of(struct fixture *x, const char *path)
{
    struct faults f = {0};
    size_t length;
    char *bytes;
    CU_ASSERT_EQUAL_FATAL(file_read(x->arena, path, &bytes, &length, &f), STATUS_OK);
    return bytes;
}

static void what_is_written_is_read_and_written_the_same(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 43, "Europe/Stockholm"); /* clocks go back */
    struct faults f = {0};
    x.anna = add_escort(&x, "anna", "Anna Berg", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim \"K\" \\ Åström");
    add_request(&x, "night", x.kim, "a \"b\" \\ c\td å 🦐", x.week.day_start[6] + 150, 60, 1,
                0);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    judge(&x);
    struct folder folder = folder_for(&x, "2026-W43");
    const struct told *first = tell(&x, NULL, NULL, FIRST, NULL), *read;
    x.roster->visits[0].start += 60; /* from the first 02:30 to the second */
    const struct told *t = tell(&x, first, NULL, FIRST + 9, NULL);
    CU_ASSERT_EQUAL(told_write(t, &x.week, folder.path, &f), STATUS_OK);
    const char *bytes = bytes_of(&x, folder.path);
    CU_ASSERT_PTR_NOT_NULL(strstr(bytes, "\"start\": \"2026-10-25T02:30+01:00\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(bytes, "\"start\": \"2026-10-25T02:30+02:00\""));
    CU_ASSERT_EQUAL_FATAL(told_read(x.arena, folder.path, &read, &f), STATUS_OK);
    CU_ASSERT_EQUAL(read->told_utc, FIRST + 9);
    CU_ASSERT_EQUAL(told_write(read, &x.week, folder.path, &f), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(bytes_of(&x, folder.path), bytes);
    const struct appointment *a = told_at(&x, read, x.kim, NONE, 0);
    CU_ASSERT(a->moved && a->sequence == 1 && a->before.start_utc + 3600 == a->facts.start_utc);
    CU_ASSERT_STRING_EQUAL(a->facts.activity, "a \"b\" \\ cd å 🦐");
    struct told_counts n;
    tell(&x, read, NULL, FIRST + 20, &n);
    CU_ASSERT_EQUAL(n.unchanged, 2);
    folder_remove(&x, &folder);
    fixture_end(&x);
}

static void without_a_file_nothing_was_told(void)
{
    struct faults f = {0};
    const struct told *t;
    struct arena *a = arena_new();
    CU_ASSERT_EQUAL(told_read(a, "/tmp/there/is/none.json", &t, &f), STATUS_OK);
    CU_ASSERT(t->told_utc == 0 && t->n == 0);
    arena_free(a);
}

#define HEAD "{\"format\": \"ledsaga-told\", \"version\": 1, \"week\": \"2026-W48\", " \
             "\"told\": \"2026-11-15T09:00:00Z\", \"people\": ["
#define KIM HEAD "{\"kind\": \"client\", \"id\": \"kim\", \"name\": \"Kim\", \"appointments\": ["
#define WHEN "\"outing\": \"request/x\", \"changed\": \"2026-11-15T09:00:00Z\", " \
             "\"start\": \"2026-11-24T13:00+01:00\", "
#define REST "\"end\": \"2026-11-24T14:00+01:00\", \"activity\": \"x\"}"
#define TAIL "]}]}"

static void what_is_wrong_with_the_file_is_told_with_its_place(void)
{
    static const struct {
        const char *text;
        enum status status;
        const char *place;
    } BAD[] = {
        {KIM "{\"uid\": \"abcdefgh\", " WHEN REST, STATUS_SYNTAX, "1:"},
        {KIM "{\"uid\": \"abcdefgh\", \"uid\": \"abcdefgh\", " WHEN REST TAIL, STATUS_SYNTAX,
         "1:"},
        {"{\"format\": \"ledsaga-told\", \"version\": 2}", STATUS_VERSION, "version"},
        {HEAD "]}\n{}", STATUS_SYNTAX, "2:"},
        {KIM "{\"uid\": \"short\", " WHEN REST TAIL, STATUS_INPUT,
         "people[0].appointments[0].uid"},
        {KIM "{\"uid\": \"has space in it\", " WHEN REST TAIL, STATUS_INPUT,
         "people[0].appointments[0].uid"},
        {KIM "{\"uid\": \"abcdefgh\", " WHEN
             "\"end\": \"2026-11-24T13:00+01:00\", \"activity\": \"x\"}" TAIL,
         STATUS_INPUT, "people[0].appointments[0].end"},
        {KIM "{\"uid\": \"abcdefgh\", " WHEN "\"end\": \"2026-11-24T14:00\", "
             "\"activity\": \"x\"}" TAIL,
         STATUS_INPUT, "people[0].appointments[0].end"},
        {KIM "{\"uid\": \"abcdefgh\", " WHEN REST ", {\"uid\": \"abcdefgh\", " WHEN REST TAIL,
         STATUS_INPUT, "people[0].appointments[1].uid"},
        {KIM "{\"uid\": \"abcdefgh\", \"sequence\": -1, " WHEN REST TAIL, STATUS_INPUT,
         "people[0].appointments[0].sequence"},
        {KIM "{\"uid\": \"abcdefgh\", \"sequense\": 1, " WHEN REST TAIL, STATUS_INPUT,
         "people[0].appointments[0].sequense"},
        {HEAD "{\"kind\": \"dog\", \"id\": \"x\", \"name\": \"\", \"appointments\": []}]}",
         STATUS_INPUT, "people[0].kind"},
    };
    speak("en");
    struct fixture x = four_visits();
    struct folder folder = folder_for(&x, "2026-W48");
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct faults f = {0}, written = {0};
        const struct told *t;
        CU_ASSERT_EQUAL_FATAL(
            file_write(folder.path, BAD[i].text, strlen(BAD[i].text), &written), STATUS_OK);
        CU_ASSERT_EQUAL(told_read(x.arena, folder.path, &t, &f), BAD[i].status);
        CU_ASSERT_EQUAL(f.seen, 1);
        CU_ASSERT_EQUAL(strncmp(f.list[0].place, BAD[i].place, strlen(BAD[i].place)), 0);
    }
    folder_remove(&x, &folder);
    fixture_end(&x);
}

/* ---- diaries ------------------------------------------------------------ */

static void diaries_hold_every_week_that_was_told_and_is_not_long_over(void)
{
    speak("en");
    struct fixture x = four_visits();
    struct faults f = {0};
    struct folder folder = folder_for(&x, "2026-W48");
    const struct told *t = tell(&x, NULL, NULL, FIRST, NULL);
    CU_ASSERT_EQUAL(told_write(t, &x.week, folder.path, &f), STATUS_OK);
    /* The week after has the same names, as when a roster was copied. */
    struct week next;
    CU_ASSERT_EQUAL(week_make(&next, 2026, 49, "Europe/Stockholm", &f), STATUS_OK);
    struct told later = *t;
    later.iso_week = 49;
    CU_ASSERT_EQUAL(folder_make(arena_print(x.arena, "%s/weeks/2026-W49", folder.dir), &f),
                    STATUS_OK);
    CU_ASSERT_EQUAL(folder_make(arena_print(x.arena, "%s/weeks/2026-W50", folder.dir), &f),
                    STATUS_OK);
    const char *path = workspace_path(x.arena, folder.dir, 2026, 49, "told.json");
    CU_ASSERT_EQUAL(told_write(&later, &next, path, &f), STATUS_OK);

    const struct diary *d;
    int n;
    CU_ASSERT_EQUAL_FATAL(
        diaries_read(x.arena, folder.dir, x.problem, x.week.start_utc, &d, &n, &f), STATUS_OK);
    CU_ASSERT_EQUAL(n, x.problem->n_clients + x.problem->n_escorts);
    CU_ASSERT_EQUAL(d[x.kim].n, 4);
    CU_ASSERT_STRING_NOT_EQUAL(d[x.kim].appointments[0].uid, d[x.kim].appointments[1].uid);
    CU_ASSERT_EQUAL(d[x.problem->n_clients + x.cilla].n, 0);
    CU_ASSERT_STRING_EQUAL(d[x.problem->n_clients + x.cilla].name, "Cilla");
    /* Both are long over. */
    CU_ASSERT_EQUAL_FATAL(diaries_read(x.arena, folder.dir, x.problem,
                                       x.week.start_utc + (int64_t)30 * 86400, &d, &n, &f),
                          STATUS_OK);
    CU_ASSERT_EQUAL(d[x.kim].n, 0);
    /* A file that was put into the wrong folder. */
    CU_ASSERT_EQUAL(told_write(t, &x.week, path, &f), STATUS_OK);
    CU_ASSERT_EQUAL(
        diaries_read(x.arena, folder.dir, x.problem, x.week.start_utc, &d, &n, &f),
        STATUS_INPUT);
    CU_ASSERT_STRING_EQUAL(f.list[0].place, "week");
    folder_remove(&x, &folder);
    fixture_end(&x);
}

/* The identity became protected after the home was told, and the visit was moved since. */
static void what_was_told_before_an_identity_was_protected_is_not_told_again(void)
{
    speak("en");
    struct fixture x = four_visits();
    struct faults f = {0};
    struct folder folder = folder_for(&x, "2026-W48");
    const char *const names[] = {"Kim"}, *const ids[] = {"kim"};
    const struct appointment_facts home = {
        .start_utc = FIRST + 86400, .end_utc = FIRST + 90000, .activity = "Fika",
        .n_names = 1, .names = names, .ids = ids, .beside = names, .place = "Storgatan 1",
        .at_home = true, .end_place = "Storgatan 1", .end_at_home = true};
    const struct appointment visit = {.uid = "aaaaaaaa-1", .outing = "request/r1", .sequence = 1,
                                      .changed_utc = FIRST, .facts = home, .moved = true,
                                      .before = home};
    const char *escort = x.problem->escorts[x.cilla].id;
    const struct diary diaries[] = {{PERSON_CLIENT, "kim", "Kim", 1, &visit},
                                    {PERSON_ESCORT, escort, "Cilla", 1, &visit}};
    const struct told t = {2026, 48, FIRST, 2, diaries};
    CU_ASSERT_EQUAL(told_write(&t, &x.week, folder.path, &f), STATUS_OK);
    ((struct client *)(uintptr_t)&x.problem->clients[x.kim])->is_protected = true;

    const struct diary *d;
    int n;
    CU_ASSERT_EQUAL_FATAL(
        diaries_read(x.arena, folder.dir, x.problem, x.week.start_utc, &d, &n, &f), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(d[x.problem->n_clients + x.cilla].n, 1);
    const struct appointment *told = d[x.problem->n_clients + x.cilla].appointments;
    const struct appointment_facts *const both[] = {&told->facts, &told->before};
    for (int i = 0; i < 2; i++) {
        CU_ASSERT_STRING_EQUAL(both[i]->names[0], "kim");
        CU_ASSERT_STRING_EQUAL(both[i]->place, "");
        CU_ASSERT_STRING_EQUAL(both[i]->end_place, "");
    }
    /* Who lives there knows where that is. */
    CU_ASSERT_STRING_EQUAL(d[x.kim].appointments[0].facts.place, "Storgatan 1");
    folder_remove(&x, &folder);
    fixture_end(&x);
}

void told_suite(void)
{
    CU_pSuite s = CU_add_suite("told", NULL, NULL);
    CU_add_test(s, "everybody is told what is theirs", everybody_is_told_what_is_theirs);
    CU_add_test(s, "what says the same stays as it is", what_says_the_same_stays_as_it_is);
    CU_add_test(s, "another short name is no change that a person would see",
                another_short_name_is_no_change_that_a_person_would_see);
    CU_add_test(s, "a moved visit keeps its name and counts the change",
                a_moved_visit_keeps_its_name_and_counts_the_change);
    CU_add_test(s, "a visit that falls out is cancelled once and may come back",
                a_visit_that_falls_out_is_cancelled_once_and_may_come_back);
    CU_add_test(s, "a visit given to another is cancelled here and new there",
                a_visit_given_to_another_is_cancelled_here_and_new_there);
    CU_add_test(s, "time never falls", time_never_falls);
    CU_add_test(s, "a roster made anew is told under the names people have",
                a_roster_made_anew_is_told_under_the_names_people_have);
    CU_add_test(s, "no name is there twice", no_name_is_there_twice);
    CU_add_test(s, "somebody who left is told that nothing remains",
                somebody_who_left_is_told_that_nothing_remains);
    CU_add_test(s, "short names and addresses are told as the office wants",
                short_names_and_addresses_are_told_as_the_office_wants);
    CU_add_test(s, "what is written is read and written the same",
                what_is_written_is_read_and_written_the_same);
    CU_add_test(s, "without a file nothing was told", without_a_file_nothing_was_told);
    CU_add_test(s, "what is wrong with the file is told with its place",
                what_is_wrong_with_the_file_is_told_with_its_place);
    CU_add_test(s, "diaries hold every week that was told and is not long over",
                diaries_hold_every_week_that_was_told_and_is_not_long_over);
    CU_add_test(s, "what was told before an identity was protected is not told again",
                what_was_told_before_an_identity_was_protected_is_not_told_again);
}
