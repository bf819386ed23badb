#include "sheet_fixture.h"

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

static int count(const char *text, const char *part)
{
    int n = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        n++;
    return n;
}

/* ---- a reader of our own pages ----------------------------------------- */

struct element {
    char name[16];
};

static bool is_void(const char *name)
{
    return strcmp(name, "meta") == 0 || strcmp(name, "input") == 0;
}

/* What stands in these is not markup. */
static bool is_raw(const char *name)
{
    return strcmp(name, "style") == 0 || strcmp(name, "script") == 0;
}

static const char *attribute(const char *tag, size_t length, const char *name,
                             char value[128])
{
    char key[32];
    snprintf(key, sizeof key, " %s=\"", name);
    const char *at = strstr(tag, key);
    if (!at || at > tag + length)
        return NULL;
    at += strlen(key);
    snprintf(value, 128, "%.*s", (int)strcspn(at, "\""), at);
    return value;
}

/* Every element that is opened is closed in its turn, no id comes twice, and every
 * link inside the page leads somewhere. */
static void expect_well_formed(const char *html)
{
    struct element open[32];
    int depth = 0;
    for (const char *t = strchr(html, '<'); t; t = strchr(t + 1, '<')) {
        struct element e = {""};
        size_t length = strcspn(t, ">"), name = strcspn(t + 1, " />");
        char value[128], wanted[160];
        if (t[1] == '!')
            continue;
        if (t[1] == '/') {
            CU_ASSERT_FATAL(depth > 0);
            depth--;
            CU_ASSERT(strncmp(open[depth].name, t + 2, length - 2) == 0 &&
                      open[depth].name[length - 2] == '\0');
            continue;
        }
        snprintf(e.name, sizeof e.name, "%.*s", (int)name, t + 1);
        if (attribute(t, length, "id", value)) {
            snprintf(wanted, sizeof wanted, " id=\"%s\"", value);
            CU_ASSERT_EQUAL(count(html, wanted), 1);
        }
        if (attribute(t, length, "href", value)) {
            CU_ASSERT_EQUAL(value[0], '#');
            snprintf(wanted, sizeof wanted, " id=\"%s\"", value + 1);
            CU_ASSERT_EQUAL(count(html, wanted), 1);
        }
        if (t[length - 1] == '/' || is_void(e.name))
            continue;
        CU_ASSERT_FATAL(depth < 32);
        open[depth++] = e;
        if (is_raw(e.name))
            t = strstr(t, "</") - 1;
    }
    CU_ASSERT_EQUAL(depth, 0);
}

/* ---- the page ---------------------------------------------------------- */

static void the_page_is_whole_in_both_languages(void)
{
    static const char *const LANGUAGES[] = {"en", "sv"};
    for (int i = 0; i < 2; i++) {
        char tag[32];
        speak(LANGUAGES[i]);
        struct fixture x = four_visits();
        const char *html = page_html(x.arena, &x.sheet);
        snprintf(tag, sizeof tag, "<html lang=\"%s\">", LANGUAGES[i]);
        CU_ASSERT(strncmp(html, "<!DOCTYPE html>\n", 16) == 0);
        CU_ASSERT(has(html, tag));
        CU_ASSERT_EQUAL(count(html, "<h1>"), 1);
        CU_ASSERT_EQUAL(count(html, "<h2"), 5);
        CU_ASSERT_EQUAL(count(html, "<section class=\"day"), 7);
        expect_well_formed(html);
        fixture_end(&x);
    }
}

static void the_page_needs_nothing_but_itself(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(!has(html, " style=") && !has(html, " src=") && !has(html, "//") &&
              !has(html, "@import") && !has(html, "url("));
    CU_ASSERT_EQUAL(count(html, "<script"), 1);
    CU_ASSERT(has(html, "content=\"default-src 'none'; style-src 'unsafe-inline'; "
                        "script-src 'sha256-"));
    CU_ASSERT(has(html, "@media print") && has(html, "prefers-color-scheme"));
    fixture_end(&x);
}

