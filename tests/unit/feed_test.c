#include "adapters/calendar/feed_zone.h"
#include "base/zone.h"
#include "feed_fixture.h"

#include <jansson.h>

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

/* ---- a strict reader of our own calendars ------------------------------ */

static bool continues_character(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* CR LF after every line, no line over 75 octets or empty, no other control
 * character, no character cut in two. */
static void expect_sound_lines(const char *ics)
{
    CU_ASSERT(has(ics, "END:VCALENDAR\r\n"));
    while (*ics) {
        size_t length = strcspn(ics, "\r\n");
        CU_ASSERT(length > 0 && length <= 75);
        CU_ASSERT(!continues_character(ics[ics[0] == ' ' ? 1 : 0]));
        for (size_t i = 0; i < length; i++)
            CU_ASSERT((unsigned char)ics[i] >= 0x20 && ics[i] != 0x7f);
        CU_ASSERT_FATAL(ics[length] == '\r' && ics[length + 1] == '\n');
        ics += length + 2;
    }
}

static const char *unfolded(struct arena *a, const char *ics)
{
    struct text t = text_new(a);
    for (; *ics; ics++)
        if (strncmp(ics, "\r\n ", 3) == 0)
            ics += 2;
        else
            text_add_bytes(&t, ics, 1);
    return text_done(&t);
}

/* The text of the n-th property of a name, unfolded and unescaped. */
static const char *read_text(struct arena *a, const char *ics,
                             const char *name, int n)
{
    struct text t = text_new(a);
    const char *at = unfolded(a, ics), *key = arena_print(a, "\r\n%s:", name);
    for (int i = 0; i <= n; i++) {
        at = strstr(at, key);
        CU_ASSERT_PTR_NOT_NULL_FATAL(at);
        at += strlen(key);
    }
    for (; *at != '\r'; at++)
        if (*at == '\\')
            text_add_bytes(&t, *++at == 'n' ? "\n" : at, 1);
        else
            text_add_bytes(&t, at, 1);
    return text_done(&t);
}

static const char *clients_calendar(struct fixture *x)
{
    const char *ics = own_feed(x, x->kim, NONE);
    expect_sound_lines(ics);
    return ics;
}

/* ---- words ------------------------------------------------------------- */

static void a_client_reads_who_comes_and_where_to_meet(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const char *ics = clients_calendar(&x);
    CU_ASSERT_EQUAL(count(ics, "BEGIN:VEVENT"), 2);
    CU_ASSERT(has(ics, "\r\nNAME:Min ledsagning\r\nX-WR-CALNAME:Min "
                       "ledsagning\r\n"));
    CU_ASSERT(has(ics, "\r\nSUMMARY:Simning med Anna\r\n"));
    CU_ASSERT(has(ics, "\r\nDTSTART;TZID=Europe/Stockholm:20261124T130000\r\n"
                       "DTEND;TZID=Europe/Stockholm:20261124T150000\r\n"));
    CU_ASSERT(has(ics, "\r\nLOCATION:Simhallen\r\n"));
    CU_ASSERT(has(ics, "\r\nDTSTAMP:20261115T090000Z\r\n"
                       "LAST-MODIFIED:20261115T090000Z\r\nSEQUENCE:0\r\n"));
    CU_ASSERT_STRING_EQUAL(read_text(x.arena, ics, "DESCRIPTION", 0),
                           "Ni möts: Simhallen.");
    fixture_end(&x);
}

static void an_escort_reads_whom_to_meet_and_who_else_comes(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const char *ics = own_feed(&x, NONE, x.anna);
    expect_sound_lines(ics);
    CU_ASSERT(has(ics, "\r\nSUMMARY:Simning med Kim\r\n"));
    CU_ASSERT(has(ics, "\r\nSUMMARY:Kör & kaffe med Eva\r\n"));
    CU_ASSERT_STRING_EQUAL(read_text(x.arena, ics, "DESCRIPTION", 1),
                           "Ni möts: Simhallen.\nÄven med: Bo.");
    const char *evas = own_feed(&x, x.eva, NONE);
    CU_ASSERT(has(evas, "\r\nSUMMARY:Kör & kaffe med Anna och Bo\r\n"));
    fixture_end(&x);
}

static void an_empty_week_has_one_day_that_says_so(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const char *ics = own_feed(&x, NONE, x.cilla);
    expect_sound_lines(ics);
    CU_ASSERT_EQUAL(count(ics, "BEGIN:VEVENT"), 1);
    CU_ASSERT(has(ics, "\r\nDTSTART;VALUE=DATE:20261123\r\n"
                       "DTEND;VALUE=DATE:20261124\r\n"
                       "SUMMARY:Ingen ledsagning är planerad\r\n"));
    CU_ASSERT(has(ics, "\r\nTRANSP:TRANSPARENT\r\n"));
    fixture_end(&x);
}

static void the_same_sheet_gives_the_same_bytes(void)
{
    speak("sv");
    struct fixture x = four_visits(), y = four_visits();
    CU_ASSERT_STRING_EQUAL(clients_calendar(&x), clients_calendar(&y));
    fixture_end(&x);
    fixture_end(&y);
}

/* ---- foreign text ------------------------------------------------------ */

static struct fixture one_visit(const char *client, const char *escort,
                                const char *activity)
{
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "a", escort, CONTRACTOR);
    x.kim = add_client(&x, "k", client);
    add_request(&x, "r", x.kim, activity, DAY, 60, 1, 0);
    freeze(&x);
    serve(&x, 0, x.anna, NONE);
    judge(&x);
    return x;
}

