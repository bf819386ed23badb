/* What was told, and what is told next. A client's phone knows an appointment by its name
 * and takes news of it only if its count of changes has risen; so nothing is counted that
 * did not change, and nothing disappears without having been cancelled.
 *
 * An appointment is found again by its name. A roster that was made anew may have given
 * the same request another one: then it is found by its outing, and keeps the name that
 * people have. */
#include "adapters/calendar/appointment.h"

#include <stdlib.h>
#include <string.h>

const char *person_kind_word(enum person_kind k)
{
    return k == PERSON_CLIENT ? "client" : "escort";
}

const char *company_word(enum company c)
{
    switch (c) {
    case COMPANY_GROUP:
        return "group";
    case COMPANY_SHARED:
        return "shared";
    case COMPANY_NONE:
        break;
    }
    return "none";
}

struct next {
    struct arena *arena;
    int64_t changed_utc;
    bool changed; /* anything */
    struct told_counts counts;
};

/* ---- one person --------------------------------------------------------- */

/* The row of `old` that a new appointment continues, of those not yet found; -1 if it is
 * told for the first time. */
static int find_by_name(const struct diary *old, const bool *found, const char *uid)
{
    for (int i = 0; i < old->n; i++)
        if (!found[i] && strcmp(old->appointments[i].uid, uid) == 0)
            return i;
    return -1;
}

static int find_by_outing(const struct diary *old, const bool *found, const char *outing)
{
    for (int i = 0; i < old->n; i++)
        if (!found[i] && strcmp(old->appointments[i].outing, outing) == 0)
            return i;
    return -1;
}

static const int *find_all(struct arena *a, const struct diary *old,
                           const struct diary *new, bool *found)
{
    int *rows = NEW_ARRAY(a, int, new->n + 1);
    for (int i = 0; i < new->n; i++) {
        rows[i] = find_by_name(old, found, new->appointments[i].uid);
        if (rows[i] >= 0)
            found[rows[i]] = true;
    }
    for (int i = 0; i < new->n; i++) {
        if (rows[i] >= 0)
            continue;
        rows[i] = find_by_outing(old, found, new->appointments[i].outing);
        if (rows[i] >= 0)
            found[rows[i]] = true;
    }
    return rows;
}

static struct appointment told_first(struct next *x, const struct appointment *new)
{
    struct appointment told = *new;
    told.changed_utc = x->changed_utc;
    x->changed = true;
    x->counts.told++;
    return told;
}

static struct appointment told_again(struct next *x, const struct appointment *old,
                                     const struct appointment *new)
{
    struct appointment told = *old;
    bool alike = facts_alike(&old->facts, &new->facts);
    told.outing = new->outing;
    if (facts_same(&old->facts, &new->facts) && !old->cancelled) {
        x->counts.unchanged++;
        return told;
    }
    told.sequence++;
    told.changed_utc = x->changed_utc;
    told.cancelled = false;
    told.facts = new->facts;
    if (!alike || old->cancelled) { /* else what it was before stays as told */
        told.moved = !alike;
        told.before = old->facts;
        if (alike)
            told.before = (struct appointment_facts){0};
    }
    x->changed = true;
    if (old->cancelled)
        x->counts.told++;
    else
        x->counts.moved++;
    return told;
}

static struct appointment told_gone(struct next *x, const struct appointment *old)
{
    struct appointment told = *old;
    if (old->cancelled)
        return told;
    told.sequence++;
    told.changed_utc = x->changed_utc;
    told.cancelled = true;
    told.moved = false;
    told.before = (struct appointment_facts){0};
    x->changed = true;
    x->counts.cancelled++;
    return told;
}

/* A new name may be one that an old appointment still has. */
static bool name_taken(const struct appointment *list, int n, const char *uid)
{
    for (int i = 0; i < n; i++)
        if (strcmp(list[i].uid, uid) == 0)
            return true;
    return false;
}

static struct diary diary_next(struct next *x, const struct diary *old,
                               const struct diary *new, const struct week *w)
{
    struct arena *a = x->arena;
    bool *found = NEW_ARRAY(a, bool, old->n + 1);
    const int *rows = find_all(a, old, new, found);
    struct appointment *list = NEW_ARRAY(a, struct appointment, old->n + new->n + 1);
    int n = 0;
    for (int i = 0; i < old->n; i++)
        if (!found[i])
            list[n++] = told_gone(x, &old->appointments[i]);
    for (int i = 0; i < new->n; i++)
        if (rows[i] >= 0)
            list[n++] = told_again(x, &old->appointments[rows[i]], &new->appointments[i]);
    for (int i = 0; i < new->n; i++) {
        struct appointment told;
        if (rows[i] >= 0)
            continue;
        told = told_first(x, &new->appointments[i]);
        if (name_taken(list, n, told.uid))
            told.uid = uid_derived(a, w->iso_year, w->iso_week, "again/", told.outing);
        list[n++] = told;
    }
    if (n > 0)
        qsort(list, (size_t)n, sizeof *list, appointment_order);
    return (struct diary){new->kind, new->id, new->name, n, list};
}

/* ---- everybody ---------------------------------------------------------- */

/* The old diaries by place in the new ones, which are the problem's people; those of
 * people who left are put into `left`. */
static const struct diary **old_by_person(struct arena *a, const struct told *before,
                                          const struct problem *p,
                                          const struct diary **left, int *n_left)
{
    const struct diary **old =
        NEW_ARRAY(a, const struct diary *, p->n_clients + p->n_escorts + 1);
    *n_left = 0;
    for (int i = 0; i < before->n; i++) {
        const struct diary *d = &before->diaries[i];
        int person = d->kind == PERSON_CLIENT ? problem_find_client(p, d->id)
                                              : problem_find_escort(p, d->id);
        if (person == NONE)
            left[(*n_left)++] = d;
        else
            old[d->kind == PERSON_CLIENT ? person : p->n_clients + person] = d;
    }
    return old;
}

const struct told *told_next(struct arena *a, const struct told *before,
                             const struct sheet *s,
                             const struct calendar_settings *settings,
                             int64_t changed_utc, struct told_counts *counts)
{
    const struct problem *p = s->problem;
    int n_people = p->n_clients + p->n_escorts, n_left;
    const struct diary **left = NEW_ARRAY(a, const struct diary *, before->n + 1);
    const struct diary **old = old_by_person(a, before, p, left, &n_left);
    const struct diary *new = sheet_diaries(a, s, settings), none = {0};
    struct diary *diaries = NEW_ARRAY(a, struct diary, n_people + n_left + 1);
    struct next x = {.arena = a, .changed_utc = changed_utc};
    int n = 0;

    if (before->told_utc != 0 && changed_utc <= before->told_utc)
        x.changed_utc = before->told_utc + 1;
    for (int i = 0; i < n_people; i++)
        diaries[n++] = diary_next(&x, old[i] ? old[i] : &none, &new[i], &p->week);
    for (int i = 0; i < n_left; i++) {
        struct diary gone = {left[i]->kind, left[i]->id, left[i]->name, 0, NULL};
        diaries[n++] = diary_next(&x, left[i], &gone, &p->week);
    }
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (diaries[i].n > 0)
            diaries[kept++] = diaries[i];
    struct told *told = NEW(a, struct told);
    *told = (struct told){p->week.iso_year, p->week.iso_week, before->told_utc, kept, diaries};
    if (x.changed || before->told_utc == 0)
        told->told_utc = x.changed_utc;
    *counts = x.counts;
    return told;
}
