/* Who has an address, who gets one, whose is taken back. */
#include "adapters/publish/publish_folder.h"

#include "base/file.h"
#include "base/text.h"
#include "model/index.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* While it is decided. Rows are those of access; what is added comes last. */
struct deciding {
    struct folder_plan *plan;
    const struct publication *of;
    int n_read;          /* rows that the file has */
    int *diaries;        /* [rows] whose it is; NONE = of nobody known */
    const char **tokens; /* [rows] by the files that are here or because it is new; NULL */
    int *good;           /* [diaries] row of the good address; NONE */
    bool *had_one;       /* [diaries] an address that was taken back */
};

/* ---- the folder --------------------------------------------------------- */

static int name_order(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* A folder that is not there yet is empty. */
static enum status names_read(struct folder_plan *plan, struct faults *f)
{
    DIR *dir = opendir(plan->folder);
    const char **names = NULL;
    int n = 0, room = 0;

    if (!dir && errno != ENOENT)
        return faults_add(f, STATUS_UNREADABLE, plan->folder, "",
                          _("Check that the folder exists and may be read."), "%s",
                          strerror(errno));
    for (const struct dirent *e; dir && (e = readdir(dir));)
        if (token_like(e->d_name))
            ARENA_PUSH(plan->arena, names, n, room, arena_copy(plan->arena, e->d_name));
    if (dir)
        closedir(dir);
    if (n > 0)
        qsort(names, (size_t)n, sizeof *names, name_order);
    plan->names = names;
    plan->n_names = n;
    return STATUS_OK;
}

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);

    return n >= m && strcmp(name + n - m, end) == 0;
}

static void tokens_find(struct deciding *d)
{
    struct folder_plan *plan = d->plan;

    plan->rows = access_rows_of_names(plan->arena, plan->access, plan->names, plan->n_names);
    for (int i = 0; i < plan->n_names; i++) {
        if (plan->rows[i] == NONE)
            plan->n_strange += ends_with(plan->names[i], ".ics");
        else if (!d->tokens[plan->rows[i]])
            d->tokens[plan->rows[i]] = arena_print(plan->arena, "%.*s", TOKEN_LENGTH,
                                                   plan->names[i]);
    }
}

/* ---- whose -------------------------------------------------------------- */

static void people_find(struct deciding *d)
{
    struct arena *a = d->plan->arena;
    struct id_index people[2] = {{0}};

    for (int i = 0; i < d->of->n_diaries; i++)
        id_add(a, &people[d->of->diaries[i].kind], d->of->diaries[i].id, i);
    for (int i = 0; i < d->of->n_diaries; i++)
        d->good[i] = NONE;
    for (int row = 0; row < d->n_read; row++) {
        const struct access_row *x = &d->plan->access->rows[row];
        int diary = d->diaries[row] = id_find(&people[x->kind], x->id);
        if (diary != NONE && x->revoked_utc != 0)
            d->had_one[diary] = true;
        else if (diary != NONE && x->made_utc != 0)
            d->good[diary] = row;
    }
}

/* ---- decisions ---------------------------------------------------------- */

static void revoke(struct deciding *d, int row)
{
    int diary = d->diaries[row];

    d->plan->access->rows[row].revoked_utc = d->of->now_utc;
    d->plan->changed = true;
    if (diary != NONE) {
        d->good[diary] = NONE;
        d->had_one[diary] = true;
    }
}

static void drop(struct deciding *d, int row)
{
    d->plan->drop[row] = true;
    d->plan->changed = true;
}

static void add(struct deciding *d, int diary)
{
    const struct diary *person = &d->of->diaries[diary];
    const char *token = access_add(d->plan->access, person->kind, person->id);
    int row = d->plan->access->n - 1;

    d->tokens[row] = token;
    d->diaries[row] = diary;
    d->good[diary] = row;
    d->plan->changed = true;
    d->plan->n_fresh++;
}

/* An address that nobody was ever shown: its files go, and its person gets another. */
static void drop_unfinished(struct deciding *d)
{
    for (int row = 0; row < d->n_read; row++)
        if (d->plan->access->rows[row].made_utc == 0)
            drop(d, row);
}

static bool gone(const struct deciding *d, int row)
{
    return publication_left(d->of, d->diaries[row]);
}

/* Good addresses of people who are no longer in the unit. If that is most of them, it is
 * more likely the unit's file that is wrong. */
static enum status revoke_who_left(struct deciding *d, struct faults *f)
{
    int n = 0, n_good = 0;

    for (int row = 0; row < d->n_read; row++) {
        const struct access_row *x = &d->plan->access->rows[row];
        bool good = x->made_utc != 0 && x->revoked_utc == 0;
        n_good += good;
        n += good && gone(d, row);
    }
    if (n > 1 && 2 * n > n_good && !d->of->force)
        return faults_add(f, STATUS_EXISTS, d->plan->folder, "",
                          _("Is it the right unit.json? --force closes them all."),
                          _("%d of the %d people who have an address are no longer in the "
                            "unit"),
                          n, n_good);
    for (int row = 0; row < d->n_read; row++) {
        const struct access_row *x = &d->plan->access->rows[row];
        if (x->made_utc != 0 && x->revoked_utc == 0 && gone(d, row))
            revoke(d, row);
    }
    return STATUS_OK;
}

static bool closed_not_long_ago(const struct deciding *d, int64_t revoked_utc)
{
    return d->of->on_day - zone_day(d->of->problem->week.zone, revoked_utc) <
           ACCESS_CLOSED_DAYS;
}

/* What has been closed for long enough goes, with its files; but somebody whose only
 * address was taken back is remembered, or the next run would give another. */
