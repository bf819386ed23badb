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
    return strcmp(name, "meta") == 0;
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
        CU_ASSERT_EQUAL(count(html, "<h2"), 10);
        expect_well_formed(html);
        fixture_end(&x);
    }
}

static void the_page_needs_nothing_but_itself(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT(!has(html, "<script") && !has(html, " style=") &&
              !has(html, "//") && !has(html, "@import") && !has(html, "url("));
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
    CU_ASSERT(!has(html, "<script") && !has(html, "<b>") && !has(html, "<i>"));
    CU_ASSERT(has(html, "Kim &quot;K&quot; &amp; &lt;b&gt;Co&lt;/b&gt;<"));
    CU_ASSERT(has(html, "&lt;/td&gt;&lt;script&gt;alert(&#39;a&#39;)"));
    expect_well_formed(html);
    fixture_end(&x);
}

static void a_night_is_drawn_on_both_its_days(void)
{
    speak("en");
    struct fixture x = four_visits();
    const char *html = page_html(x.arena, &x.sheet);
    CU_ASSERT_EQUAL(count(html, "<rect x=\"1320\" width=\"120\""), 1);
    CU_ASSERT_EQUAL(count(html, "<rect x=\"0\" width=\"60\""), 1);
    CU_ASSERT_EQUAL(count(html, "22:00–01:00 Dans, Kim Åström"), 2);
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
    CU_ASSERT(strlen(page_html(x.arena, &x.sheet)) < 600 * PEOPLE * EACH);
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
    CU_add_test(s, "a night is drawn on both its days",
                a_night_is_drawn_on_both_its_days);
    CU_add_test(s, "every breach is told", every_breach_is_told);
    CU_add_test(s, "a week of many visits stays small",
                a_week_of_many_visits_stays_small);
}