static void any_text_is_read_back_at_any_fold(void)
{
    static const char NASTY[] =
        "a,b;c\\d\\n\"e\"\n f: g=\r\nh\ti\x07j\x7fk åäö 🦐 ";
    static const char CLEAN[] = "a,b;c\\d\\n\"e\"\n f: g=\nhijk åäö 🦐 ";
    speak("en");
    for (int shift = 0; shift < 90; shift++) {
        char text[1000] = "", clean[1000] = "";
        for (int i = 0; i < shift; i++)
            strcat(text, "x");
        strcpy(clean, text);
        strcat(text, NASTY);
        strcat(clean, CLEAN);
        for (int i = 0; i < 300; i++) {
            strcat(text, i % 3 ? "å" : "z");
            strcat(clean, i % 3 ? "å" : "z");
        }
        struct fixture x = one_visit("Kim", "Anna", text);
        strcat(clean, " with Anna");
        CU_ASSERT_STRING_EQUAL(
            read_text(x.arena, clients_calendar(&x), "SUMMARY", 0), clean);
        fixture_end(&x);
    }
}

static void no_name_begins_a_line_of_the_calendar(void)
{
    static const char EVIL[] = "Eva\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nX-EVIL:1";
    speak("en");
    struct fixture x = one_visit(EVIL, EVIL, EVIL);
    x.roster->visits[0].uid = EVIL;
    for (int whose = 0; whose < 2; whose++) {
        const char *ics = own_feed(&x, whose ? x.kim : NONE,
                                   whose ? NONE : x.anna);
        expect_sound_lines(ics);
        CU_ASSERT_EQUAL(count(ics, "\r\nBEGIN:VEVENT"), 1);
        CU_ASSERT_EQUAL(count(ics, "\r\nX-EVIL"), 0);
        CU_ASSERT_EQUAL(count(ics, "\r\nUID:2026-W48-"), 1);
        CU_ASSERT_EQUAL(count(ics, "X-LIC"), 0);
    }
    fixture_end(&x);
}

static void two_visits_never_share_a_name(void)
{
    speak("en");
    struct fixture x = four_visits();
    x.roster->visits[0].uid = x.roster->visits[2].uid;
    const char *ics = clients_calendar(&x);
    CU_ASSERT_EQUAL(count(ics, x.roster->visits[2].uid), 1);
    CU_ASSERT_EQUAL(count(ics, "\r\nUID:"), 2);
    fixture_end(&x);
}

