/* Events as edits of the files. A request that was called off goes, and all that names it;
 * what has begun and cannot be undone stays by itself (week.json's "now"). */
#include "adapters/replan/event.h"

#include "adapters/text/phrase.h"
#include "adapters/text/splice.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char *kept(struct arena *a, json_t *value)
{
    char *text = json_dumps(value, JSON_REAL_PRECISION(15));
    const char *copy = arena_copy(a, text);

    free(text);
    json_decref(value);
    return copy;
}

/* ---- absences ------------------------------------------------------------- */

static const char *moment_text(struct arena *a, const struct week *w, int minute)
{
    char text[32];

    week_format(w, minute, text);
    return arena_copy(a, text);
}

/* No two are the same thing, so that each is added. */
static void put_absence(const struct events *all, const struct event *e, struct week_edit *week)
{
    struct arena *a = all->arena;
    const struct problem *p = all->problem;
    const char *name = arena_print(a, "%s %s", moment_text(a, &p->week, all->now), e->said);
    const struct week_item at = {"absences", NULL, "x-event", name};

    week_edit_put(week, &at, NULL,
                  kept(a, json_pack("{ss ss ss ss ss}", "escort", p->escorts[e->escort].id,
                                    "from", moment_text(a, &p->week, e->from), "to",
                                    moment_text(a, &p->week, e->to), "reason",
                                    e->kind == EVENT_SICK ? "sick" : "leaves", "x-event",
                                    name)));
}

/* ---- pins ----------------------------------------------------------------- */

static bool pinned_to(const struct request *q, int escort)
{
    for (int i = 0; i < q->n_pin_escorts; i++)
        if (q->pin_escorts[i] == escort)
            return true;
    return false;
}

/* A pin to somebody who cannot come any more would keep everybody else away: only its time
 * stays. */
static void unpin(const struct events *all, const struct request *q, struct week_edit *week)
{
    struct arena *a = all->arena;
    const struct week_item at = {"pins", NULL, "request", q->id};

    week_edit_put(week, &at, NULL, NULL);
    if (q->pin_start != NONE)
        week_edit_put(week, &at, NULL,
                      kept(a, json_pack("{ss ss}", "request", q->id, "start",
                                        moment_text(a, &all->problem->week, q->pin_start))));
}

static bool away_then(const struct event *e, const struct request *q)
{
    int start = q->pin_start != NONE ? q->pin_start : q->published ? q->pub_start : NONE;

    return start == NONE || (start < e->to && e->from < start + q->minutes);
}

static void unpin_all(const struct events *all, const struct event *e, struct week_edit *week)
{
    const struct problem *p = all->problem;

    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        bool meant = e->kind == EVENT_VETO ? q->client == e->client : away_then(e, q);
        if (q->pinned && !q->held && meant && pinned_to(q, e->escort))
            unpin(all, q, week);
    }
}

/* ---- requests ------------------------------------------------------------- */

static const char *clock_text(struct arena *a, const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);

    return arena_print(a, "%02d:%02d", m.hour, m.minute);
}

static json_t *time_object(struct arena *a, const struct week *w, const struct event *e)
{
    struct moment m = week_moment(w, e->from);
    const char *date = arena_print(a, "%04d-%02d-%02d", m.year, m.month, m.mday);

    if (e->from == e->to)
        return json_pack("{ss ss}", "date", date, "at", clock_text(a, w, e->from));
    return json_pack("{ss ss ss}", "date", date, "from", clock_text(a, w, e->from), "to",
                     clock_text(a, w, e->to));
}

/* Its pin would be at a time that is offered no more. */
static void put_move(const struct events *all, const struct event *e, struct week_edit *week)
{
    struct arena *a = all->arena;
    const char *id = all->problem->requests[e->request].id;
    const struct week_item at = {"requests", NULL, "id", id}, pin = {"pins", NULL, "request", id};

    week_edit_put(week, &pin, NULL, NULL);
    week_edit_put(week, &at, NULL,
                  kept(a, json_pack("{s[o]}", "alternatives",
                                    time_object(a, &all->problem->week, e))));
}

/* Its escort was there: the visit stays as worked, with a note. */
static void put_no_show(const struct events *all, const struct event *e, struct week_edit *week)
{
    struct arena *a = all->arena;
    const struct week_item at = {"requests", NULL, "id", all->problem->requests[e->request].id};

    week_edit_put(week, &at, NULL,
                  kept(a, json_pack("{ss}", "x-noshow",
                                    moment_text(a, &all->problem->week, all->now))));
}

