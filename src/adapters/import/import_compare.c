/* What a source says now against what was taken from it before.
 *
 * A thing is known by its name in the source (UID, and the start it would have had in its
 * series). Newer is what has the higher SEQUENCE, then the later stamp, then what is
 * different; older is passed over. A whole calendar takes away what it has no more, but only
 * if it was read to its end and has something in it, and not without being told to where
 * that is more than half: an empty answer of a server must not empty a week. A message takes
 * away what it calls off and nothing else. */
#include "adapters/import/import_parts.h"

#include "adapters/import/import_told.h"
#include "base/text.h"

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct comparing {
    struct arena *arena;
    bool anyway; /* --force */
    struct import_reading *reading;
    struct import_result *result;
    int room, room_off;
    int *adds, *others; /* by event: things that are new; that are not */
    bool *missed;       /* by item of the past: the source does not say it any more */
    struct seen {
        const char *uid;
        int event;
    } *seen; /* the events of the reading, by uid */
    struct import_cancel *cancels; /* those of the reading, by uid, start, the newest first */
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
    bool *counts = NEW_ARRAY(r->arena, bool, r->n_events + 1);
    bool *twin = NEW_ARRAY(r->arena, bool, r->n_events + 1);
    int n = 0;

    if (r->n_sayings)
        qsort_r(r->sayings, (size_t)r->n_sayings, sizeof *r->sayings, by_name, r);
    for (int i = 0; i < r->n_sayings; i++) {
        const struct import_event *e = &r->events[r->sayings[i].event];
        bool first = n == 0 || strcmp(r->sayings[n - 1].key, r->sayings[i].key) != 0;
        (first ? counts : twin)[r->sayings[i].event] = true;
        if (first)
            r->sayings[n++] = r->sayings[i];
        else
            import_note(r, e->document, e->line,
                        _("The same event is in the source twice; the newer one counts."));
    }
    r->n_sayings = n;
    for (int i = 0; i < r->n_events; i++)
        if (twin[i] && !counts[i])
            r->events[i].fate = FATE_OVERTAKEN;
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

/* Row of what called it off in the past; NONE. */
static int off_at(const struct import_past *past, const char *uid, int64_t original_utc)
{
    const struct import_cancel wanted = {.uid = uid, .original_utc = original_utc};
    const struct import_cancel *found =
        past->n_off ? bsearch(&wanted, past->off, (size_t)past->n_off, sizeof *past->off,
                              import_cancel_order)
                    : NULL;

    return found ? (int)(found - past->off) : NONE;
}

/* It was called off by a later message than this. What is newer than that message undoes
 * it. */
static bool stays_off(struct comparing *c, const struct import_saying *s)
{
    const struct import_past *past = c->result->past;
    const struct import_event *e = &c->reading->events[s->event];
    const int rows[] = {off_at(past, e->uid, INT64_MIN), off_at(past, e->uid, s->original_utc)};

    for (int i = 0; i < 2; i++) {
        const struct import_cancel *off = rows[i] == NONE ? NULL : &past->off[rows[i]];
        bool later = off && off->stamp_utc && e->stamp_utc > off->stamp_utc;
        if (off && (e->sequence < off->sequence || (e->sequence == off->sequence && !later)))
            return true;
    }
    for (int i = 0; i < 2; i++)
        if (rows[i] != NONE)
            c->result->undone[rows[i]] = true;
    return false;
}

/* A request that somebody took out of the week since it was imported. */
static bool is_taken_out(const struct comparing *c, const struct import_item *item)
{
    return item->kind == IMPORT_REQUEST && !import_item_pending(item) &&
           problem_find_request(c->reading->problem, item->key) == NONE;
}

static void compare_one(struct comparing *c, const struct import_saying *s,
                        const struct import_item *item)
{
    struct import_reading *r = c->reading;
    const struct import_event *e = &r->events[s->event];
    bool taken_out = item && is_taken_out(c, item);
    bool put = item && !import_item_pending(item) && !taken_out;
    struct import_change change = {.act = put ? ACT_UPDATE : ACT_ADD,
                                   .kind = s->kind,
                                   .saying = s,
                                   .item = item,
                                   .uid = e->uid,
                                   .key = s->key,
                                   .person = s->person,
                                   .was = put ? item->json : NULL,
                                   .is = s->json};

    if (taken_out && !c->anyway) {
        import_note(r, e->document, e->line,
                    _("It was taken out of the week by hand and stays out; --force brings it "
                      "back."));
        c->others[s->event]++;
    } else if (!put && stays_off(c, s)) {
        import_note(r, e->document, e->line, _("It was called off after that."));
        c->others[s->event]++;
    } else if (put && is_older(e, item)) {
        import_note(r, e->document, e->line, _("It is older than what was imported before."));
        c->others[s->event]++;
    } else if (put && same_thing(item->json, s->json, r->source->as == MEANING_BUSY)) {
        c->others[s->event]++;
    } else {
        c->adds[s->event] += !put;
        c->others[s->event] += put;
        if (put)
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

static int by_cancelled(const void *x, const void *y)
{
    const struct import_cancel *a = x, *b = y;
    int order = strcmp(a->uid, b->uid);

    if (order == 0)
        order = (a->original_utc > b->original_utc) - (a->original_utc < b->original_utc);
    if (order == 0)
        order = (a->sequence < b->sequence) - (a->sequence > b->sequence);
    return order ? order : (a->stamp_utc < b->stamp_utc) - (a->stamp_utc > b->stamp_utc);
}

static void list_cancels(struct comparing *c)
{
    const struct import_reading *r = c->reading;

    c->cancels = NEW_ARRAY(c->arena, struct import_cancel, r->n_cancels + 1);
    for (int i = 0; i < r->n_cancels; i++)
        c->cancels[i] = r->cancels[i];
    qsort(c->cancels, (size_t)r->n_cancels, sizeof *c->cancels, by_cancelled);
}

/* The first that is not before this name. */
static int cancel_from(const struct comparing *c, const char *uid, int64_t original_utc)
{
    const struct import_cancel wanted = {
        .uid = uid, .original_utc = original_utc, .sequence = INT_MAX, .stamp_utc = INT64_MAX};
    int low = 0, high = c->reading->n_cancels;

    while (low < high) {
        int middle = (low + high) / 2;
        if (by_cancelled(&c->cancels[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct import_cancel *cancel_at(const struct comparing *c, int i,
                                             const struct import_item *item)
{
    bool hits = i < c->reading->n_cancels && strcmp(c->cancels[i].uid, item->uid) == 0 &&
                c->cancels[i].sequence >= item->sequence;

    return hits ? &c->cancels[i] : NULL;
}

/* All of its event is called off, or this time of it; an event that is alone has only one. */
static const struct import_cancel *called_off(const struct comparing *c,
                                              const struct import_item *item)
{
    const struct import_cancel *found =
        cancel_at(c, cancel_from(c, item->uid, INT64_MIN), item);
    int i = cancel_from(c, item->uid, item->original_utc);

    if (found && found->original_utc == INT64_MIN)
        return found;
    if (item->original_utc != ORIGINAL_ALONE) {
        found = cancel_at(c, i, item);
        return found && found->original_utc == item->original_utc ? found : NULL;
    }
    for (i = cancel_from(c, item->uid, INT64_MIN);
         i < c->reading->n_cancels && strcmp(c->cancels[i].uid, item->uid) == 0; i++)
        if ((found = cancel_at(c, i, item)))
            return found;
    return NULL;
}

/* Something was rejected of which nobody knows what it was: it may be anything that seems
 * to be gone. */
static bool has_unknown(const struct import_reading *r)
{
    for (int i = 0; i < r->n_events; i++)
        if (r->events[i].fate == FATE_REJECTED && !import_uid_said(r->events[i].uid))
            return true;
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

/* An event that is alone has no other time: it is called off as a whole. */
static void add_off(struct comparing *c, const struct import_item *item,
                    const struct import_cancel *off)
{
    struct import_result *x = c->result;
    struct import_cancel now = *off;

    if (item->original_utc == ORIGINAL_ALONE)
        now.original_utc = INT64_MIN;
    ARENA_PUSH(c->arena, x->off, x->n_off, c->room_off, now);
}

/* An event that could not be read this time stays as it was; of one that is still there
 * what it does not take any more goes, for that was said. */
static void compare_missed(struct comparing *c, const struct import_item *item)
{
    const struct import_reading *r = c->reading;
    struct mention m = mention_of(c, item);
    bool gone = false;

    const struct import_cancel *off = called_off(c, item);

    if (off) {
        add_removal(c, item);
        add_off(c, item, off);
    }
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
    struct comparing c = {.arena = a, .anyway = anyway, .reading = r, .result = x};

    x->reading = r;
    x->past = past_of(a, before, r->source->id);
    c.adds = NEW_ARRAY(a, int, r->n_events + 1);
    c.others = NEW_ARRAY(a, int, r->n_events + 1);
    x->undone = NEW_ARRAY(a, bool, x->past->n_off + 1);
    c.missed = NEW_ARRAY(a, bool, x->past->n_items + 1);
    r->whole = r->whole && !has_unknown(r);
    sayings_settle(r);
    list_seen(&c);
    list_cancels(&c);
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
