/* From changes to files. The week is written out with them and read by the ordinary readers
 * first: a request that it cannot have is refused with their words, and the week tried again
 * without it. Then three files are written, for a run may end between any two: what was
 * remembered, with each new thing as one that is perhaps there; week.json; what is remembered
 * now. So nothing is ever in the week that the next import does not know as its own. */
#include "adapters/import/import_parts.h"

#include "adapters/workspace/week_edit.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"
#include "model/index.h"

#include <stdlib.h>
#include <string.h>

struct trial {
    struct arena *arena;
    const char *dir, *path; /* path: of week.json */
    const struct week *week;
    struct import_result **results;
    int n;
    struct week_edit *edit;
};

/* ---- one week with the changes -------------------------------------------------------- */

static struct week_item item_of(const struct import_change *c)
{
    switch (c->kind) {
    case IMPORT_REQUEST:
        return (struct week_item){"requests", NULL, "id", c->key};
    case IMPORT_SPAN:
        return (struct week_item){"availability", c->person, "x-imported", c->key};
    case IMPORT_ABSENCE:
        break;
    }
    return (struct week_item){"absences", NULL, "x-imported", c->key};
}

static bool put_changes(struct trial *t)
{
    bool changed = false;

    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->results[i]->n_changes && !t->results[i]->held; k++) {
            const struct import_change *c = &t->results[i]->changes[k];
            struct week_item at = item_of(c);
            if (!c->refused && week_edit_put(t->edit, &at, c->was, c->is))
                changed = true;
        }
    return changed;
}

/* ---- what the week cannot have ---------------------------------------------------------- */

static bool refuse_change(struct trial *t, const char *request, const struct fault *why)
{
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->results[i]->n_changes; k++) {
            struct import_change *c = &t->results[i]->changes[k];
            if (c->kind != IMPORT_REQUEST || c->refused || !c->is ||
                strcmp(c->key, request) != 0)
                continue;
            c->refused = arena_print(t->arena, "%s %s", why->what, why->remedy);
            return true;
        }
    return false;
}

static bool refuse_faulty(struct trial *t, const struct faults *found)
{
    bool any = false;

    for (int i = 0; i < found->seen && i < FAULTS_KEPT; i++) {
        const struct fault *fault = &found->list[i];
        const char *request = strcmp(fault->file, t->path) == 0
                                  ? week_edit_request_at(t->edit, fault->place)
                                  : NULL;
        any = (request && refuse_change(t, request, fault)) || any;
    }
    return any;
}

static void faults_pass_on(const struct faults *found, struct faults *f)
{
    for (int i = 0; i < found->seen; i++, f->seen++)
        if (i < FAULTS_KEPT && f->seen < FAULTS_KEPT)
            f->list[f->seen] = found->list[i];
}

/* True when the week is sound, or cannot be made so. */
static bool tried(struct trial *t, const char **text, const struct problem **becomes,
                  enum status *s, struct faults *f)
{
    struct faults found = {0};

    *s = week_edit_open(t->arena, t->path, &t->edit, f);
    if (*s != STATUS_OK)
        return true;
    *text = put_changes(t) ? week_edit_text(t->arena, t->edit) : NULL;
    *s = workspace_read_changed(t->arena, t->dir, t->week->iso_year, t->week->iso_week, *text,
                                becomes, &found);
    bool again = *s != STATUS_OK && refuse_faulty(t, &found);
    if (*s != STATUS_OK && !again)
        faults_pass_on(&found, f);
    week_edit_close(t->edit);
    return !again;
}

/* ---- fates after that --------------------------------------------------------------------- */

static void refusals_tell(struct import_result *x)
{
    for (int i = 0; i < x->n_changes; i++)
        if (x->changes[i].refused) {
            int event = x->changes[i].saying->event;
            x->reading->events[event].fate = FATE_REJECTED;
            x->reading->events[event].reason = x->changes[i].refused;
        }
}

