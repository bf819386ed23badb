/* Our own calendars, read with our own reader of foreign ones: nothing of what was told is
 * lost or altered on the way out and in again. */
#include "adapters/ical/ical.h"
#include "feed_fixture.h"

static const struct ical_file *read_feed(struct fixture *x, const char *ics)
{
    const struct ical_window window = {x->week.start_utc - (int64_t)7 * 86400,
                                       x->week.start_utc + (int64_t)14 * 86400, x->week.zone};
    const struct ical_file *file = NULL;
    struct faults f = {0};
    CU_ASSERT_EQUAL_FATAL(ical_read(x->arena, "feed.ics", ics, strlen(ics), &window, &file, &f),
                          STATUS_OK);
    CU_ASSERT(file->whole);
    CU_ASSERT_EQUAL(file->n_notes, 0);
    return file;
}

static const struct ical_instance *instance_of(const struct ical_file *file, const char *uid)
{
    for (int i = 0; i < file->n_instances; i++)
        if (strcmp(file->events[file->instances[i].event].uid, uid) == 0)
            return &file->instances[i];
    return NULL;
}

static void expect_read(struct fixture *x, const struct ical_file *file,
                        const struct appointment *told)
{
    const char *uid = arena_print(x->arena, "%s@ledsaga.invalid", told->uid);
    const struct ical_instance *i = instance_of(file, uid);
    CU_ASSERT_PTR_NOT_NULL_FATAL(i);
    CU_ASSERT_EQUAL(i->start_utc, told->facts.start_utc);
    CU_ASSERT_EQUAL(i->end_utc, told->facts.end_utc);
    const struct ical_event *e = &file->events[i->event];
    CU_ASSERT(!e->cancelled && e->opaque && !e->recurring && !e->all_day);
    CU_ASSERT_EQUAL(e->sequence, told->sequence);
    CU_ASSERT_EQUAL(e->stamp_utc, told->changed_utc);
    CU_ASSERT_STRING_EQUAL(e->location, told->facts.place);
    CU_ASSERT_PTR_NOT_NULL(strstr(e->summary, told->facts.activity));
}

static void expect_week_read(int iso_year, int iso_week)
{
    /* Minutes from Saturday 20:00, around what may be a change of the clocks. */
    static const int STARTS[] = {0, 120, 240, 330, 390, 450, 480, 510, 600};
    enum { N = sizeof STARTS / sizeof *STARTS };
    speak("sv");
    struct fixture x = fixture_begin(iso_year, iso_week, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Åström");
    for (int i = 0; i < N; i++)
        add_request(&x, arena_print(x.arena, "r%d", i), x.kim, "Natt, med; allt",
                    x.week.day_start[5] + 20 * HOUR + STARTS[i], 60, 1, 0);
    freeze(&x);
    for (int i = 0; i < N; i++)
        serve(&x, i, x.anna, NONE);
    judge(&x);
    const struct told *t = tell(&x, NULL, NULL, x.sheet.made_utc, NULL);
    struct diary d = own_diary(&x, t, x.kim, NONE);
    const struct ical_file *file =
        read_feed(&x, told_feed(&x, t, x.kim, NONE, x.week.monday));
    CU_ASSERT_EQUAL(file->n_begun, N);
    CU_ASSERT_EQUAL(file->n_instances, N);
    CU_ASSERT_EQUAL_FATAL(d.n, N);
    for (int i = 0; i < N; i++)
        expect_read(&x, file, &d.appointments[i]);
    fixture_end(&x);
}

static void what_was_told_is_read_also_where_clocks_change(void)
{
    expect_week_read(2026, 13);
    expect_week_read(2026, 43);
    expect_week_read(2026, 44);
    expect_week_read(2027, 12);
}

static void any_text_is_read_back_at_any_fold(void)
{
    static const char NASTY[] = "a,b;c\\d\\n\"e\"\n f: g=\r\nh\ti\x07j\x7fk åäö 🦐 ";
    static const char CLEAN[] = "a,b;c\\d\\n\"e\"\n f: g=\nhijk åäö 🦐 ";
    speak("en");
    for (int shift = 0; shift < 90; shift++) {
        char text[1000] = "", clean[1000] = "";
        memset(text, 'x', (size_t)shift);
        memset(clean, 'x', (size_t)shift);
        strcat(text, NASTY);
        strcat(clean, CLEAN);
        for (int i = 0; i < 300; i++) {
            strcat(text, i % 3 ? "å" : "z");
            strcat(clean, i % 3 ? "å" : "z");
        }
        strcat(clean, " with Anna");
        struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
        x.anna = add_escort(&x, "a", "Anna", CONTRACTOR);
        x.kim = add_client(&x, "k", "Kim");
        add_request(&x, "r", x.kim, text, DAY, 60, 1, 0);
        freeze(&x);
        serve(&x, 0, x.anna, NONE);
        judge(&x);
        const struct ical_file *file = read_feed(&x, own_feed(&x, x.kim, NONE));
        CU_ASSERT_EQUAL_FATAL(file->n_events, 1);
        CU_ASSERT_STRING_EQUAL(file->events[0].summary, clean);
        fixture_end(&x);
    }
}

static void what_is_cancelled_takes_away(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const struct told *first = tell(&x, NULL, NULL, x.sheet.made_utc, NULL);
    x.roster->visits[0] = (struct visit){0};
    const struct told *next = tell(&x, first, NULL, x.sheet.made_utc + 60, NULL);
    const struct ical_file *file =
        read_feed(&x, told_feed(&x, next, x.kim, NONE, x.week.monday));
    CU_ASSERT_EQUAL_FATAL(file->n_events, 2);
    CU_ASSERT_EQUAL(file->events[0].fate, ICAL_CANCELS);
    CU_ASSERT_EQUAL(file->events[0].sequence, 1);
    CU_ASSERT_EQUAL(file->events[1].fate, ICAL_READ);
    fixture_end(&x);
}

void feed_read_suite(void)
{
    CU_pSuite s = CU_add_suite("feed read", NULL, NULL);
    CU_add_test(s, "what was told is read, also where clocks change",
                what_was_told_is_read_also_where_clocks_change);
    CU_add_test(s, "any text is read back at any fold", any_text_is_read_back_at_any_fold);
    CU_add_test(s, "what is cancelled takes away", what_is_cancelled_takes_away);
}
