/* Writes the own weeks that the other judges here look at: run FOLDER writes
 * FOLDER/{sv,en}/NAME.html and NAME.txt. */
#include "unit/own_fixture.h"

#include "base/file.h"

static struct own_fixture made;

/* ---- weeks --------------------------------------------------------------- */

static void empty(void)
{
    own_begin(&made, PERSON_CLIENT, 2026, 48, -DAY);
}

static void one(void)
{
    own_begin(&made, PERSON_CLIENT, 2026, 48, -DAY);
    own_add(&made, "Simning", 1, 13 * HOUR, 15 * HOUR + 30)->facts.at_home = true;
    made.own.previous = "2026-W47.html";
    made.own.next = "2026-W49.html";
    made.settings.email = "ledsagning@example.org";
    made.settings.url = "https://kalender.example.org/";
    made.settings.statement = "https://example.org/tillganglighet";
    made.own.feed = "kim.ics";
}

/* Every kind of fact, also of what is over, goes on over night or ends elsewhere. */
static void full(void)
{
    static const char *const TWO[] = {"Anna", "Bo"}, *const TWO_IDS[] = {"anna", "bo"};
    own_begin(&made, PERSON_CLIENT, 2026, 48, DAY + 16 * HOUR);
    own_add(&made, "Fika", 0, 10 * HOUR, 11 * HOUR);
    own_add(&made, "Simning", 1, 13 * HOUR, 15 * HOUR);
    struct appointment *choir = own_add(&made, "Kör & kaffe i Folkets hus", 2, 18 * HOUR,
                                        19 * HOUR + 30);
    choir->facts.n_names = 2;
    choir->facts.names = TWO;
    choir->facts.ids = TWO_IDS;
    choir->facts.company = COMPANY_GROUP;
    own_add(&made, "Vårdcentralen", 3, 9 * HOUR + 5, 10 * HOUR)->facts.end_place =
        "Järnvägsstationen";
    own_add(&made, "Dans", 3, 22 * HOUR, 25 * HOUR + 30)->facts.company = COMPANY_SHARED;
    own_add(&made, "Bio", 5, 20 * HOUR, 24 * HOUR);
    own_add(&made,
            "En mycket lång promenad runt sjön med matsäck, kikare och en paus vid "
            "fågeltornet om vädret är bra",
            6, 11 * HOUR, 14 * HOUR)
        ->facts.place = "Naturreservatet Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau"
                        "unterbeamtengesellschaft";
    made.own.previous = "2026-W47.html";
}

static void cancelled(void)
{
    own_begin(&made, PERSON_CLIENT, 2026, 48, -DAY);
    own_add(&made, "Simning", 1, 13 * HOUR, 15 * HOUR)->cancelled = true;
    own_add(&made, "Bio", 3, 18 * HOUR, 21 * HOUR);
}

static void moved(void)
{
    static const char *const BO[] = {"Bo"}, *const BO_ID[] = {"bo"};
    own_begin(&made, PERSON_CLIENT, 2026, 48, -DAY);
    struct appointment *swim = own_add(&made, "Simning", 1, 13 * HOUR, 15 * HOUR);
    swim->moved = true;
    swim->before = swim->facts;
    swim->before.start_utc = own_utc(&made, 0, 10 * HOUR);
    swim->before.end_utc = own_utc(&made, 0, 12 * HOUR);
    swim->before.names = BO;
    swim->before.ids = BO_ID;
    swim->before.place = "Biblioteket";
    struct appointment *walk = own_add(&made, "Promenad", 4, 13 * HOUR, 14 * HOUR + 30);
    walk->moved = true;
    walk->before = walk->facts;
    walk->before.start_utc = own_utc(&made, 4, 12 * HOUR);
    walk->before.at_home = true;
    walk->before.place = "Åvägen 1";
}

static void autumn(void)
{
    own_begin(&made, PERSON_CLIENT, 2026, 43, -DAY);
    own_add(&made, "Nattvandring", 5, 22 * HOUR, 31 * HOUR);
    own_add(&made, "Stjärnor", 6, 2 * HOUR + 30, 3 * HOUR + 30)->facts.end_utc =
        own_utc(&made, 6, 2 * HOUR + 30) + 3600;
    own_add(&made, "Kyrkan", 6, 11 * HOUR, 12 * HOUR);
}

static void spring(void)
{
    own_begin(&made, PERSON_CLIENT, 2027, 12, -DAY);
    own_add(&made, "Påskvaka", 6, HOUR + 30, 3 * HOUR + 30);
    own_add(&made, "Kyrkan", 6, 11 * HOUR, 12 * HOUR);
}