/* ---- changes of the clocks --------------------------------------------- */

/* Start and length on a day of a week, and the lines they become. */
struct night {
    int day, clock, minutes;
    const char *start, *end;
};

static void expect_nights(int iso_year, int iso_week, const char *zone,
                          const struct night *nights, int n)
{
    speak("sv");
    for (int i = 0; i < n; i++) {
        struct fixture x = fixture_begin(iso_year, iso_week, zone);
        x.anna = add_escort(&x, "a", "Anna", CONTRACTOR);
        x.kim = add_client(&x, "k", "Kim");
        add_request(&x, "r", x.kim, "Natt",
                    x.week.day_start[nights[i].day] + nights[i].clock,
                    nights[i].minutes, 1, 0);
        freeze(&x);
        serve(&x, 0, x.anna, NONE);
        judge(&x);
        const char *ics = clients_calendar(&x);
        CU_ASSERT(has(ics, arena_print(x.arena, "\r\nDTSTART%s\r\nDTEND%s\r\n",
                                       nights[i].start, nights[i].end)));
        fixture_end(&x);
    }
}

static void autumn_nights_are_in_utc_where_they_meet_the_change(void)
{
    static const struct night NIGHTS[] = {
        /* Saturday 22:00 to 07:00, ten hours */
        {5, 22 * HOUR, 600, ":20261024T200000Z", ":20261025T060000Z"},
        {6, 0, 90, ";TZID=Europe/Stockholm:20261025T000000",
         ";TZID=Europe/Stockholm:20261025T013000"},
        {6, 0, 120, ":20261024T220000Z", ":20261025T000000Z"},
        {6, 150, 60, ":20261025T003000Z", ":20261025T013000Z"},
        {6, 210, 30, ":20261025T013000Z", ":20261025T020000Z"},
        {6, 240, 60, ";TZID=Europe/Stockholm:20261025T030000",
         ";TZID=Europe/Stockholm:20261025T040000"},
        /* the whole day, 25 hours, as far as a visit may last */
        {6, 0, 1440, ":20261024T220000Z", ":20261025T220000Z"},
        {5, 600, 60, ";TZID=Europe/Stockholm:20261024T100000",
         ";TZID=Europe/Stockholm:20261024T110000"},
    };
    expect_nights(2026, 43, "Europe/Stockholm", NIGHTS,
                  sizeof NIGHTS / sizeof *NIGHTS);
}

static void spring_nights_are_in_utc_where_they_meet_the_change(void)
{
    static const struct night NIGHTS[] = {
        {5, 22 * HOUR, 480, ":20270327T210000Z", ":20270328T050000Z"},
        /* 01:30 to 03:30 on the clock, one hour */
        {6, 90, 60, ":20270328T003000Z", ":20270328T013000Z"},
        {6, 60, 60, ":20270328T000000Z", ":20270328T010000Z"},
        {6, 120, 60, ";TZID=Europe/Stockholm:20270328T030000",
         ";TZID=Europe/Stockholm:20270328T040000"},
        {6, 0, 90, ";TZID=Europe/Stockholm:20270328T000000",
         ";TZID=Europe/Stockholm:20270328T013000"},
    };
    expect_nights(2027, 12, "Europe/Stockholm", NIGHTS,
                  sizeof NIGHTS / sizeof *NIGHTS);
}

static void other_zones_are_told_in_utc(void)
{
    static const struct night NOON[] = {
        {0, 12 * HOUR, 60, ":20261123T100000Z", ":20261123T110000Z"}};
    expect_nights(2026, 48, "Europe/Helsinki", NOON, 1);
    struct fixture x = fixture_begin(2026, 48, "Europe/Helsinki");
    x.kim = add_client(&x, "k", "Kim");
    add_escort(&x, "a", "Anna", CONTRACTOR);
    freeze(&x);
    judge(&x);
    CU_ASSERT(!has(clients_calendar(&x), "VTIMEZONE"));
    fixture_end(&x);
}

