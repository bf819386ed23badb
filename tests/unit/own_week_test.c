#include "own_fixture.h"

#include "adapters/calendar/picture.h"
#include "base/file.h"

static struct own_fixture o;
static const char *html, *text;

static void begin(enum person_kind kind, const char *language, int now)
{
    speak(language);
    own_begin(&o, kind, 2026, 48, now);
}

static void write_both(void)
{
    html = own_week_html(o.x.arena, &o.own);
    text = own_week_text(o.x.arena, &o.own);
}

static void end(void)
{
    own_end_of(&o);
}

static bool page_has(const char *part)
{
    return strstr(html, part) != NULL;
}

static bool text_has(const char *part)
{
    return strstr(text, part) != NULL;
}

static int count(const char *in, const char *part)
{
    int n = 0;
    for (; (in = strstr(in, part)); in += strlen(part))
        n++;
    return n;
}

/* What a text says of a day, up to the next. */
static const char *day_of(const char *from, const char *to)
{
    const char *at = strstr(text, from), *stop = at ? strstr(at, to) : NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(stop);
    return arena_print(o.x.arena, "%.*s", (int)(stop - at), at);
}

/* ---- what comes first ---------------------------------------------------- */

static void an_empty_week_has_seven_days_and_says_so(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    write_both();
    CU_ASSERT_EQUAL(count(html, "<h2>"), 7);
    CU_ASSERT_EQUAL(count(html, "Ingen ledsagning."), 7);
    CU_ASSERT_EQUAL(count(text, "Ingen ledsagning."), 7);
    CU_ASSERT(text_has("Du har ingen ledsagning den här veckan.\n"
                       "Inget mer är planerat än.\n"));
    CU_ASSERT(page_has("<html lang=\"sv\">"));
    CU_ASSERT(page_has("<title>Min vecka. Vecka 48. Måndag 23 november till söndag 29 november "
                       "2026.</title>"));
    end();
}

static void the_next_visit_is_told_with_day_time_and_person(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    own_add(&o, "Simning", 1, 13 * HOUR, 15 * HOUR);
    own_add(&o, "Bio", 3, 18 * HOUR, 21 * HOUR);
    write_both();
    CU_ASSERT(text_has("Du har ledsagning 2 gånger den här veckan.\n"
                       "Nästa: tisdag 24 november klockan 13.\nSimning.\nAnna kommer.\n"));
    CU_ASSERT(page_has("Nästa: <time datetime=\"2026-11-24T13:00+01:00\">tisdag 24 november "
                       "klockan 13</time>."));
    CU_ASSERT_FALSE(page_has("I dag"));
    end();
}

static void the_next_visit_is_neither_over_nor_cancelled_and_may_be_of_another_week(void)
{
    begin(PERSON_CLIENT, "sv", 2 * DAY);
    own_add(&o, "Simning", 1, 13 * HOUR, 15 * HOUR);
    own_add(&o, "Bio", 3, 18 * HOUR, 21 * HOUR)->cancelled = true;
    own_add(&o, "Dans", 9, 18 * HOUR, 21 * HOUR);
    write_both();
    CU_ASSERT(text_has("Du har ledsagning 1 gång den här veckan.\n1 gång är inställd.\n"
                       "Nästa: onsdag 2 december klockan 18.\nDans.\n"));
    CU_ASSERT_EQUAL(count(html, "<h3>"), 2);
    end();
}

/* ---- visits -------------------------------------------------------------- */

static void a_visit_says_what_when_who_and_where(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    own_add(&o, "Simning", 1, 13 * HOUR, 15 * HOUR + 30)->facts.end_place = "Stationen";
    write_both();
    CU_ASSERT_STRING_EQUAL(day_of("Tisdag", "Onsdag"),
                           "Tisdag 24 november\nSimning\nKlockan 13 till klockan 15:30.\n"
                           "Anna kommer.\nNi möts: Simhallen.\nDet slutar: Stationen.\n\n");
    CU_ASSERT(page_has("<h3>Simning</h3>\n<p class=\"when\">"
                       "<time datetime=\"2026-11-24T13:00+01:00\">Klockan 13</time> till "
                       "<time datetime=\"2026-11-24T15:30+01:00\">klockan 15:30</time>.</p>"));
    end();
}