static const char PICTURE[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><rect width=\"8\" "
    "height=\"8\" fill=\"#9cf\"/><circle cx=\"4\" cy=\"3\" r=\"1.6\" fill=\"#630\"/>"
    "<path d=\"M1 8a3 3 0 0 1 6 0z\" fill=\"#063\"/></svg>";
static const char *pictures_folder;

static void pictures(void)
{
    moved();
    struct faults f = {0};
    CU_ASSERT_EQUAL_FATAL(STATUS_OK, file_write(arena_print(made.x.arena, "%s/anna.svg", pictures_folder), PICTURE,
                         strlen(PICTURE), &f));
    made.settings.pictures = pictures_folder;
    made.settings.picture_credit = "Bilderna har kontoret gjort.";
    made.escorts[made.x.anna].picture = "anna.svg";
}

static void escort(void)
{
    static const char *const TWO[] = {"Kim", "Eva"}, *const TWO_IDS[] = {"kim", "eva"};
    static const char *const BO[] = {"Bo"};
    own_begin(&made, PERSON_ESCORT, 2026, 48, -DAY);
    struct appointment *swim = own_add(&made, "Simning", 1, 9 * HOUR, 11 * HOUR);
    swim->facts.at_home = true;
    swim->facts.place = "";
    struct appointment *choir = own_add(&made, "Kör", 1, 13 * HOUR, 15 * HOUR + 30);
    choir->facts.n_names = choir->facts.n_beside = 2;
    choir->facts.names = TWO;
    choir->facts.ids = TWO_IDS;
    choir->facts.n_beside = 1;
    choir->facts.beside = BO;
    choir->facts.company = COMPANY_GROUP;
    own_add(&made, "Bio", 3, 18 * HOUR, 21 * HOUR)->cancelled = true;
    struct appointment *walk = own_add(&made, "Promenad", 4, 13 * HOUR, 14 * HOUR + 30);
    walk->facts.at_home = walk->moved = true;
    walk->facts.place = "Åvägen 1";
    walk->before = walk->facts;
    walk->before.n_names = 2;
    walk->before.names = TWO;
    walk->before.ids = TWO_IDS;
    walk->before.n_beside = 1;
    walk->before.beside = BO;
    own_add(&made, "Dans", 6, 22 * HOUR, 25 * HOUR);
}

static void escort_empty(void)
{
    own_begin(&made, PERSON_ESCORT, 2026, 48, -DAY);
}

static void escort_autumn(void)
{
    own_begin(&made, PERSON_ESCORT, 2026, 43, -DAY);
    own_add(&made, "Nattvandring", 5, 22 * HOUR, 31 * HOUR);
}

static const struct {
    const char *name;
    void (*make)(void);
} WEEKS[] = {
    {"empty", empty},   {"one", one},         {"full", full},
    {"cancelled", cancelled}, {"moved", moved}, {"autumn", autumn},
    {"spring", spring}, {"pictures", pictures}, {"escort", escort},
    {"escort-empty", escort_empty}, {"escort-autumn", escort_autumn},
};

/* ---- files --------------------------------------------------------------- */

static void put(const char *folder, const char *name, const char *suffix, const char *text)
{
    struct faults f = {0};
    CU_ASSERT_EQUAL_FATAL(STATUS_OK, file_write(arena_print(made.x.arena, "%s/%s.%s", folder, name, suffix), text,
                         strlen(text), &f));
}

static void write_all(const char *to, const char *language)
{
    char folder[4096];
    struct faults f = {0};
    snprintf(folder, sizeof folder, "%s/%s", to, language);
    CU_ASSERT_EQUAL_FATAL(STATUS_OK, folder_make(folder, &f));
    speak(language);
    for (size_t i = 0; i < sizeof WEEKS / sizeof *WEEKS; i++) {
        WEEKS[i].make();
        put(folder, WEEKS[i].name, "html", own_week_html(made.x.arena, &made.own));
        put(folder, WEEKS[i].name, "txt", own_week_text(made.x.arena, &made.own));
        own_end_of(&made);
    }
    empty();
    put(folder, "closed", "html", own_week_closed_html(made.x.arena, &made.own));
    own_end_of(&made);
}

/* CUnit stands by for the fixtures, whose checks need a running test. */
static const char *folder_asked;
static void write_pages(void)
{
    pictures_folder = folder_asked;
    write_all(folder_asked, "sv");
    write_all(folder_asked, "en");
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    folder_asked = argv[1];
    CU_initialize_registry();
    CU_ADD_TEST(CU_add_suite("pages", NULL, NULL), write_pages);
    CU_set_error_action(CUEA_FAIL);
    CU_run_all_tests();
    int failures = (int)CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures > 0;
}