/* The rule that the block tells and that we write by is what the system knows. */
static void the_zone_rule_is_what_the_system_knows(void)
{
    for (int year = 1997; year <= 2037; year++) {
        struct zone_shift shift[4];
        int64_t from = date_days(year, 1, 1) * 86400, to = date_days(year, 12, 31) * 86400;
        int n = zone_shifts(FEED_ZONE, from, to, shift, 4), at = 0;
        CU_ASSERT_EQUAL_FATAL(n, 3);
        for (int64_t utc = from; utc < to; utc += 1800) {
            while (at + 1 < n && utc >= shift[at + 1].from)
                at++;
            if (feed_zone_offset(utc) != shift[at].offset * 60)
                CU_FAIL_FATAL("the zone has another offset");
        }
        for (int64_t day = from / 86400; day < to / 86400; day++)
            if ((feed_zone_midnight(day) + feed_zone_offset(feed_zone_midnight(day))) % 86400)
                CU_FAIL_FATAL("midnight is at another clock time");
    }
}

/* ---- what was told ------------------------------------------------------ */

static void a_cancelled_visit_stays_until_the_day_after(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const struct told *first = tell(&x, NULL, NULL, x.sheet.made_utc, NULL);
    x.roster->visits[0] = (struct visit){0}; /* Kim's swimming, on Tuesday */
    const struct told *next = tell(&x, first, NULL, x.sheet.made_utc + 3600, NULL);
    int64_t tuesday = x.week.monday + 1;
    const char *ics = told_feed(&x, next, x.kim, NONE, tuesday + 1);
    expect_sound_lines(ics);
    CU_ASSERT_EQUAL(count(ics, "BEGIN:VEVENT"), 2);
    CU_ASSERT(has(ics, "\r\nLAST-MODIFIED:20261115T100000Z\r\nSEQUENCE:1\r\n"));
    CU_ASSERT(has(ics, "\r\nSUMMARY:Inställt: Simning med Anna\r\n"));
    CU_ASSERT(has(ics, "\r\nSTATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"));
    CU_ASSERT_EQUAL(count(told_feed(&x, next, x.kim, NONE, tuesday + 2), "BEGIN:VEVENT"), 1);
    CU_ASSERT_EQUAL(count(told_feed(&x, next, NONE, x.anna, tuesday + 2), "Inställt"), 0);
    fixture_end(&x);
}

static void what_is_over_stays_for_thirty_days(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const struct told *t = tell(&x, NULL, NULL, x.sheet.made_utc, NULL);
    int64_t tuesday = x.week.monday + 1;
    CU_ASSERT(has(told_feed(&x, t, x.kim, NONE, tuesday + 30), "Simning"));
    CU_ASSERT(!has(told_feed(&x, t, x.kim, NONE, tuesday + 31), "Simning"));
    /* A night that ends after midnight is of the day it ends on. */
    CU_ASSERT(has(told_feed(&x, t, x.kim, NONE, tuesday + 33), "Dans"));
    CU_ASSERT(has(told_feed(&x, t, x.kim, NONE, tuesday + 34), "Ingen ledsagning"));
    fixture_end(&x);
}

static void an_empty_calendar_changes_once_a_week(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const struct told *t = tell(&x, NULL, NULL, x.sheet.made_utc, NULL);
    int64_t monday = x.week.monday;
    const char *ics = told_feed(&x, t, NONE, x.cilla, monday);
    CU_ASSERT_STRING_EQUAL(told_feed(&x, t, NONE, x.cilla, monday + 6), ics);
    const char *next = told_feed(&x, t, NONE, x.cilla, monday + 7);
    CU_ASSERT(has(next, "\r\nDTSTART;VALUE=DATE:20261130\r\n"));
    const char *uid = strstr(ics, "\r\nUID:");
    CU_ASSERT(has(next, arena_print(x.arena, "%.*s\r\n", 6 + (int)strcspn(uid + 6, "\r"), uid)));
    int before = atoi(strstr(ics, "SEQUENCE:") + 9), after = atoi(strstr(next, "SEQUENCE:") + 9);
    CU_ASSERT_EQUAL(after, before + 1);
    fixture_end(&x);
}