static void a_client_hears_that_others_are_there_but_not_who(void)
{
    begin(PERSON_CLIENT, "en", -DAY);
    own_add(&o, "Choir", 1, 13 * HOUR, 15 * HOUR)->facts.company = COMPANY_GROUP;
    own_add(&o, "Shop", 2, 13 * HOUR, 15 * HOUR)->facts.company = COMPANY_SHARED;
    write_both();
    CU_ASSERT(text_has("You do this in a group.\n"));
    CU_ASSERT(text_has("You share the escort with somebody else.\n"));
    CU_ASSERT_FALSE(page_has("Eva"));
    end();
}

static void homes_are_told_as_homes(void)
{
    begin(PERSON_CLIENT, "en", -DAY);
    struct appointment *x = own_add(&o, "Walk", 1, 13 * HOUR, 15 * HOUR);
    x->facts.at_home = true;
    x->facts.place = "Åvägen 1";
    write_both();
    CU_ASSERT(text_has("You meet at your home.\n"));
    CU_ASSERT_FALSE(text_has("Åvägen"));
    end();
    begin(PERSON_ESCORT, "en", -DAY);
    x = own_add(&o, "Walk", 1, 13 * HOUR, 15 * HOUR);
    x->facts.at_home = true;
    x->facts.place = "";
    struct appointment *y = own_add(&o, "Swim", 2, 13 * HOUR, 15 * HOUR);
    y->facts.end_at_home = true;
    write_both();
    CU_ASSERT(text_has("You meet at the home of Kim.\n"));
    CU_ASSERT(text_has("It ends at the home of Kim.\n"));
    CU_ASSERT_FALSE(text_has("The address"));
    x->facts.place = "Åvägen 1";
    write_both();
    CU_ASSERT(text_has("The address is Åvägen 1.\n"));
    end();
}

static void what_is_cancelled_says_so_before_all_else(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    own_add(&o, "Simning", 1, 13 * HOUR, 15 * HOUR)->cancelled = true;
    write_both();
    CU_ASSERT_STRING_EQUAL(day_of("Tisdag", "Onsdag"),
                           "Tisdag 24 november\nInställt. Simning\nDet blir inte av.\n"
                           "Tiden var klockan 13 till klockan 15.\nDet var med Anna.\n\n");
    CU_ASSERT_FALSE(text_has("kommer"));
    CU_ASSERT(text_has("1 gång är inställd.\nInget mer är planerat än.\n"));
    end();
}

static void a_change_says_what_it_was_before_and_is_told_on_both_days(void)
{
    static const char *const BO[] = {"Bo"}, *const BO_ID[] = {"bo"};
    begin(PERSON_CLIENT, "sv", -DAY);
    struct appointment *x = own_add(&o, "Simning", 1, 13 * HOUR, 15 * HOUR);
    x->moved = true;
    x->before = x->facts;
    x->before.start_utc = own_utc(&o, 0, 10 * HOUR);
    x->before.end_utc = own_utc(&o, 0, 12 * HOUR);
    x->before.names = BO;
    x->before.ids = BO_ID;
    x->before.at_home = true;
    write_both();
    CU_ASSERT(text_has("1 gång är ändrad.\n"));
    CU_ASSERT(strstr(day_of("Måndag 23 november\n", "Tisdag"),
                     "Simning har fått en ny tid: tisdag 24 november klockan\n13.\n"
                     "Ingen ledsagning.\n") != NULL);
    CU_ASSERT(strstr(day_of("Tisdag", "Onsdag"),
                     "Ändrat. Simning\nNy tid. Förut: måndag 23 november klockan 10 till\n"
                     "klockan 12.\nNy ledsagare. Förut: Bo.\nNy plats. Förut: hemma hos dig.\n"
                     "Klockan 13 till klockan 15.\n") != NULL);
    end();
}

