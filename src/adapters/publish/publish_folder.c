#include "adapters/publish/publish_folder.h"

#include "adapters/text/markup.h"
#include "adapters/text/phrase.h"
#include "base/file.h"
#include "base/file_batch.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct writing {
    const struct folder_plan *plan;
    const struct folder_weeks *weeks;
    struct file_batch *batch;
    struct arena *scratch; /* of one person */
    struct folder_result *result;
    struct faults *faults;
};

/* ---- one file ----------------------------------------------------------- */

/* Later than the file was, so that a server's ETag of time and size is another one. */
static int64_t next_change(const struct writing *w, int64_t changed_utc)
{
    int64_t now = w->plan->of->now_utc;

    return now > changed_utc ? now : changed_utc + 1;
}

/* daily: a file that has not changed is given the time of the day all the same.
 * *changed may be NULL. */
static enum status put(struct writing *w, const char *name, const char *bytes, bool daily,
                       bool *changed)
{
    const char *path = arena_print(w->scratch, "%s/%s", w->plan->folder, name);
    int64_t changed_utc = file_changed_utc(path);
    bool same = file_same(path, bytes, strlen(bytes));

    if (changed)
        *changed = !same;
    if (!same)
        return file_batch_add(w->batch, name, bytes, strlen(bytes),
                              next_change(w, changed_utc), w->faults);
    if (daily && changed_utc < w->plan->of->day_utc)
        return file_touch(path, next_change(w, changed_utc), w->faults);
    return STATUS_OK;
}

/* ---- one person --------------------------------------------------------- */

static const char *week_file(struct arena *a, const char *token, const struct week *w)
{
    char name[16];

    week_name(w, name);
    return arena_print(a, "%s-%s.html", token, name);
}

/* The week so many steps from the row's, if it was told. */
static const char *beside(struct writing *w, const char *token, int row, int step)
{
    int wanted = row + step;

    if (wanted < 0 || wanted >= w->weeks->n)
        return NULL;
    const struct week *here = &w->weeks->weeks[row], *there = &w->weeks->weeks[wanted];
    return there->monday - here->monday == step * DAYS ? week_file(w->scratch, token, there)
                                                       : NULL;
}

static struct own_week own_week(struct writing *w, const struct address *x,
                                const struct diary *diary, int row)
{
    const struct publication *of = w->plan->of;

    return (struct own_week){.diary = diary,
                             .week = &w->weeks->weeks[row],
                             .settings = of->settings,
                             .problem = of->problem,
                             .now_utc = of->changed_utc,
                             .previous = beside(w, x->token, row, -1),
                             .next = beside(w, x->token, row, 1),
                             .feed = arena_print(w->scratch, "%s.ics", x->token),
                             .shelf = of->shelf,
                             .synthetic = of->problem->synthetic};
}

static enum status pages_put(struct writing *w, const struct address *x)
{
    const struct diary *diary = &w->plan->of->diaries[x->diary];
    struct arena *a = w->scratch;

    for (int i = 0; i < w->weeks->n; i++) {
        const struct own_week week = own_week(w, x, diary, i);
        const char *page = own_week_html(a, &week);
        TRY(put(w, week_file(a, x->token, week.week), page, false, NULL));
        if (i != w->weeks->first)
            continue;
        TRY(put(w, arena_print(a, "%s.html", x->token), page, false, NULL));
        TRY(put(w, arena_print(a, "%s.txt", x->token), own_week_text(a, &week), false, NULL));
    }
    return STATUS_OK;
}

static enum status good_put(struct writing *w, const struct address *x)
{
    const struct feed feed = publication_feed(w->plan->of, x->diary);
    bool changed;

    TRY(pages_put(w, x));
    TRY(put(w, arena_print(w->scratch, "%s.ics", x->token), feed_ics(w->scratch, &feed), true,
            &changed));
    w->result->written += changed;
    w->result->unchanged += !changed;
    return STATUS_OK;
}

/* It says that it is closed and nothing else, on the day on which it was. */
static enum status closed_put(struct writing *w, const struct address *x)
{
    const struct access_row *row = &w->plan->access->rows[x->row];
    const char *zone = w->plan->of->problem->week.zone;
    const struct diary nobody = {.kind = row->kind, .id = row->id, .name = row->id};
    const struct diary *diary = x->diary == NONE ? &nobody : &w->plan->of->diaries[x->diary];
    const struct feed feed = {.diary = diary, .on_day = zone_day(zone, row->revoked_utc),
                              .zone = zone};
    const struct own_week week = own_week(w, x, diary, w->weeks->first);

    TRY(put(w, arena_print(w->scratch, "%s.ics", x->token),
            feed_closed_ics(w->scratch, &feed), true, NULL));
    return put(w, arena_print(w->scratch, "%s.html", x->token),
               own_week_closed_html(w->scratch, &week), false, NULL);
}