static struct feed feed_of(struct diary *d, const struct fixture *x)
{
    return (struct feed){.diary = d, .on_day = x->week.monday, .zone = x->week.zone};
}

static void who_asks_for_it_is_reminded_of_what_takes_place(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const struct told *first = tell(&x, NULL, NULL, x.sheet.made_utc, NULL);
    x.roster->visits[0] = (struct visit){0};
    struct diary d = own_diary(&x, tell(&x, first, NULL, x.sheet.made_utc + 1, NULL), x.kim, NONE);
    struct feed f = feed_of(&d, &x);
    CU_ASSERT_EQUAL(count(feed_ics(x.arena, &f), "VALARM"), 0);
    f.alarm_minutes = 60;
    const char *ics = feed_ics(x.arena, &f);
    expect_sound_lines(ics);
    CU_ASSERT_EQUAL(count(ics, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Dans med Bo\r\n"
                               "TRIGGER:-PT60M\r\nEND:VALARM\r\nEND:VEVENT\r\n"),
                    1);
    CU_ASSERT_EQUAL(count(ics, "BEGIN:VALARM"), 1); /* not of the cancelled one */
    fixture_end(&x);
}

static void a_closed_calendar_says_just_that(void)
{
    speak("sv");
    struct fixture x = four_visits();
    struct diary d = own_diary(&x, tell(&x, NULL, NULL, x.sheet.made_utc, NULL), x.kim, NONE);
    struct feed f = feed_of(&d, &x);
    const char *ics = feed_closed_ics(x.arena, &f);
    expect_sound_lines(ics);
    CU_ASSERT_EQUAL(count(ics, "BEGIN:VEVENT"), 1);
    CU_ASSERT(has(ics, "\r\nDTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261124\r\n"
                       "SUMMARY:Kalendern är avslutad\r\n"));
    CU_ASSERT(has(ics, "\r\nTRANSP:TRANSPARENT\r\n") && !has(ics, "Simning"));
    fixture_end(&x);
}

static void each_event_is_an_object_of_its_own(void)
{
    speak("sv");
    struct fixture x = four_visits();
    struct diary d = own_diary(&x, tell(&x, NULL, NULL, x.sheet.made_utc, NULL), x.kim, NONE);
    struct feed f = feed_of(&d, &x);
    const struct feed_object *objects;
    const char *feed = feed_ics(x.arena, &f);
    CU_ASSERT_EQUAL_FATAL(feed_objects(x.arena, &f, &objects), 2);
    for (int i = 0; i < 2; i++) {
        expect_sound_lines(objects[i].bytes);
        CU_ASSERT_EQUAL(count(objects[i].bytes, "BEGIN:VEVENT"), 1);
        CU_ASSERT_EQUAL(count(objects[i].bytes, "BEGIN:VTIMEZONE"), 1);
        CU_ASSERT(has(objects[i].bytes, arena_print(x.arena, "\r\nUID:%s\r\n", objects[i].uid)));
        CU_ASSERT(!has(objects[i].bytes, "METHOD") && !has(objects[i].bytes, "NAME:Min"));
        const char *event = strstr(objects[i].bytes, "BEGIN:VEVENT");
        CU_ASSERT(has(feed, arena_print(x.arena, "%.*s", (int)(strstr(event, "END:VCAL") - event),
                                        event)));
    }
    d.n = 0;
    CU_ASSERT_EQUAL_FATAL(feed_objects(x.arena, &f, &objects), 1);
    CU_ASSERT(!has(objects[0].bytes, "VTIMEZONE")); /* a day needs none */
    fixture_end(&x);
}

