/* Things as week.json is to have them. Each carries a name that the same event has in
 * every import: a request its id, other things a note of the program's own. */
#include "adapters/import/import_parts.h"

#include "adapters/text/plain.h"
#include "base/file.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { LOOSE = 2 * HOUR };

const char *import_key(struct arena *a, const struct import_source *s, const char *uid,
                       int64_t original_utc)
{
    uint64_t hash = hash_number(hash_bytes(HASH_START, uid, strlen(uid)), original_utc);

    /* Names have 64 letters at most: of a long one the rest is in the number. */
    if (strlen(s->id) > 40)
        hash = hash_bytes(hash, s->id, strlen(s->id));
    return arena_print(a, "%.40s.%016llx", s->id, (unsigned long long)hash);
}

/* Takes the object. */
static void say(struct import_reading *r, int event, int64_t original_utc,
                enum import_kind kind, const char *key, const char *person, json_t *object)
{
    char *dump = json_dumps(object, JSON_COMPACT);

    require(dump, "what is said of a week must be sound JSON");
    struct import_saying s = {.event = event,
                              .original_utc = original_utc,
                              .kind = kind,
                              .key = key,
                              .person = person,
                              .json = arena_copy(r->arena, dump)};
    ARENA_PUSH(r->arena, r->sayings, r->n_sayings, r->room_sayings, s);
    free(dump);
    json_decref(object);
}

/* ---- times of escorts ---- */

/* Days that are nearer than a visit of this week can reach. */
static struct span within_reach(const struct week *w, struct span s)
{
    int last = week_length(w) + DAY;

    return (struct span){s.from < -DAY ? -DAY : s.from, s.to > last ? last : s.to};
}

static json_t *span_object(const struct import_reading *r, struct span span, const char *key)
{
    const struct week *w = &r->problem->week;
    char from[32], to[32];

    span = within_reach(w, span);
    week_format(w, span.from, from);
    week_format(w, span.to, to);
    return json_pack("{ss ss ss}", "from", from, "to", to, "x-imported", key);
}

void say_absence(struct import_reading *r, int event, int64_t original_utc, int escort,
                 struct span away, const char *reason)
{
    const char *id = r->problem->escorts[escort].id;
    const char *key =
        import_key(r->arena, r->source, r->events[event].uid, original_utc);
    json_t *span = span_object(r, away, key), *object = json_pack("{ss}", "escort", id);

    json_object_update(object, span);
    json_object_set_new(object, "reason",
                        json_string(reason && *reason ? plain_line(r->arena, reason)
                                                      : _("busy")));
    json_decref(span);
    say(r, event, original_utc, IMPORT_ABSENCE, key, id, object);
}

void say_available(struct import_reading *r, int event, int64_t original_utc, int escort,
                   struct span span)
{
    const char *key =
        import_key(r->arena, r->source, r->events[event].uid, original_utc);

    say(r, event, original_utc, IMPORT_SPAN, key, r->problem->escorts[escort].id,
        span_object(r, span, key));
}

/* ---- requests ---- */

void wish_loosen(struct import_wish *wish)
{
    wish->from = wish->at > LOOSE ? wish->at - LOOSE : 0;
    wish->to = wish->at + LOOSE < DAY ? wish->at + LOOSE : DAY - 1;
}

static json_t *clock_json(struct arena *a, int minutes)
{
    return json_string(arena_print(a, "%02d:%02d", minutes / HOUR, minutes % HOUR));
}

static json_t *when_json(const struct import_reading *r, const struct import_wish *w)
{
    struct arena *a = r->arena;
    struct moment m = week_moment(&r->problem->week, r->problem->week.day_start[w->day]);
    json_t *when = json_pack("{ss}", "date",
                             arena_print(a, "%04d-%02d-%02d", m.year, m.month, m.mday));

    if (w->from == NONE) {
        json_object_set_new(when, "at", clock_json(a, w->at));
        return when;
    }
    json_object_set_new(when, "from", clock_json(a, w->from));
    json_object_set_new(when, "to", clock_json(a, w->to));
    if (w->at != NONE)
        json_object_set_new(when, "wish", clock_json(a, w->at));
    return when;
}

static const char *place_id(const struct problem *p, int place)
{
    return place == NONE ? NULL : p->places[place].id;
}

void say_request(struct import_reading *r, int event, int64_t original_utc,
                 const struct import_wish *w)
{
    const struct problem *p = r->problem;
    const char *client = p->clients[w->client].id;
    const char *key =
        import_key(r->arena, r->source, r->events[event].uid, original_utc);
    const char *escort = w->escort == NONE ? NULL : p->escorts[w->escort].id;
    json_t *object = json_pack(
        "{ss ss ss si so* s[o] ss* ss* so* so* ss* ss* ss*}", "id", key, "client", client,
        "activity", plain_line(r->arena, w->activity), "minutes", w->minutes, "minutes_min",
        w->minutes_min > 0 ? json_integer(w->minutes_min) : NULL, "alternatives",
        when_json(r, w), "meet", place_id(p, w->meet), "end", place_id(p, w->end),
        "escorts_needed", w->needed > 0 ? json_integer(w->needed) : NULL, "wishes",
        escort ? json_pack("[s]", escort) : NULL, "priority", w->priority, "decision",
        w->decision, "series", w->series);

    say(r, event, original_utc, IMPORT_REQUEST, key, client, object);
}