static void what_is_as_it_was_is_not_told_as_new(void)
{
    static const char *const TWO[] = {"Anna", "Bo"}, *const TWO_IDS[] = {"anna", "bo"};
    static const char *const SAME[] = {"Bo", "Anna"}, *const SAME_IDS[] = {"bo", "anna"};
    begin(PERSON_CLIENT, "en", -DAY);
    struct appointment *x = own_add(&o, "Swim", 1, 13 * HOUR, 15 * HOUR);
    x->moved = true;
    x->facts.n_names = 2;
    x->facts.names = TWO;
    x->facts.ids = TWO_IDS;
    x->before = x->facts;
    x->before.names = SAME;
    x->before.ids = SAME_IDS;
    x->before.end_utc -= 1800;
    write_both();
    CU_ASSERT(text_has("New time. Before: 13:00 to 14:30.\n"));
    CU_ASSERT_EQUAL(count(text, "Before:"), 1);
    end();
}

static void what_is_over_is_told_as_over(void)
{
    begin(PERSON_CLIENT, "sv", DAY + 15 * HOUR);
    own_add(&o, "Simning", 1, 13 * HOUR, 15 * HOUR)->moved = true;
    write_both();
    CU_ASSERT_STRING_EQUAL(day_of("Tisdag", "Onsdag"),
                           "Tisdag 24 november\nSimning\nDet här har varit.\n"
                           "Klockan 13 till klockan 15.\nDet var med Anna.\n\n");
    end();
}

static void what_goes_on_over_night_is_told_on_the_day_it_ends(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    own_add(&o, "Dans", -1, 22 * HOUR, 25 * HOUR);
    own_add(&o, "Fest", 3, 22 * HOUR, 24 * HOUR);
    write_both();
    CU_ASSERT(text_has("Måndag 23 november\nDans från söndag 22 november slutar klockan 1.\n\n"));
    CU_ASSERT(text_has("Fredag 27 november\nIngen ledsagning.\n"));
    CU_ASSERT(text_has("Du har ledsagning 1 gång den här veckan.\n"));
    end();
}

static void a_night_in_which_the_clocks_change_is_announced(void)
{
    speak("sv");
    own_begin(&o, PERSON_CLIENT, 2026, 43, -DAY);
    own_add(&o, "Stjärnor", 6, 2 * HOUR + 30, 3 * HOUR);
    write_both();
    CU_ASSERT(text_has("Söndag 25 oktober\nKlockan ställs tillbaka natten till söndag.\n"));
    CU_ASSERT(text_has("Klockan 02:30 (sommartid) till klockan 3.\n"));
    CU_ASSERT(page_has("<time datetime=\"2026-10-25T02:30+02:00\">Klockan 02:30 (sommartid)"));
    end();
    own_begin(&o, PERSON_CLIENT, 2027, 12, -DAY);
    write_both();
    CU_ASSERT(text_has("Klockan ställs fram natten till söndag.\n"));
    end();
}

static void an_escort_hears_of_clients_colleagues_and_hours(void)
{
    static const char *const BO[] = {"Bo"};
    begin(PERSON_ESCORT, "sv", -DAY);
    own_add(&o, "Simning", 1, 9 * HOUR, 11 * HOUR);
    struct appointment *x = own_add(&o, "Kör", 1, 13 * HOUR, 15 * HOUR + 30);
    x->facts.n_beside = 1;
    x->facts.beside = BO;
    own_add(&o, "Bio", 1, 18 * HOUR, 20 * HOUR)->cancelled = true;
    write_both();
    CU_ASSERT(text_has("Du har 2 uppdrag den här veckan.\nTillsammans 4 timmar och 30 minuter.\n"));
    CU_ASSERT(text_has("Du börjar klockan 9 och slutar klockan 15:30.\n"));
    CU_ASSERT(text_has("Du träffar Kim.\n"));
    CU_ASSERT(text_has("Bo är också där.\n"));
    CU_ASSERT(text_has("Inga uppdrag.\n"));
    end();
}