static void drop_long_closed(struct deciding *d)
{
    for (int row = 0; row < d->n_read; row++) {
        int64_t revoked = d->plan->access->rows[row].revoked_utc;
        int diary = d->diaries[row];
        if (revoked == 0 || closed_not_long_ago(d, revoked))
            continue;
        bool remembered = !gone(d, row) && d->good[diary] == NONE;
        if (!remembered)
            drop(d, row);
    }
}

static enum status nobody(const char *id, struct faults *f)
{
    return faults_add(f, STATUS_USAGE, "", "", _("Say an id of unit.json."),
                      _("nobody has the id '%s'"), id);
}

static bool any_good(const struct deciding *d, const int *found, int n)
{
    for (int i = 0; i < n; i++)
        if (d->good[found[i]] != NONE)
            return true;
    return false;
}

/* Of a client and an escort with the same id, both. */
static enum status wishes_carry_out(struct deciding *d, const struct access_wishes *wishes,
                                    struct faults *f)
{
    const char *id = wishes->renew ? wishes->renew : wishes->revoke;
    int found[2], n = id ? publication_find(d->of, id, found) : 0;

    if (id && n == 0)
        return nobody(id, f);
    if (wishes->revoke && !any_good(d, found, n))
        return faults_add(f, STATUS_USAGE, "", "", _("There is nothing to take back."),
                          _("'%s' has no address"), id);
    for (int i = 0; i < n; i++) {
        int row = d->good[found[i]];
        if (publication_left(d->of, found[i]))
            continue;
        if (row == NONE && wishes->revoke)
            continue;
        if (row != NONE)
            revoke(d, row);
        d->had_one[found[i]] = true;
        if (wishes->renew)
            add(d, found[i]);
    }
    return STATUS_OK;
}

/* Nobody's files are here: more likely the wrong folder than that all were deleted. */
static enum status check_missing(struct deciding *d, const struct access_wishes *wishes,
                                 struct faults *f)
{
    int n_good = 0, n_here = 0;

    for (int i = 0; i < d->of->n_diaries; i++)
        if (d->good[i] != NONE && d->good[i] < d->n_read) {
            n_good++;
            n_here += d->tokens[d->good[i]] != NULL;
        }
    if (n_good == 0 || n_here > 0 || wishes->renew_missing)
        return STATUS_OK;
    return faults_add(f, STATUS_UNREADABLE, d->plan->folder, "",
                      _("Is it the right folder, and is it there? The addresses are known to "
                        "nobody but their people; --renew-missing makes new ones."),
                      _("none of the %d addresses that were handed out lies in it"), n_good);
}

static void missing_renew_or_tell(struct deciding *d, bool renew)
{
    struct folder_plan *plan = d->plan;

    for (int i = 0; i < d->of->n_diaries; i++) {
        int row = d->good[i];
        if (row == NONE || d->tokens[row])
            continue;
        if (renew) {
            drop(d, row);
            add(d, i);
        } else {
            plan->lost[plan->n_lost++] = d->of->diaries[i].id;
        }
    }
}

static void add_new_people(struct deciding *d)
{
    for (int i = 0; i < d->of->n_diaries; i++) {
        if (publication_left(d->of, i) || d->good[i] != NONE)
            continue;
        if (d->had_one[i])
            d->plan->n_without++;
        else
            add(d, i);
    }
}

static void addresses_list(struct deciding *d)
{
    struct folder_plan *plan = d->plan;

    for (int row = 0; row < plan->access->n; row++) {
        const struct access_row *x = &plan->access->rows[row];
        const struct address address = {d->tokens[row], row, d->diaries[row], x->made_utc == 0,
                                        x->revoked_utc != 0};
        bool shown = !address.closed || closed_not_long_ago(d, x->revoked_utc);
        if (plan->drop[row] || !d->tokens[row] || !shown)
            continue;
        plan->n_closed += address.closed;
        ARENA_PUSH(plan->arena, plan->addresses, plan->n, plan->capacity, address);
    }
}

static enum status decide(struct deciding *d, const struct access_wishes *wishes,
                          struct faults *f)
{
    drop_unfinished(d);
    TRY(revoke_who_left(d, f));
    TRY(wishes_carry_out(d, wishes, f));
    TRY(check_missing(d, wishes, f));
    missing_renew_or_tell(d, wishes->renew_missing);
    add_new_people(d);
    drop_long_closed(d);
    addresses_list(d);
    return STATUS_OK;
}

enum status folder_plan_make(struct arena *a, const struct publication *of,
                             const char *folder, const struct access_wishes *wishes,
                             struct folder_plan **out, struct faults *f)
{
    struct folder_plan *plan = NEW(a, struct folder_plan);

    *plan = (struct folder_plan){.arena = a, .of = of, .folder = folder};
    TRY(access_read(a, of->dir, &plan->access, f));
    TRY(names_read(plan, f));
    int most = plan->access->n + 2 * of->n_diaries + 2;
    struct deciding d = {.plan = plan, .of = of, .n_read = plan->access->n,
                         .diaries = NEW_ARRAY(a, int, most),
                         .tokens = NEW_ARRAY(a, const char *, most),
                         .good = NEW_ARRAY(a, int, of->n_diaries + 1),
                         .had_one = NEW_ARRAY(a, bool, of->n_diaries + 1)};
    plan->drop = NEW_ARRAY(a, bool, most);
    plan->lost = NEW_ARRAY(a, const char *, of->n_diaries + 1);
    tokens_find(&d);
    people_find(&d);
    *out = plan;
    return decide(&d, wishes, f);
}