static void jcal_says_the_same(void)
{
    speak("sv");
    struct fixture x = one_visit("Kim", "Anna", "a, \"b\" ; \\ å\n🦐");
    struct diary d = own_diary(&x, tell(&x, NULL, NULL, x.sheet.made_utc, NULL), x.kim, NONE);
    struct feed f = feed_of(&d, &x);
    json_t *calendar = json_loads(feed_jcal(x.arena, &f), JSON_REJECT_DUPLICATES, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(calendar);
    CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(calendar, 0)), "vcalendar");
    const json_t *parts = json_array_get(calendar, 2), *event = json_array_get(parts, 1);
    CU_ASSERT_EQUAL(json_array_size(parts), 2);
    const json_t *start = json_array_get(json_array_get(event, 1), 4);
    const json_t *title = json_array_get(json_array_get(event, 1), 6);
    CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(start, 0)), "dtstart");
    CU_ASSERT_STRING_EQUAL(
        json_string_value(json_object_get(json_array_get(start, 1), "tzid")), FEED_ZONE);
    CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(start, 2)), "date-time");
    CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(start, 3)), "2026-11-24T00:00:00");
    CU_ASSERT_STRING_EQUAL(json_string_value(json_array_get(title, 3)),
                           "a, \"b\" ; \\ å\n🦐 med Anna");
    json_decref(calendar);
    fixture_end(&x);
}

static void the_weeks_calendar_has_each_outing_once_with_everybody(void)
{
    speak("sv");
    struct fixture x = four_visits();
    const char *ics = week_ics(x.arena, &x.sheet);
    expect_sound_lines(ics);
    CU_ASSERT_EQUAL(count(ics, "BEGIN:VEVENT"), 3);
    CU_ASSERT(has(ics, "\r\nSUMMARY:Kör & kaffe: Eva <Öst> med Anna Berg och Bo Ek\r\n"));
    fixture_end(&x);
}

void feed_suite(void)
{
    CU_pSuite s = CU_add_suite("feed", NULL, NULL);
    CU_add_test(s, "a client reads who comes and where to meet",
                a_client_reads_who_comes_and_where_to_meet);
    CU_add_test(s, "an escort reads whom to meet and who else comes",
                an_escort_reads_whom_to_meet_and_who_else_comes);
    CU_add_test(s, "an empty week has one day that says so",
                an_empty_week_has_one_day_that_says_so);
    CU_add_test(s, "the same sheet gives the same bytes",
                the_same_sheet_gives_the_same_bytes);
    CU_add_test(s, "any text is read back at any fold",
                any_text_is_read_back_at_any_fold);
    CU_add_test(s, "no name begins a line of the calendar",
                no_name_begins_a_line_of_the_calendar);
    CU_add_test(s, "two visits never share a name",
                two_visits_never_share_a_name);
    CU_add_test(s, "autumn nights are in UTC where they meet the change",
                autumn_nights_are_in_utc_where_they_meet_the_change);
    CU_add_test(s, "spring nights are in UTC where they meet the change",
                spring_nights_are_in_utc_where_they_meet_the_change);
    CU_add_test(s, "other zones are told in UTC", other_zones_are_told_in_utc);
    CU_add_test(s, "the zone rule is what the system knows",
                the_zone_rule_is_what_the_system_knows);
    CU_add_test(s, "a cancelled visit stays until the day after",
                a_cancelled_visit_stays_until_the_day_after);
    CU_add_test(s, "what is over stays for thirty days", what_is_over_stays_for_thirty_days);
    CU_add_test(s, "an empty calendar changes once a week",
                an_empty_calendar_changes_once_a_week);
    CU_add_test(s, "who asks for it is reminded of what takes place",
                who_asks_for_it_is_reminded_of_what_takes_place);
    CU_add_test(s, "a closed calendar says just that", a_closed_calendar_says_just_that);
    CU_add_test(s, "each event is an object of its own", each_event_is_an_object_of_its_own);
    CU_add_test(s, "jCal says the same", jcal_says_the_same);
    CU_add_test(s, "the week's calendar has each outing once with everybody",
                the_weeks_calendar_has_each_outing_once_with_everybody);
}