static void count(struct import_result *x)
{
    memset(x->counts, 0, sizeof x->counts);
    for (int i = 0; i < x->reading->n_events; i++)
        x->counts[x->reading->events[i].fate] += x->reading->events[i].counts;
}

enum status import_try(struct arena *a, const char *dir, const struct week *w,
                       struct import_result **results, int n, const char **text,
                       const struct problem **becomes, struct faults *f)
{
    struct trial t = {.arena = a,
                      .dir = dir,
                      .path = workspace_path(a, dir, w->iso_year, w->iso_week, "week.json"),
                      .week = w,
                      .results = results,
                      .n = n};
    enum status s;

    while (!tried(&t, text, becomes, &s, f))
        continue;
    TRY(s);
    for (int i = 0; i < n; i++) {
        refusals_tell(results[i]);
        count(results[i]);
    }
    return STATUS_OK;
}

/* ---- what is remembered --------------------------------------------------------------------- */

static const char PENDING[] = "{}";

bool import_item_pending(const struct import_item *i)
{
    return strcmp(i->json, PENDING) == 0;
}

static struct import_item item_now(const struct import_reading *r, const struct import_saying *s)
{
    const struct import_event *e = &r->events[s->event];

    return (struct import_item){.uid = e->uid,
                                .original_utc = s->original_utc,
                                .stamp_utc = e->stamp_utc,
                                .sequence = e->sequence,
                                .kind = s->kind,
                                .key = s->key,
                                .person = s->person,
                                .json = s->json};
}

static int by_key(const void *x, const void *y)
{
    return strcmp(((const struct import_item *)x)->key, ((const struct import_item *)y)->key);
}

static int place_of(const struct import_past *past, const char *key)
{
    const struct import_item wanted = {.key = key};
    const struct import_item *found =
        past->n_items ? bsearch(&wanted, past->items, (size_t)past->n_items,
                                sizeof *past->items, by_key)
                      : NULL;

    return found ? (int)(found - past->items) : NONE;
}

/* The items of the past with the changes in them; what is said again has its new numbers. */
static int items_next(struct arena *a, const struct import_result *x, struct import_item *out)
{
    const struct import_reading *r = x->reading;
    bool *gone = NEW_ARRAY(a, bool, x->past->n_items + 1);
    int n = 0;

    for (int i = 0; i < x->n_changes; i++)
        if (x->changes[i].item && !x->changes[i].refused)
            gone[x->changes[i].item - x->past->items] = true;
    for (int i = 0; i < x->past->n_items; i++)
        if (!gone[i])
            out[n++] = x->past->items[i];
    for (int i = 0; i < x->n_changes; i++)
        if (x->changes[i].saying && !x->changes[i].refused)
            out[n++] = item_now(r, x->changes[i].saying);
    qsort(out, (size_t)n, sizeof *out, by_key);
    return n;
}

/* The same thing said anew: a higher SEQUENCE or a later stamp is to be remembered too. */
static void renumber(const struct import_result *x, struct import_past *next,
                     struct import_item *items)
{
    const struct import_reading *r = x->reading;

    for (int i = 0; i < r->n_sayings; i++) {
        const struct import_event *e = &r->events[r->sayings[i].event];
        int k = place_of(next, r->sayings[i].key);
        if (k == NONE || e->fate == FATE_REJECTED || e->sequence < items[k].sequence)
            continue;
        bool later = e->sequence > items[k].sequence || e->stamp_utc > items[k].stamp_utc;
        items[k].sequence = e->sequence;
        if (later)
            items[k].stamp_utc = e->stamp_utc;
    }
}