static void what_is_not_served_comes_before_verdict_and_days(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const char *html = page_html(x.arena, &x.sheet);
    const char *reason =
        strstr(html, "Ingen ledsagare som får komma har kompetensen SSL.");
    CU_ASSERT_PTR_NOT_NULL_FATAL(reason);
    CU_ASSERT(reason < strstr(html, "id=\"verdict\""));
    CU_ASSERT(strstr(html, "id=\"verdict\"") < strstr(html, "id=\"day1\""));
    CU_ASSERT(has(html, "tis 24 nov (1)"));
    fixture_end(&x);
}

static void names_are_text_and_never_marks(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "a", "</td><script>alert('a')</script>",
                        CONTRACTOR);
    x.kim = add_client(&x, "k", "Kim \"K\" & <b>Co</b>\x01");
    add_request(&x, "r", x.kim, "A&B", DAY, 60, 1, 0);
    add_request(&x, "s", x.kim, "<i>", 2 * DAY, 60, 1, 1);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    judge(&x);
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(!has(html, "<script>alert") && !has(html, "<b>") && !has(html, "<i>"));
    CU_ASSERT(has(html, "Kim &quot;K&quot; &amp; &lt;b&gt;Co&lt;/b&gt;<"));
    CU_ASSERT(has(html, "&lt;/td&gt;&lt;script&gt;alert(&#39;a&#39;)"));
    expect_well_formed(html);
    fixture_end(&x);
}

/* The week is drawn from 13:00, when swimming begins, to 01:00, when the night ends: 48
 * quarters of an hour. */
static void a_visit_is_drawn_where_it_is_in_its_day(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(has(html, "<li>13</li>") && has(html, "<li>00</li></ol>") && !has(html, "<li>12</li>"));
    CU_ASSERT(has(html, "<li class=\"a0 w48\"><b class=\"w8\">13:00–15:00</b> Simning, Kim Åström"));
    CU_ASSERT(has(html, "<li class=\"d2 a0\"><b class=\"w8\">Tue 13:00–15:00</b> Simning, Kim Åström"));
    CU_ASSERT(has(html, ".a20{--a:41.67%}") && has(html, ".w8{--w:16.67%}") && !has(html, ".w9{"));
    fixture_end(&x);
}

static void a_night_is_drawn_whole_on_the_day_it_begins(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT_EQUAL(count(html, "<li class=\"a36 w12\"><b class=\"w12\">22:00–01:00</b> Dans"), 1);
    CU_ASSERT_EQUAL(count(html, "Thu 22:00–01:00</b> Dans"), 2);
    fixture_end(&x);
}

/* One visit in the first hour of Friday: the week is drawn from midnight. */
static void a_night_is_also_drawn_on_the_day_it_ends(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Åström");
    add_request(&x, "dance", x.kim, "Dans", 3 * DAY + 22 * HOUR, 180, 1, 0);
    add_request(&x, "early", x.kim, "Tåg", 5 * DAY, 60, 1, 0);
    freeze(&x);
    serve(&x, 0, x.bo, NONE);
    serve(&x, 1, x.bo, NONE);
    judge(&x);
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(has(html, "<li class=\"a88 w12\"><b class=\"w12\">22:00–01:00</b> Dans"));
    CU_ASSERT(has(html, "<li class=\"a0 w100\"><b class=\"w4\">22:00–01:00</b> Dans"));
    fixture_end(&x);
}

static void what_overlaps_is_drawn_on_lines_of_its_own(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Åström");
    x.eva = add_client(&x, "eva", "Eva Öst");
    add_request(&x, "a", x.kim, "Bad", 10 * HOUR, 120, 1, 0);
    add_request(&x, "b", x.eva, "Bio", 11 * HOUR, 60, 1, 0);
    freeze(&x);
    serve(&x, 0, x.bo, NONE);
    serve(&x, 1, x.bo, NONE);
    judge(&x);
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(has(html, "</li></ul><ul><li class=\"a4 w32\"><b class=\"w4\">11:00–12:00</b> Bio"));
    fixture_end(&x);
}