static void put_gone(const struct events *all, const struct event *e, struct week_edit *week)
{
    const struct week_item at = {"requests", NULL, "id", all->problem->requests[e->request].id};

    week_edit_put(week, &at, NULL, NULL);
}

/* One without a sound id is refused when the week is read. */
static void put_new(const struct event *e, struct week_edit *week)
{
    const struct week_item at = {"requests", NULL, "x-new", e->json};

    week_edit_put(week, &at, NULL, e->json);
}

/* ---- vetoes --------------------------------------------------------------- */

static void list_without(json_t *list, const char *id)
{
    for (size_t i = json_array_size(list); i-- > 0;) {
        const char *text = json_string_value(json_array_get(list, i));
        if (text && strcmp(text, id) == 0)
            json_array_remove(list, i);
    }
}

static bool names(const json_t *client, const char *key, const char *id)
{
    const char *text = json_string_value(json_object_get(client, key));

    return text && strcmp(text, id) == 0;
}

/* The deputy comes in the place of the client's own escort. */
static void step_down(json_t *client, const char *escort)
{
    if (names(client, "deputy", escort))
        json_object_del(client, "deputy");
    if (!names(client, "primary", escort))
        return;
    json_t *deputy = json_object_get(client, "deputy");
    if (deputy)
        json_object_set(client, "primary", deputy);
    else
        json_object_del(client, "primary");
    json_object_del(client, "deputy");
}

static void put_veto(const struct events *all, const struct event *e, const char **unit)
{
    struct arena *a = all->arena;
    const char *id = all->problem->clients[e->client].id;
    const char *escort = all->problem->escorts[e->escort].id;
    const char *text = splice_item_text(a, *unit, "clients", "id", id);
    json_t *client = text ? json_loads(text, 0, NULL) : NULL;

    if (client && pair_barred(all->problem, e->client, e->escort) != BAR_CLIENT) {
        if (!json_object_get(client, "never"))
            json_object_set_new(client, "never", json_array());
        json_array_append_new(json_object_get(client, "never"), json_string(escort));
        list_without(json_object_get(client, "wishes"), escort);
        step_down(client, escort);
        *unit = splice_item(a, *unit, "clients", "id", id, kept(a, json_incref(client)));
    }
    json_decref(client);
}

/* ---- all of them ---------------------------------------------------------- */

static void put(const struct events *all, const struct event *e, struct week_edit *week,
                const char **unit)
{
    switch (e->kind) {
    case EVENT_SICK:
    case EVENT_LEAVES:
        put_absence(all, e, week);
        unpin_all(all, e, week);
        break;
    case EVENT_CANCEL:
        put_gone(all, e, week);
        break;
    case EVENT_NO_SHOW:
        put_no_show(all, e, week);
        break;
    case EVENT_MOVE:
        put_move(all, e, week);
        break;
    case EVENT_VETO:
        put_veto(all, e, unit);
        unpin_all(all, e, week);
        break;
    case EVENT_NEW:
        put_new(e, week);
        break;
    case EVENT_KINDS:
        break;
    }
}

void events_put(const struct events *all, struct week_edit *week, const char **unit)
{
    for (int i = 0; i < all->n; i++)
        put(all, &all->list[i], week, unit);
}

/* ---- in words ------------------------------------------------------------- */

const char *event_phrase(struct arena *a, const struct problem *p, const struct event *e)
{
    switch (e->kind) {
    case EVENT_SICK:
        return arena_print(a, _("%s is sick from %s to %s"), escort_name(a, p, e->escort),
                           moment_sentence(a, &p->week, e->from),
                           moment_sentence(a, &p->week, e->to));
    case EVENT_LEAVES:
        return arena_print(a, _("%s leaves at %s"), escort_name(a, p, e->escort),
                           moment_sentence(a, &p->week, e->from));
    case EVENT_CANCEL:
        return arena_print(a, _("%s is cancelled"), visit_phrase(a, p, e->request));
    case EVENT_NO_SHOW:
        return arena_print(a, _("the client did not come to %s: it stays as worked"), visit_phrase(a, p, e->request));
    case EVENT_MOVE:
        return arena_print(a, _("%s is moved to %s"), visit_phrase(a, p, e->request),
                           e->from == e->to
                               ? moment_sentence(a, &p->week, e->from)
                               : arena_print(a, "%s–%s", moment_sentence(a, &p->week, e->from),
                                             clock_phrase(a, &p->week, e->to)));
    case EVENT_VETO:
        return arena_print(a, _("%s does not want %s any more"), client_name(a, p, e->client),
                           escort_name(a, p, e->escort));
    case EVENT_NEW:
        return _("a new request");
    case EVENT_KINDS:
        break;
    }
    return "";
}
