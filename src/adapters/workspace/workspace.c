#include "ledsaga/workspace.h"

#include "adapters/workspace/history.h"
#include "adapters/workspace/unit_json.h"
#include "adapters/workspace/unit_profiles.h"
#include "adapters/workspace/week_json.h"
#include "adapters/workspace/weeks.h"
#include "base/file.h"
#include "base/text.h"

const char *workspace_path(struct arena *a, const char *dir, int iso_year,
                           int iso_week, const char *name)
{
    return arena_print(a, "%s/weeks/%04d-W%02d/%s", dir, iso_year, iso_week,
                       name);
}

enum status workspace_lock(const char *dir, struct faults *f)
{
    return file_exists(dir) ? folder_lock(dir, f) : STATUS_OK;
}

enum status workspace_lock_wait(const char *dir, struct faults *f)
{
    return file_exists(dir) ? folder_lock_wait(dir, f) : STATUS_OK;
}

/* ---- what there must be ---- */

static enum status no_workspace(const char *path, struct faults *f)
{
    return faults_add(f, STATUS_UNREADABLE, path, "",
                      _("Name the folder that holds unit.json, or make one with "
                        "`ledsaga new`."),
                      _("There is no workspace here."));
}

static const char *weeks_listed(struct arena *a, const char *dir)
{
    struct iso_week *list;
    int n = weeks_list(a, dir, &list);
    struct text t = text_new(a);

    for (int i = 0; i < n; i++)
        text_print(&t, "%s%04d-W%02d", i ? ", " : "", list[i].year,
                   list[i].week);
    return text_done(&t);
}

static enum status no_week(struct arena *a, const char *dir, const char *path,
                           int iso_year, int iso_week, struct faults *f)
{
    const char *listed = weeks_listed(a, dir);

    return faults_add(
        f, STATUS_UNREADABLE, path, "",
        *listed ? arena_print(a, _("Make the file, or choose one of %s."),
                              listed)
                : _("Make the file."),
        _("There is no week %04d-W%02d in the workspace."), iso_year, iso_week);
}

/* ---- reading ---- */

static bool week_exists(int iso_year, int iso_week)
{
    struct faults found = {0};
    struct week w;

    return week_make(&w, iso_year, iso_week, "UTC", &found) == STATUS_OK;
}

/* Both documents are opened before either is read, so that both tell if they are
 * not well-formed. */
static void read_documents(struct unit *u, struct arena *a, const char *dir,
                           struct reader *unit, struct reader *week,
                           int iso_year, int iso_week, struct faults *f)
{

    if (unit && week && unit_read(u, a, unit, iso_year, iso_week)) {
        unit_profiles_settle(u, dir, f);
        week_read(u, week);
        history_read(u, dir, f);
    }
    reader_close(unit);
    reader_close(week);
}

static struct reader *document(struct arena *a, const char *path, const char *text,
                               struct faults *f)
{
    return text ? reader_open_text(a, path, text, f) : reader_open(a, path, f);
}

enum status workspace_read_texts(struct arena *a, const char *dir, int iso_year, int iso_week,
                                 const char *unit_text, const char *week_text,
                                 const struct problem **out, struct faults *f)
{
    const char *unit_path = arena_print(a, "%s/unit.json", dir);
    const char *week_path =
        workspace_path(a, dir, iso_year, iso_week, "week.json");
    struct unit unit = {0};
    int seen = f->seen;

    TRY(weeks_readable(a, dir, f));
    if (!file_exists(unit_path))
        return no_workspace(unit_path, f);
    if (!week_exists(iso_year, iso_week) || !file_exists(week_path))
        return no_week(a, dir, week_path, iso_year, iso_week, f);
    struct reader *of_unit = document(a, unit_path, unit_text, f);
    struct reader *of_week = document(a, week_path, week_text, f);
    read_documents(&unit, a, dir, of_unit, of_week, iso_year, iso_week, f);
    if (f->seen == seen)
        *out = problem_freeze(unit.builder, f);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

enum status workspace_read_changed(struct arena *a, const char *dir, int iso_year,
                                   int iso_week, const char *week_text,
                                   const struct problem **out, struct faults *f)
{
    return workspace_read_texts(a, dir, iso_year, iso_week, NULL, week_text, out, f);
}

enum status workspace_read(struct arena *a, const char *dir, int iso_year,
                           int iso_week, const struct problem **out,
                           struct faults *f)
{
    return workspace_read_texts(a, dir, iso_year, iso_week, NULL, NULL, out, f);
}
