/* week.json of an invented week. */
#include "adapters/invent/invent_json.h"

#include "base/file.h"
#include "base/text.h"

static json_t *slot_json(const struct invention *v,
                         const struct invented_week *w, const struct slot *s)
{
    json_t *day = told_day(v, w->monday + s->day);

    if (s->from == s->to)
        return json_pack("{so so}", "date", day, "at", told_clock(v, s->at));
    return json_pack("{so so so so}", "date", day, "from", told_clock(v, s->from),
                     "to", told_clock(v, s->to), "wish", told_clock(v, s->at));
}

static json_t *group_id(const struct invention *v, int group)
{
    return json_string(arena_print(v->arena, "g%d", group));
}

static json_t *slots_json(const struct invention *v,
                          const struct invented_week *w, const struct outing *o)
{
    json_t *list = json_array();

    for (int i = 0; i < o->n_slots; i++)
        json_array_append_new(list, slot_json(v, w, &o->slots[i]));
    if (o->group > 0)
        json_array_insert_new(list, 1,
                              json_pack("{so}", "session", group_id(v, o->group)));
    return list;
}

static json_t *travel_of(const struct outing *o)
{
    const char *mode = transport_word(TRANSPORT_PARATRANSIT);

    if (!o->rides)
        return NULL;
    return json_pack("{ss ss so*}", "out", mode, "back", mode, "escort_rides",
                     told_yes(o->escort_pays));
}

static json_t *offers_json(const struct invention *v, const struct outing *o)
{
    if (!o->offered)
        return NULL;
    return json_pack("[{ss ss so}]", "escort", v->escorts[o->asked].who.id,
                     "answer", answer_word(o->answer), "on",
                     told_day(v, o->answered_on));
}

/* The end is the meeting place unless the file says otherwise. */
static const char *end_id(const struct invention *v, const struct outing *o)
{
    if (o->end == o->meet)
        return NULL;
    return o->end == NONE ? told_home(v, &v->clients[o->client].who)
                          : v->venues[o->end].id;
}

static json_t *request_json(const struct invention *v,
                            const struct invented_week *w, int i)
{
    const struct outing *o = &w->outings[i];
    uint64_t skill = o->skill == NONE ? 0 : (uint64_t)1 << o->skill;
    const char *series =
        o->series > 0 ? arena_print(v->arena, "s%03d", o->series) : NULL;

    return json_pack(
        "{ss ss ss si so* so ss* ss* so* so* so* so* ss* ss*}", "id",
        arena_print(v->arena, "r%02d-%03d", w->iso_week, i + 1), "client",
        v->clients[o->client].who.id, "activity", o->activity, "minutes",
        o->minutes, "minutes_min", told_positive(o->minutes_min), "alternatives",
        slots_json(v, w, o), "meet", o->meet == NONE ? NULL : v->venues[o->meet].id,
        "end", end_id(v, o), "travel", travel_of(o), "offers", offers_json(v, o),
        "escorts_needed",
        o->staff > 1 ? json_integer(o->staff) : NULL,
        "needs", told_needs(skill, NONE, 0), "priority",
        o->priority == PRIORITY_NORMAL
            ? NULL
            : priority_word((enum priority)o->priority),
        "series", series);
}

static json_t *moment(const struct invention *v, int64_t day, int minutes)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return json_string(arena_print(v->arena, "%04d-%02d-%02dT%02d:%02d", year,
                                   month, mday, minutes / HOUR, minutes % HOUR));
}

static json_t *groups_json(const struct invention *v,
                           const struct invented_week *w)
{
    json_t *list = v->n_groups > 0 ? json_array() : NULL;

    for (int i = 0; i < v->n_groups; i++) {
        const struct invented_group *g = &v->groups[i];
        json_array_append_new(
            list,
            json_pack("{so ss ss so si si si si so*}", "id", group_id(v, i + 1),
                      "activity", g->activity, "place", v->venues[g->venue].id,
                      "start", moment(v, w->monday + g->day, g->start), "minutes",
                      g->minutes, "capacity", g->capacity, "clients_per_escort",
                      g->per_escort, "debit_percent", g->debit_percent, "fee_ore",
                      told_positive(g->fee_ore)));
    }
    return list;
}

static json_t *absences_json(const struct invention *v,
                             const struct invented_week *w)
{
    json_t *list = w->n_absences > 0 ? json_array() : NULL;

    for (int i = 0; i < w->n_absences; i++) {
        const struct invented_absence *a = &w->absences[i];
        json_array_append_new(
            list, json_pack("{ss so so ss}", "escort",
                            v->escorts[a->escort].who.id, "from",
                            moment(v, w->monday + a->from, 0), "to",
                            moment(v, w->monday + a->to, 0), "reason", a->reason));
    }
    return list;
}

/* The smallest example has no day on which it is planned. */
static json_t *today_json(const struct invention *v, const struct invented_week *w)
{
    return v->preset->hours > 0 ? told_day(v, w->monday - PLANNED_BEFORE) : NULL;
}

json_t *week_json(const struct invention *v, const struct invented_week *w)
{
    json_t *requests = json_array();

    for (int i = 0; i < w->n_outings; i++)
        json_array_append_new(requests, request_json(v, w, i));
    return json_pack("{ss si ss so* so* so so*}", "format", "ledsaga-week", "version",
                     1, "week",
                     arena_print(v->arena, "%04d-W%02d", w->iso_year, w->iso_week),
                     "today", today_json(v, w), "sessions", groups_json(v, w),
                     "requests", requests, "absences", absences_json(v, w));
}

enum status week_save(const struct invention *v, const struct invented_week *w,
                      const char *dir, struct faults *f)
{
    const char *folder = arena_print(v->arena, "%s/weeks/%04d-W%02d", dir,
                                     w->iso_year, w->iso_week);

    TRY(folder_make(folder, f));
    return document_save(v->arena, week_json(v, w),
                         arena_print(v->arena, "%s/week.json", folder), f);
}