static void travel_and_hours_off_are_seen_and_said(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    struct span days[] = {{8 * HOUR, 17 * HOUR}, {DAY + 8 * HOUR, DAY + 17 * HOUR},
                          {3 * DAY + 22 * HOUR, 4 * DAY + 2 * HOUR}};
    x.anna = problem_add_escort(
        x.builder, "", &(struct escort){.id = "anna", .name = "Anna Berg", .home = NONE,
                                        .engagement = CONTRACTOR, .n_available = 3,
                                        .available = days, .contract_minutes = NONE,
                                        .max_minutes = NONE});
    x.kim = add_client(&x, "kim", "Kim Åström");
    add_request(&x, "a", x.kim, "Bad", 8 * HOUR, 60, 1, 0);
    struct alternative at = {10 * HOUR, 10 * HOUR, NONE, 0};
    problem_add_request(x.builder, "",
                        &(struct request){.id = "b", .activity = "Kaffe", .series = "",
                                          .client = x.kim, .needed = 1, .minutes = 60,
                                          .minutes_min = 60, .meet = x.home, .end = x.home,
                                          .priority = PRIORITY_NORMAL, .decision = NONE,
                                          .n_alternatives = 1, .alternatives = &at,
                                          .pin_start = NONE, .link = NONE});
    add_request(&x, "c", x.kim, "Bio", 17 * HOUR, 60, 1, 0);
    freeze(&x);
    for (int r = 0; r < 3; r++)
        serve(&x, r, x.anna, NONE);
    judge(&x);
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT_EQUAL(count(html, "<i class=\"w1\">travel before: 15 min</i>"), 2);
    CU_ASSERT(has(html, "3 h of work; available Mon–Tue 08:00–17:00, Thu 22:00–02:00"));
    CU_ASSERT(has(html, "<ul class=\"n3 n5 n6 n7\">"));
    CU_ASSERT(has(html, "<ul class=\"p0\">") &&
              has(html, ".p0{--p:linear-gradient(90deg,var(--paper) 0 75%,var(--off) 0)}"));
    fixture_end(&x);
}

/* Handed out: swimming an hour earlier, the choir with Cilla instead of Bo, the talk, and
 * not the night. */
static void what_is_changed_is_told_and_marked(void)
{
    speak("en");
    struct fixture x = four_handed_out();
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(has(html, "<h2 id=\"changes\">Changed since 12 November (4)</h2>"));
    CU_ASSERT(has(html, "<tr class=\"c d2\"><th scope=\"row\">Simning, Kim Åström</th><td>moved</td>"));
    CU_ASSERT(has(html, "<li class=\"d2 a0 c\"><b class=\"w8\">Tue 13:00–15:00</b> <em>moved:</em>"));
    CU_ASSERT(has(html, "</b> <em>other escort:</em> Kör"));
    CU_ASSERT(has(html, "</b> <em>new:</em> Dans"));
    CU_ASSERT(has(html, "<td class=\"bad\"><em>Was given out.</em> "));
    CU_ASSERT(has(html, "<option value=\"c\">"));
    expect_well_formed(html);
    fixture_end(&x);
}

static void before_anything_is_handed_out_nothing_is_changed(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(!has(html, "<em>new") && !has(html, "id=\"changes\"") &&
              !has(html, "<option value=\"c\">"));
    fixture_end(&x);
}

