/* Invented workspaces, so that the program can be tried, taught and measured without
 * a living person's data. Towns and people first, then what they wish for, then
 * who knows whom, then week by week; unit.json last, for it names every table that
 * was drawn from, and a folder without it is not a workspace yet. */
#include "adapters/invent/invent.h"
#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

static enum status preset_choose(const char *name, const struct preset **out,
                                 struct arena *a, struct faults *f)
{
    struct text names = text_new(a);

    if ((*out = preset_find(name)))
        return STATUS_OK;
    for (int i = 0; PRESET_ROWS[i].name; i++)
        text_print(&names, "%s%s", i > 0 ? ", " : "", PRESET_ROWS[i].name);
    return faults_add(
        f, STATUS_USAGE, "", "",
        arena_print(a, _("Choose one of: %s."), text_done(&names)),
        _("There is no preset \"%s\"."), name);
}

/* Ages, decisions and the changes of the clocks are known for these years only. */
enum { FIRST_YEAR = 2000, LAST_YEAR = 2100 };

static enum status weeks_near(int iso_year, int iso_week, int weeks,
                              struct faults *f)
{
    int first = iso_year;

    week_step(&iso_year, &iso_week, weeks - 1);
    if (first >= FIRST_YEAR && iso_year <= LAST_YEAR)
        return STATUS_OK;
    return faults_add(f, STATUS_USAGE, "", "",
                      _("Choose weeks of the years 2000 to 2100."),
                      _("No week of the year %d can be invented."),
                      first < FIRST_YEAR ? first : iso_year);
}

static enum status folder_vacant(const char *dir, struct faults *f)
{
    DIR *folder = opendir(dir);
    struct dirent *entry;
    bool empty = true;

    if (!folder && errno == ENOENT)
        return STATUS_OK;
    if (folder) {
        while (empty && (entry = readdir(folder)))
            empty = strcmp(entry->d_name, ".") == 0 ||
                    strcmp(entry->d_name, "..") == 0;
        closedir(folder);
        if (empty)
            return STATUS_OK;
    }
    return faults_add(f, STATUS_EXISTS, dir, "",
                      _("Name a folder that does not exist yet, or empty this "
                        "one yourself."),
                      _("There is something here already."));
}

/* The unit's own chance: the same people whatever weeks are asked for, but ages and
 * decisions move with the first week. */
void unit_invent(struct invention *v)
{
    if (v->preset->hours == 0) {
        tiny_unit(v);
        return;
    }
    dealer_seed(&v->dealer, v->seed);
    districts_invent(v);
    venues_invent(v);
    escorts_invent(v);
    clients_invent(v);
    vetoes_invent(v);
    series_invent(v);
    groups_invent(v);
    bonds_invent(v);
}

static enum status weeks_save(struct invention *v, const char *dir,
                              struct faults *f)
{
    struct invented_week w = {.iso_year = v->first_year,
                              .iso_week = v->first_week,
                              .monday = v->monday};

    for (int i = 0; i < v->n_weeks; i++) {
        if (v->preset->hours == 0)
            tiny_week(v, &w);
        else
            week_invent(v, &w);
        TRY(week_save(v, &w, dir, f));
        w.n_outings = w.n_absences = 0;
        w.monday += DAYS;
        week_step(&w.iso_year, &w.iso_week, 1);
    }
    return STATUS_OK;
}

static enum status invent(struct arena *a, const char *dir, const char *preset,
                          uint64_t seed, int iso_year, int iso_week, int weeks,
                          struct faults *f)
{
    struct invention v = {.arena = a,
                          .seed = seed,
                          .first_year = iso_year,
                          .first_week = iso_week,
                          .n_weeks = weeks};
    struct week first;

    TRY(preset_choose(preset, &v.preset, a, f));
    TRY(weeks_near(iso_year, iso_week, weeks, f));
    TRY(week_make(&first, iso_year, iso_week, "Europe/Stockholm", f));
    TRY(folder_vacant(dir, f));
    v.monday = first.monday;
    unit_invent(&v);
    TRY(weeks_save(&v, dir, f));
    return unit_save(&v, dir, f);
}

enum status workspace_invent(const char *dir, const char *preset, uint64_t seed,
                             int iso_year, int iso_week, int weeks,
                             struct faults *f)
{
    struct arena *a = arena_new();
    enum status s;

    require(weeks >= 1, "an invented workspace has a week at least");
    require(seed <= INT64_MAX, "the seed must fit a JSON integer");
    s = invent(a, dir, preset, seed, iso_year, iso_week, weeks, f);
    arena_free(a);
    return s;
}
