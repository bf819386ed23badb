/* What a source says now against what was taken from it before.
 *
 * A thing is known by its name in the source (UID, and the start it would have had in its
 * series). Newer is what has the higher SEQUENCE, then the later stamp, then what is
 * different; older is passed over. A whole calendar takes away what it has no more, but only
 * if it was read to its end and has something in it, and not without being told to where
 * that is more than half: an empty answer of a server must not empty a week. A message takes
 * away what it calls off and nothing else. */
#include "adapters/import_parts.h"

#include "adapters/import_told.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct comparing {
    struct arena *arena;
    struct import_reading *reading;
    struct import_result *result;
    int room;
    int *adds, *others; /* by event: things that are new; that are not */
    bool *missed;       /* by item of the past: the source does not say it any more */
    struct seen {
        const char *uid;
        int event;
    } *seen; /* the events of the reading, by uid */
};

/* ---- the same thing twice in one reading ---------------------------------------- */

static int order_of(const struct import_event *a, const struct import_event *b)
{
    if (a->sequence != b->sequence)
        return a->sequence < b->sequence ? -1 : 1;
    return (a->stamp_utc > b->stamp_utc) - (a->stamp_utc < b->stamp_utc);
}

/* By name, the newest first, else as it was read. */
static int by_name(const void *x, const void *y, void *reading)
{
    const struct import_reading *r = reading;
    const struct import_saying *a = x, *b = y;
    int order = strcmp(a->key, b->key);

    if (order == 0)
        order = -order_of(&r->events[a->event], &r->events[b->event]);
    return order ? order : (a->event > b->event) - (a->event < b->event);
}

static void sayings_settle(struct import_reading *r)
{
    int n = 0;

    if (r->n_sayings)
        qsort_r(r->sayings, (size_t)r->n_sayings, sizeof *r->sayings, by_name, r);
    for (int i = 0; i < r->n_sayings; i++) {
        const struct import_event *e = &r->events[r->sayings[i].event];
        if (n == 0 || strcmp(r->sayings[n - 1].key, r->sayings[i].key) != 0)
            r->sayings[n++] = r->sayings[i];
        else
            import_note(r, e->document, e->line,
                        _("The same event is in the source twice; the newer one counts."));
    }
    r->n_sayings = n;
}

/* ---- what is said ---------------------------------------------------------------- */

static bool is_older(const struct import_event *e, const struct import_item *i)
{
    if (e->sequence != i->sequence)
        return e->sequence < i->sequence;
    return e->stamp_utc && i->stamp_utc && e->stamp_utc < i->stamp_utc;
}

/* The reason of a busy time is no news: it is a word in the language of the run. */
static bool same_thing(const char *was, const char *is, bool busy)
{
    json_t *a = json_loads(was, 0, NULL), *b = json_loads(is, 0, NULL);

    if (busy)
        json_object_set(b, "reason", json_object_get(a, "reason"));
    bool same = json_equal(a, b);
    json_decref(a);
    json_decref(b);
    return same;
}

static void add_change(struct comparing *c, const struct import_change *change)
{
    struct import_result *x = c->result;
    struct import_change now = *change;

    now.start = thing_start(c->arena, &c->reading->problem->week, now.kind,
                            now.is ? now.is : now.was);
    ARENA_PUSH(c->arena, x->changes, x->n_changes, c->room, now);
}

static int by_start(const void *x, const void *y)
{
    const struct import_change *a = x, *b = y;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return strcmp(a->key, b->key);
}

static void compare_one(struct comparing *c, const struct import_saying *s,
                        const struct import_item *item)
{
    struct import_reading *r = c->reading;
    const struct import_event *e = &r->events[s->event];
    struct import_change change = {.act = item ? ACT_UPDATE : ACT_ADD,
                                   .kind = s->kind,
                                   .saying = s,
                                   .item = item,
                                   .uid = e->uid,
                                   .key = s->key,
                                   .person = s->person,
                                   .was = item ? item->json : NULL,
                                   .is = s->json};

    if (item && is_older(e, item)) {
        import_note(r, e->document, e->line, _("It is older than what was imported before."));
        c->others[s->event]++;
    } else if (item && same_thing(item->json, s->json, r->source->as == MEANING_BUSY)) {
        c->others[s->event]++;
    } else {
        c->adds[s->event] += !item;
        c->others[s->event] += item != NULL;
        if (item)
            r->events[s->event].fate = FATE_UPDATED;
        add_change(c, &change);
    }
}

/* Both lists are by name. */
static void compare_said(struct comparing *c)
{
    const struct import_reading *r = c->reading;
    const struct import_past *past = c->result->past;
    int k = 0;

    for (int i = 0; i < r->n_sayings; i++) {
        int order = 1;
        for (; k < past->n_items; k++) {
            order = strcmp(past->items[k].key, r->sayings[i].key);
            if (order >= 0)
                break;
            c->missed[k] = true;
        }
        bool met = k < past->n_items && order == 0;
        compare_one(c, &r->sayings[i], met ? &past->items[k++] : NULL);
    }
    for (; k < past->n_items; k++)
        c->missed[k] = true;
}

/* ---- what is not said any more ----------------------------------------------------- */