/* On 25 October 2026 the hour from 02:00 comes twice, and the day has 25. */
static void the_hours_of_the_day_of_the_clock_change_are_its_own(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 43, "Europe/Stockholm");
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Åström");
    add_request(&x, "early", x.kim, "Tåg", 6 * DAY + HOUR, 60, 1, 0);
    add_request(&x, "late", x.kim, "Bio", 6 * DAY + 22 * HOUR, 120, 1, 0);
    freeze(&x);
    serve(&x, 0, x.bo, NONE);
    serve(&x, 1, x.bo, NONE);
    judge(&x);
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(has(html, "<li>01</li><li>02</li><li>02</li><li>03</li>"));
    CU_ASSERT(has(html, "<li class=\"a84 w12\"><b class=\"w8\">21:00–23:00</b> Bio"));
    fixture_end(&x);
}

static void every_breach_is_told(void)
{
    speak("en");
    struct fixture x = four_visits();
    x.roster->visits[0].escorts[0] = x.bo;
    x.roster->visits[0].start += 5;
    judge(&x);
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT_EQUAL(x.sheet.verdict->n_breaches, 1);
    CU_ASSERT(has(html, "not lawful: 1 breach"));
    CU_ASSERT(has(html, "<li>Time asked for: Simning, Kim Åström is planned at "
                        "Tue 24 Nov 13:05"));
    expect_well_formed(html);
    fixture_end(&x);
}

static void a_week_of_many_visits_stays_small(void)
{
    enum { PEOPLE = 40, EACH = 10 };
    speak("sv");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    for (int i = 0; i < PEOPLE; i++) {
        add_escort(&x, arena_print(x.arena, "e%d", i), "Anna-Karin Bergström",
                   CONTRACTOR);
        add_client(&x, arena_print(x.arena, "c%d", i), "Kim Österlund");
    }
    for (int i = 0; i < PEOPLE * EACH; i++)
        add_request(&x, arena_print(x.arena, "r%d", i), i % PEOPLE,
                    "Promenad i skogen", i / PEOPLE % 7 * DAY +
                        (8 + i / PEOPLE / 7 * 4) * HOUR, 120, 1, 0);
    freeze(&x);
    for (int i = 0; i < PEOPLE * EACH; i++)
        serve(&x, i, i % PEOPLE, NONE);
    judge(&x);
    CU_ASSERT_EQUAL(x.sheet.verdict->n_breaches, 0);
    CU_ASSERT(strlen(page_html(x.arena, &x.sheet)) < 550 * PEOPLE * EACH);
    fixture_end(&x);
}

void page_suite(void)
{
    CU_pSuite s = CU_add_suite("page", NULL, NULL);
    CU_add_test(s, "the page is whole in both languages",
                the_page_is_whole_in_both_languages);
    CU_add_test(s, "the page needs nothing but itself",
                the_page_needs_nothing_but_itself);
    CU_add_test(s, "what is not served comes before verdict and days",
                what_is_not_served_comes_before_verdict_and_days);
    CU_add_test(s, "names are text and never marks",
                names_are_text_and_never_marks);
    CU_add_test(s, "a visit is drawn where it is in its day",
                a_visit_is_drawn_where_it_is_in_its_day);
    CU_add_test(s, "a night is drawn whole on the day it begins",
                a_night_is_drawn_whole_on_the_day_it_begins);
    CU_add_test(s, "a night is also drawn on the day it ends",
                a_night_is_also_drawn_on_the_day_it_ends);
    CU_add_test(s, "what overlaps is drawn on lines of its own",
                what_overlaps_is_drawn_on_lines_of_its_own);
    CU_add_test(s, "travel and hours off are seen and said",
                travel_and_hours_off_are_seen_and_said);
    CU_add_test(s, "what is changed is told and marked",
                what_is_changed_is_told_and_marked);
    CU_add_test(s, "before anything is handed out nothing is changed",
                before_anything_is_handed_out_nothing_is_changed);
    CU_add_test(s, "the hours of the day of the clock change are its own",
                the_hours_of_the_day_of_the_clock_change_are_its_own);
    CU_add_test(s, "every breach is told", every_breach_is_told);
    CU_add_test(s, "a week of many visits stays small",
                a_week_of_many_visits_stays_small);
}