static int by_text(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void off_next(struct arena *a, const struct import_result *x, struct import_past *next)
{
    struct import_cancel *list =
        NEW_ARRAY(a, struct import_cancel, x->past->n_off + x->n_off + 1);
    int n = 0;

    for (int i = 0; i < x->n_off; i++)
        list[n++] = x->off[i];
    for (int i = 0; i < x->past->n_off; i++)
        if (!x->undone[i])
            list[n++] = x->past->off[i];
    qsort(list, (size_t)n, sizeof *list, import_cancel_order);
    for (int i = 0; i < n; i++) {
        struct import_cancel *last = next->n_off ? &list[next->n_off - 1] : NULL;
        if (!last || import_cancel_order(last, &list[i]) != 0)
            list[next->n_off++] = list[i];
        else if (list[i].sequence > last->sequence)
            *last = list[i];
    }
    next->off = list;
}

static bool listed(const char *const *list, int n, const char *uid)
{
    return n && bsearch(&uid, list, (size_t)n, sizeof *list, by_text) != NULL;
}

/* The lines of every event of which something is in the week: as they were read now, else
 * as they were kept. */
static void keep_lines(struct arena *a, const struct import_result *x, struct import_past *next)
{
    const struct import_reading *r = x->reading;
    struct import_kept *kept =
        NEW_ARRAY(a, struct import_kept, r->n_events + x->past->n_kept + 1);
    const char **taken = NEW_ARRAY(a, const char *, next->n_items + 1);
    const char **fresh = NEW_ARRAY(a, const char *, r->n_events + 1);
    int n_fresh = 0;

    for (int i = 0; i < next->n_items; i++)
        taken[i] = next->items[i].uid;
    qsort(taken, (size_t)next->n_items, sizeof *taken, by_text);
    for (int i = 0; i < r->n_events; i++) {
        const struct import_event *e = &r->events[i];
        if (e->fate == FATE_REJECTED || !*e->raw || !listed(taken, next->n_items, e->uid))
            continue;
        kept[next->n_kept++] = (struct import_kept){e->uid, e->raw};
        fresh[n_fresh++] = e->uid;
    }
    qsort(fresh, (size_t)n_fresh, sizeof *fresh, by_text);
    for (int i = 0; i < x->past->n_kept; i++)
        if (listed(taken, next->n_items, x->past->kept[i].uid) &&
            !listed(fresh, n_fresh, x->past->kept[i].uid))
            kept[next->n_kept++] = x->past->kept[i];
    next->kept = kept;
}

/* ---- zones of those lines ---- */

/* The next name of a zone in the lines, NULL if there is none; *at goes on behind it. */
static const char *zone_named(struct arena *a, const char **at)
{
    static const char PARAMETER[] = ";TZID=";
    const char *found = strcasestr(*at, PARAMETER);

    if (!found)
        return NULL;
    found += sizeof PARAMETER - 1;
    bool quoted = *found == '"';
    found += quoted;
    size_t n = strcspn(found, quoted ? "\"\n" : ";:,\n");
    *at = found + n;
    return arena_print(a, "%.*s", (int)n, found);
}

static int by_tzid(const void *x, const void *y)
{
    return strcmp(((const struct import_zone *)x)->tzid, ((const struct import_zone *)y)->tzid);
}

/* As they were read now, else as they were kept, each once. */
static void keep_zones(struct arena *a, const struct import_result *x, struct import_past *next)
{
    const struct import_reading *r = x->reading;
    struct import_zone *zones = NEW_ARRAY(a, struct import_zone, r->n_zones + x->past->n_zones + 1);
    struct id_index named = {0}, taken = {0};
    const char *tzid;

    for (int i = 0; i < next->n_kept; i++)
        for (const char *at = next->kept[i].raw; (tzid = zone_named(a, &at));)
            if (id_find(&named, tzid) == NONE)
                id_add(a, &named, tzid, 0);
    for (int i = 0; i < r->n_zones + x->past->n_zones; i++) {
        const struct import_zone *z =
            i < r->n_zones ? &r->zones[i] : &x->past->zones[i - r->n_zones];
        if (id_find(&named, z->tzid) == NONE || id_find(&taken, z->tzid) != NONE)
            continue;
        id_add(a, &taken, z->tzid, 0);
        zones[next->n_zones++] = *z;
    }
    qsort(zones, (size_t)next->n_zones, sizeof *zones, by_tzid);
    next->zones = zones;
}

const struct import_past *import_next(struct arena *a, const struct import_result *x)
{
    struct import_past *next = NEW(a, struct import_past);
    struct import_item *items =
        NEW_ARRAY(a, struct import_item, x->past->n_items + x->n_changes + 1);

    if (x->held)
        return x->past;
    next->source = x->past->source;
    next->n_items = items_next(a, x, items);
    next->items = items;
    renumber(x, next, items);
    off_next(a, x, next);
    keep_lines(a, x, next);
    keep_zones(a, x, next);
    return next;
}

/* ---- writing ------------------------------------------------------------------------------------ */

static int by_source(const void *x, const void *y)
{
    return strcmp(((const struct import_past *)x)->source,
                  ((const struct import_past *)y)->source);
}

/* What was remembered, and of each new thing its name. */
static const struct import_past *import_pending(struct arena *a, const struct import_result *x)
{
    struct import_past *next = NEW(a, struct import_past);
    struct import_item *items =
        NEW_ARRAY(a, struct import_item, x->past->n_items + x->n_changes + 1);

    *next = *x->past;
    for (int i = 0; i < next->n_items; i++)
        items[i] = x->past->items[i];
    for (int i = 0; i < x->n_changes && !x->held; i++) {
        const struct import_change *c = &x->changes[i];
        if (c->act != ACT_ADD || c->item || c->refused)
            continue;
        items[next->n_items] = item_now(x->reading, c->saying);
        items[next->n_items].sequence = 0;
        items[next->n_items].stamp_utc = 0;
        items[next->n_items++].json = PENDING;
    }
    qsort(items, (size_t)next->n_items, sizeof *items, by_key);
    next->items = items;
    return next;
}

typedef const struct import_past *import_past_of(struct arena *a, const struct import_result *x);

static const struct imported *imported_next(struct arena *a, const struct imported *before,
                                            struct import_result *const *results, int n,
                                            import_past_of *past_of)
{
    struct imported *im = NEW(a, struct imported);
    struct import_past *list = NEW_ARRAY(a, struct import_past, before->n + n + 1);

    for (int i = 0; i < before->n; i++)
        list[im->n++] = before->sources[i];
    for (int i = 0; i < n; i++) {
        const struct import_past *next = past_of(a, results[i]);
        int k = 0;
        while (k < im->n && strcmp(list[k].source, next->source) != 0)
            k++;
        im->n += k == im->n;
        list[k] = *next;
    }
    qsort(list, (size_t)im->n, sizeof *list, by_source);
    im->sources = list;
    return im;
}

enum status import_apply(struct arena *a, const char *dir, const struct week *w,
                         struct import_result *const *results, int n, const char *text,
                         const struct imported *before, struct faults *f)
{
    const char *week = workspace_path(a, dir, w->iso_year, w->iso_week, "week.json");
    const char *record = workspace_path(a, dir, w->iso_year, w->iso_week, "imported.json");

    if (text) {
        TRY(imported_write(imported_next(a, before, results, n, import_pending), w, record, f));
        TRY(file_write(week, text, strlen(text), f));
    }
    return imported_write(imported_next(a, before, results, n, import_next), w, record, f);
}

int import_changes(struct import_result *const *results, int n)
{
    int changes = 0;

    for (int i = 0; i < n; i++)
        for (int k = 0; k < results[i]->n_changes && !results[i]->held; k++)
            changes += !results[i]->changes[k].refused;
    return changes;
}

static bool has_rejected(const struct import_reading *r)
{
    for (int i = 0; i < r->n_events; i++)
        if (r->events[i].fate == FATE_REJECTED)
            return true;
    return false;
}

bool import_clean(struct import_result *const *results, int n)
{
    for (int i = 0; i < n; i++)
        if (results[i]->held || results[i]->reading->n_broken > 0 ||
            has_rejected(results[i]->reading))
            return false;
    return true;
}