/* ---- the page ------------------------------------------------------------ */

static void words_of_people_cannot_become_markup(void)
{
    begin(PERSON_CLIENT, "en", -DAY);
    own_add(&o, "<script>alert(1)</script> & \"more\"", 1, 13 * HOUR, 15 * HOUR)->facts.place =
        "</p><a href='x'>";
    write_both();
    CU_ASSERT_FALSE(page_has("<script"));
    CU_ASSERT_FALSE(page_has("<a href='x'"));
    CU_ASSERT(page_has("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"));
    end();
}

static void help_and_calendar_are_links(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    o.settings.email = "kontoret@example.org";
    o.settings.url = "https://example.org/kal/";
    o.own.feed = "abc.ics";
    o.own.previous = "v47.html";
    write_both();
    CU_ASSERT(page_has("Ring <a href=\"tel:0123456789\">"));
    CU_ASSERT(page_has("<a href=\"mailto:kontoret@example.org\">kontoret@example.org</a>"));
    CU_ASSERT(page_has("<a href=\"webcal://example.org/kal/abc.ics\">"));
    CU_ASSERT(page_has("<a href=\"abc.ics\">"));
    CU_ASSERT(page_has("<a href=\"v47.html\" rel=\"prev\">Förra veckan</a>"));
    CU_ASSERT(page_has("<span>Nästa vecka finns inte här än.</span>"));
    CU_ASSERT(text_has("Har du frågor? Ring 0123-45 67 89.\n"
                       "Eller skriv till kontoret@example.org.\n"));
    CU_ASSERT_FALSE(text_has("kalender"));
    o.settings.url = NULL;
    write_both();
    CU_ASSERT_FALSE(page_has("webcal:"));
    end();
}

static void a_protected_name_is_not_on_the_page(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    write_both();
    CU_ASSERT(text_has("Sidan är till Kim.\n"));
    o.diary.name = o.diary.id;
    write_both();
    CU_ASSERT_FALSE(text_has("Sidan är till"));
    end();
}

static void the_page_says_when_it_was_made_by_the_clock_of_that_day(void)
{
    begin(PERSON_CLIENT, "sv", -60 * DAY); /* before the clocks went back */
    write_both();
    CU_ASSERT(text_has("Sidan gjordes torsdag 24 september klockan 1.\n"));
    end();
}

static const char PICTURE[] = "\x89PNG\r\n\x1a\n-";

static void a_picture_stands_in_the_page_once(void)
{
    struct faults f = {0};
    char folder[] = "/tmp/ledsaga-own-XXXXXX";
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    begin(PERSON_CLIENT, "en", -DAY);
    const char *path = arena_print(o.x.arena, "%s/a.png", folder);
    CU_ASSERT_EQUAL_FATAL(file_write(path, PICTURE, sizeof PICTURE - 1, &f), STATUS_OK);
    own_add(&o, "Swim", 1, 13 * HOUR, 15 * HOUR);
    own_add(&o, "Film", 2, 13 * HOUR, 15 * HOUR);
    o.settings.pictures = folder;
    o.settings.picture_credit = "Drawn by the office.";
    o.escorts[o.x.anna].picture = "a.png";
    write_both();
    CU_ASSERT_EQUAL(count(html, "data:image/png;base64,iVBORw0KGgot\""), 1);
    CU_ASSERT_EQUAL(count(html, "<use href=\"#picture-1\"/>"), 2);
    CU_ASSERT(page_has("<p>Drawn by the office.</p>"));
    CU_ASSERT_EQUAL(pictures_check(o.x.arena, &o.settings, o.x.problem, &f), STATUS_OK);
    o.escorts[o.x.anna].picture = "b.png";
    write_both();
    CU_ASSERT_FALSE(page_has("data:"));
    CU_ASSERT_FALSE(page_has("Drawn"));
    CU_ASSERT_NOT_EQUAL(pictures_check(o.x.arena, &o.settings, o.x.problem, &f), STATUS_OK);
    unlink(path);
    rmdir(folder);
    end();
}