static enum status people_put(struct writing *w)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct address *x = &w->plan->addresses[i];
        w->scratch = arena_new();
        publication_speak(w->plan->of, x->diary);
        enum status s = x->closed ? closed_put(w, x) : good_put(w, x);
        arena_free(w->scratch);
        TRY(s);
    }
    return STATUS_OK;
}

/* ---- the rest of the folder --------------------------------------------- */

/* A folder's own page names nobody; robots stay away. The office may have its own. */
static enum status common_put(struct writing *w)
{
    static const char ROBOTS[] = "User-agent: *\nDisallow: /\n";
    struct arena *a = w->scratch = arena_new();
    struct text page = text_new(a);
    enum status s = STATUS_OK;

    publication_speak(w->plan->of, NONE);
    markup_element(&page, "<!DOCTYPE html>\n<html lang=\"", language_code(), "\">\n<head>\n"
                   "<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n");
    markup_element(&page, "<title>", _("There is nothing here"), "</title>\n</head>\n<body>\n");
    markup_element(&page, "<h1>", _("There is nothing here"), "</h1>\n");
    markup_element(&page, "<p>", _("Open the address that you were given."),
                   "</p>\n</body>\n</html>\n");
    if (!file_exists(arena_print(a, "%s/index.html", w->plan->folder)))
        s = put(w, "index.html", text_done(&page), false, NULL);
    if (s == STATUS_OK && !file_exists(arena_print(a, "%s/robots.txt", w->plan->folder)))
        s = put(w, "robots.txt", ROBOTS, false, NULL);
    arena_free(a);
    return s;
}

static bool week_shown(const struct folder_weeks *weeks, const char *rest)
{
    char name[16];

    for (int i = 0; i < weeks->n; i++) {
        week_name(&weeks->weeks[i], name);
        size_t n = strlen(name);
        if (rest[0] == '-' && strncmp(rest + 1, name, n) == 0 &&
            strcmp(rest + 1 + n, ".html") == 0)
            return true;
    }
    return false;
}

/* What begins with the token of this address and goes on so. */
static bool belongs(const struct writing *w, const struct address *x, const char *rest)
{
    if (strcmp(rest, ".ics") == 0 || strcmp(rest, ".html") == 0)
        return true;
    return !x->closed && (strcmp(rest, ".txt") == 0 || week_shown(w->weeks, rest));
}

/* Files under our names that are no longer to be there. */
static enum status leftovers_remove(struct writing *w)
{
    const struct folder_plan *plan = w->plan;
    struct arena *a = arena_new();
    const struct address **of_row = NEW_ARRAY(a, const struct address *, plan->access->n + 1);
    enum status s = STATUS_OK;

    for (int i = 0; i < plan->n; i++)
        of_row[plan->addresses[i].row] = &plan->addresses[i];
    for (int i = 0; i < plan->n_names && s == STATUS_OK; i++) {
        const char *path = arena_print(a, "%s/%s", plan->folder, plan->names[i]);
        int row = plan->rows[i];
        if (row == NONE || (of_row[row] && belongs(w, of_row[row], plan->names[i] + TOKEN_LENGTH)))
            continue;
        if (unlink(path) == 0)
            w->result->removed++;
        else if (errno != ENOENT)
            s = faults_add(w->faults, STATUS_UNWRITABLE, path, "",
                           _("Check that the folder may be written to."), "%s",
                           strerror(errno));
    }
    arena_free(a);
    return s;
}

static enum status all_put(struct writing *w)
{
    TRY(people_put(w));
    return common_put(w);
}

enum status folder_write(const struct folder_plan *plan, const struct folder_weeks *weeks,
                         struct folder_result *out, struct faults *f)
{
    struct writing w = {.plan = plan, .weeks = weeks, .result = out, .faults = f};

    *out = (struct folder_result){0};
    file_batch_sweep(plan->folder);
    /* New addresses are entered before their files are there, and the old ones stay until
     * theirs are gone: whenever this ends, the next run knows every file. */
    if (plan->changed)
        TRY(access_write(plan->access, plan->of->dir, f));
    w.batch = file_batch_begin(plan->arena, plan->folder);
    enum status s = all_put(&w);
    enum status ended = file_batch_end(w.batch, f);
    publication_speak_own(plan->of);
    TRY(s);
    TRY(ended);
    return leftovers_remove(&w);
}

enum status folder_plan_finish(struct folder_plan *plan, struct faults *f)
{
    if (!plan->changed)
        return STATUS_OK;
    for (int i = 0; i < plan->n; i++)
        if (plan->addresses[i].fresh)
            plan->access->rows[plan->addresses[i].row].made_utc = plan->of->now_utc;
    for (int row = plan->access->n - 1; row >= 0; row--)
        if (plan->drop[row])
            access_remove(plan->access, row);
    return access_write(plan->access, plan->of->dir, f);
}