static int by_uid(const void *x, const void *y)
{
    const struct seen *a = x, *b = y;
    int order = strcmp(a->uid, b->uid);

    return order ? order : a->event - b->event;
}

static void list_seen(struct comparing *c)
{
    int n = c->reading->n_events;

    c->seen = NEW_ARRAY(c->arena, struct seen, n + 1);
    for (int i = 0; i < n; i++)
        c->seen[i] = (struct seen){c->reading->events[i].uid, i};
    qsort(c->seen, (size_t)n, sizeof *c->seen, by_uid);
}

/* What the source has of an event. */
struct mention {
    bool rejected, whole, newer; /* whole: not just one of its series */
    bool any;
};

static struct mention mention_of(const struct comparing *c, const struct import_item *item)
{
    const struct import_reading *r = c->reading;
    struct mention m = {0};
    int low = 0, high = r->n_events;

    while (low < high) {
        int middle = (low + high) / 2;
        if (strcmp(c->seen[middle].uid, item->uid) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < r->n_events && strcmp(c->seen[low].uid, item->uid) == 0; low++) {
        const struct import_event *e = &r->events[c->seen[low].event];
        m.any = true;
        m.rejected = m.rejected || e->fate == FATE_REJECTED;
        if (e->fate == FATE_UNCHANGED || e->fate == FATE_OUTSIDE || e->fate == FATE_UPDATED) {
            m.whole = m.whole || !e->overrides;
            m.newer = m.newer || !is_older(e, item);
        }
    }
    return m;
}

static bool called_off(const struct import_reading *r, const struct import_item *item)
{
    for (int i = 0; i < r->n_cancels; i++) {
        const struct import_cancel *c = &r->cancels[i];
        if (strcmp(c->uid, item->uid) == 0 && c->sequence >= item->sequence &&
            (c->original_utc == INT64_MIN || c->original_utc == item->original_utc ||
             item->original_utc == ORIGINAL_ALONE))
            return true;
    }
    return false;
}

static bool has_something(const struct import_reading *r)
{
    for (int i = 0; i < r->n_events; i++)
        if (r->events[i].fate != FATE_REJECTED)
            return true;
    return false;
}

static void add_removal(struct comparing *c, const struct import_item *item)
{
    add_change(c, &(struct import_change){.act = ACT_REMOVE,
                                          .kind = item->kind,
                                          .item = item,
                                          .uid = item->uid,
                                          .key = item->key,
                                          .person = item->person,
                                          .was = item->json});
}

/* An event that could not be read this time stays as it was; of one that is still there
 * what it does not take any more goes, for that was said. */
static void compare_missed(struct comparing *c, const struct import_item *item)
{
    const struct import_reading *r = c->reading;
    struct mention m = mention_of(c, item);
    bool gone = false;

    if (called_off(r, item))
        add_removal(c, item);
    else if (m.rejected || (m.any && !m.newer))
        import_note(c->reading, 0, 0, _("%s stays as it was imported before."), item->uid);
    else if (m.whole)
        add_removal(c, item);
    else
        gone = r->whole && !m.any && has_something(r);
    if (gone) {
        add_removal(c, item);
        c->result->n_gone++;
    }
}

static void hold(struct comparing *c, bool anyway)
{
    struct import_result *x = c->result;

    x->held = !anyway && 2 * x->n_gone > x->past->n_items;
}

/* ---- fates ------------------------------------------------------------------------- */

static void fates_settle(struct comparing *c)
{
    for (int i = 0; i < c->reading->n_events; i++) {
        struct import_event *e = &c->reading->events[i];
        if (e->fate == FATE_UNCHANGED && c->adds[i] > 0)
            e->fate = c->others[i] > 0 ? FATE_UPDATED : FATE_IMPORTED;
    }
}

static int by_place(const void *x, const void *y)
{
    const struct import_note *a = x, *b = y;

    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return strcmp(a->text, b->text);
}

static const struct import_past *past_of(struct arena *a, const struct imported *im,
                                         const char *source)
{
    for (int i = 0; i < im->n; i++)
        if (strcmp(im->sources[i].source, source) == 0)
            return &im->sources[i];
    struct import_past *none = NEW(a, struct import_past);
    none->source = source;
    return none;
}

struct import_result *import_compare(struct arena *a, struct import_reading *r,
                                     const struct imported *before, bool anyway)
{
    struct import_result *x = NEW(a, struct import_result);
    struct comparing c = {.arena = a, .reading = r, .result = x};

    x->reading = r;
    x->past = past_of(a, before, r->source->id);
    c.adds = NEW_ARRAY(a, int, r->n_events + 1);
    c.others = NEW_ARRAY(a, int, r->n_events + 1);
    c.missed = NEW_ARRAY(a, bool, x->past->n_items + 1);
    sayings_settle(r);
    list_seen(&c);
    compare_said(&c);
    for (int i = 0; i < x->past->n_items; i++)
        if (c.missed[i])
            compare_missed(&c, &x->past->items[i]);
    if (x->n_changes > 0)
        qsort(x->changes, (size_t)x->n_changes, sizeof *x->changes, by_start);
    if (r->n_notes > 0)
        qsort(r->notes, (size_t)r->n_notes, sizeof *r->notes, by_place);
    hold(&c, anyway);
    fates_settle(&c);
    return x;
}