/* The page's own week knows the clocks of some weeks to either side. */
static void the_next_visit_is_told_by_its_own_clocks(void)
{
    own_begin(&o, PERSON_CLIENT, 2027, 9, 6 * DAY);
    speak("en");
    struct appointment *far = own_add(&o, "Choir", 1, 13 * HOUR, 15 * HOUR);
    int64_t days = 86400 * 28; /* to 30 March, with the clocks put forward on the 28th */
    far->facts.start_utc += days - 3600;
    far->facts.end_utc += days - 3600;
    html = own_week_html(o.x.arena, &o.own);
    CU_ASSERT(page_has("Tuesday 30 March at 13"));
    CU_ASSERT(page_has("2027-03-30T13:00+02:00"));
    end();
}

static void a_closed_page_tells_of_nobody(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    own_add(&o, "Simning", 1, 13 * HOUR, 15 * HOUR);
    html = own_week_closed_html(o.x.arena, &o.own);
    CU_ASSERT(page_has("<h1>Sidan är avslutad</h1>"));
    CU_ASSERT(page_has("tel:0123456789"));
    CU_ASSERT_FALSE(page_has("Kim"));
    CU_ASSERT_FALSE(page_has("Simning"));
    end();
}

/* ---- the text ------------------------------------------------------------ */

static void a_line_of_text_has_at_most_55_characters(void)
{
    begin(PERSON_CLIENT, "sv", -DAY);
    own_add(&o,
            "ååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå och så en lång "
            "promenad runt sjön med matsäck och kikare",
            1, 13 * HOUR, 15 * HOUR);
    write_both();
    for (const char *line = text; *line; line += strcspn(line, "\n") + 1) {
        int n = 0;
        for (const char *c = line; *c != '\n'; c++)
            n += ((unsigned char)*c & 0xc0) != 0x80;
        CU_ASSERT(n <= 55);
    }
    CU_ASSERT(count(text, "å") > 120);
    end();
}

void own_week_suite(void)
{
    CU_pSuite s = CU_add_suite("own week", NULL, NULL);
    CU_ADD_TEST(s, an_empty_week_has_seven_days_and_says_so);
    CU_ADD_TEST(s, the_next_visit_is_told_by_its_own_clocks);
    CU_ADD_TEST(s, the_next_visit_is_told_with_day_time_and_person);
    CU_ADD_TEST(s, the_next_visit_is_neither_over_nor_cancelled_and_may_be_of_another_week);
    CU_ADD_TEST(s, a_visit_says_what_when_who_and_where);
    CU_ADD_TEST(s, a_client_hears_that_others_are_there_but_not_who);
    CU_ADD_TEST(s, homes_are_told_as_homes);
    CU_ADD_TEST(s, what_is_cancelled_says_so_before_all_else);
    CU_ADD_TEST(s, a_change_says_what_it_was_before_and_is_told_on_both_days);
    CU_ADD_TEST(s, what_is_as_it_was_is_not_told_as_new);
    CU_ADD_TEST(s, what_is_over_is_told_as_over);
    CU_ADD_TEST(s, what_goes_on_over_night_is_told_on_the_day_it_ends);
    CU_ADD_TEST(s, a_night_in_which_the_clocks_change_is_announced);
    CU_ADD_TEST(s, an_escort_hears_of_clients_colleagues_and_hours);
    CU_ADD_TEST(s, words_of_people_cannot_become_markup);
    CU_ADD_TEST(s, help_and_calendar_are_links);
    CU_ADD_TEST(s, a_protected_name_is_not_on_the_page);
    CU_ADD_TEST(s, the_page_says_when_it_was_made_by_the_clock_of_that_day);
    CU_ADD_TEST(s, a_picture_stands_in_the_page_once);
    CU_ADD_TEST(s, a_closed_page_tells_of_nobody);
    CU_ADD_TEST(s, a_line_of_text_has_at_most_55_characters);
}
