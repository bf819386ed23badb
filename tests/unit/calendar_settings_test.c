#include "feed_fixture.h"

#include "base/file.h"

static struct fixture two_people(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", CONTRACTOR);
    x.kim = add_client(&x, "kim", "Kim Åström");
    add_client(&x, "eva", "Eva Öst");
    freeze(&x);
    return x;
}

static enum status read_unit(struct fixture *x, const char *text,
                             const struct calendar_settings **out, struct faults *f)
{
    char dir[] = "/tmp/ledsaga-settings-XXXXXX";
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(dir));
    const char *path = arena_print(x->arena, "%s/unit.json", dir);
    CU_ASSERT_EQUAL_FATAL(file_write(path, text, strlen(text), f), STATUS_OK);
    enum status s = calendar_settings_read(x->arena, dir, x->problem, out, f);
    CU_ASSERT_EQUAL(system(arena_print(x->arena, "rm -r '%s'", dir)), 0);
    return s;
}

static void what_the_office_and_people_want_is_read(void)
{
    struct fixture x = two_people();
    const struct calendar_settings *s;
    struct faults f = {0};
    CU_ASSERT_EQUAL_FATAL(
        read_unit(&x,
                  "{\"calendar\": {\"language\": \"sv\", \"phone\": \"+46 (0)123-45 67 89\", "
                  "\"email\": \"office@example.org\", \"url\": \"https://example.org/led\", "
                  "\"pictures\": \"bilder\", \"picture_credit\": \"Drawn by nobody\", "
                  "\"statement\": \"https://example.org/a11y\", \"addresses\": true}, "
                  "\"clients\": [{\"id\": \"nobody\", \"calendar\": {}}, "
                  "{\"id\": \"kim\", \"calendar\": {\"language\": \"en\", \"alarm_minutes\": "
                  "60, \"short_name\": \"K\", \"picture\": \"kim.png\"}}], "
                  "\"escorts\": [{\"id\": \"anna\", \"x-note\": 1}]}",
                  &s, &f),
        STATUS_OK);
    CU_ASSERT_STRING_EQUAL(s->language, "sv");
    CU_ASSERT_STRING_EQUAL(s->phone, "+46 (0)123-45 67 89");
    CU_ASSERT_STRING_EQUAL(s->url, "https://example.org/led/");
    CU_ASSERT(s->addresses);
    CU_ASSERT_STRING_EQUAL(s->clients[x.kim].language, "en");
    CU_ASSERT_STRING_EQUAL(s->clients[x.kim].short_name, "K");
    CU_ASSERT_STRING_EQUAL(s->clients[x.kim].picture, "kim.png");
    CU_ASSERT_EQUAL(s->clients[x.kim].alarm_minutes, 60);
    CU_ASSERT(s->clients[1].language == NULL && s->escorts[x.anna].alarm_minutes == 0);
    fixture_end(&x);
}

static void what_is_not_said_is_nothing(void)
{
    struct fixture x = two_people();
    const struct calendar_settings *s;
    struct faults f = {0};
    CU_ASSERT_EQUAL_FATAL(read_unit(&x, "{}", &s, &f), STATUS_OK);
    CU_ASSERT(!s->language && !s->phone && !s->url && !s->pictures && !s->addresses);
    CU_ASSERT(!s->clients[0].short_name && !s->escorts[0].picture);
    fixture_end(&x);
}

static void what_is_wrong_is_told_with_its_place(void)
{
    static const char *const BAD[][2] = {
        {"{\"calendar\": {\"language\": \"de\"}}", "calendar.language"},
        {"{\"calendar\": {\"phone\": \"call me\"}}", "calendar.phone"},
        {"{\"calendar\": {\"phone\": \"()\"}}", "calendar.phone"},
        {"{\"calendar\": {\"email\": \"example.org\"}}", "calendar.email"},
        {"{\"calendar\": {\"email\": \"a@b\\r\\nX-EVIL:1\"}}", "calendar.email"},
        {"{\"calendar\": {\"url\": \"http://example.org/\"}}", "calendar.url"},
        {"{\"calendar\": {\"url\": \"https://e.org/\\r\\nX-EVIL:1\"}}", "calendar.url"},
        {"{\"calendar\": {\"url\": \"https://e.org/\\\"><script>\"}}", "calendar.url"},
        {"{\"calendar\": {\"colour\": \"red\"}}", "calendar.colour"},
        {"{\"clients\": [{\"id\": \"kim\", \"calendar\": {\"alarm_minutes\": 10081}}]}",
         "clients[0].calendar.alarm_minutes"},
        {"{\"clients\": [{\"id\": \"kim\", \"calendar\": {\"picture\": \"../kim.png\"}}]}",
         "clients[0].calendar.picture"},
        {"{\"escorts\": [{\"id\": \"anna\", \"calendar\": {\"short_name\": \"\"}}]}",
         "escorts[0].calendar.short_name"},
        {"{\"escorts\": [{\"id\": \"anna\", \"calendar\": []}]}", "escorts[0].calendar"},
    };
    struct fixture x = two_people();
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        const struct calendar_settings *s;
        struct faults f = {0};
        CU_ASSERT_EQUAL(read_unit(&x, BAD[i][0], &s, &f), STATUS_INPUT);
        CU_ASSERT_EQUAL(f.seen, 1);
        CU_ASSERT_STRING_EQUAL(f.list[0].place, BAD[i][1]);
    }
    fixture_end(&x);
}

void calendar_settings_suite(void)
{
    CU_pSuite s = CU_add_suite("calendar settings", NULL, NULL);
    CU_add_test(s, "what the office and people want is read",
                what_the_office_and_people_want_is_read);
    CU_add_test(s, "what is not said is nothing", what_is_not_said_is_nothing);
    CU_add_test(s, "what is wrong is told with its place",
                what_is_wrong_is_told_with_its_place);
}
