/* A leisure activity in a group, every week at the same time. Whoever would take it may do
 * so instead of the outing they asked for; what that draws from their decision is the
 * activity's. */
#include "adapters/whatif/scenario_operations.h"
#include "adapters/whatif/scenario_scene.h"

#include "base/text.h"

#include <string.h>

enum { MARGIN = 60 /* minutes that leaders are there before and after */, TIMES_MOST = 20 };

/* Where most outings begin; a group that is nowhere costs no travel. */
static const char *place_usual(struct scene *s)
{
    json_t *requests = scene_requests(s);
    const char *best = "";
    int most = 0;
    for (size_t i = 0; i < json_array_size(requests); i++) {
        const char *place = text_of(json_array_get(requests, i), "meet");
        int n = 0;
        for (size_t k = 0; *place && k < json_array_size(requests); k++)
            n += strcmp(text_of(json_array_get(requests, k), "meet"), place) == 0;
        if (n > most) {
            most = n;
            best = place;
        }
    }
    return best;
}

static enum status place_choose(struct scene *s, const struct operation *o, const char **out)
{
    const char *asked = operation_text(o, "place");
    *out = asked ? asked : place_usual(s);
    if (!asked || thing_find(json_object_get(s->unit, "places"), asked))
        return STATUS_OK;
    return scene_fault(s, o, _("Name the id of a place in unit.json, or leave the key out."),
                       _("there is no place '%s'"), asked);
}

static enum status start_choose(struct scene *s, const struct operation *o, int *at)
{
    if (clock_scan(operation_text(o, "at"), at) && *at < DAY)
        return STATUS_OK;
    return scene_fault(s, o, _("Write a clock time such as 18:00."), _("'%s' is no time"),
                       operation_text(o, "at"));
}

static const char *clock_text(struct scene *s, int minutes)
{
    minutes = minutes < 0 ? 0 : minutes;
    return arena_print(s->arena, "%02d:%02d", minutes / HOUR % 24, minutes % HOUR);
}

static const char *id_free(struct scene *s, json_t *list, const char *stem)
{
    for (int i = 1;; i++) {
        const char *id = arena_print(s->arena, "%s-%d", stem, i);
        if (!thing_find(list, id))
            return id;
    }
}

static void session_add(struct scene *s, const struct operation *o, const char *id,
                        const char *place, int at)
{
    int day = operation_value(o, "day")->number;
    const char *start = arena_print(s->arena, "%sT%s", scene_date(s, day), clock_text(s, at));
    json_array_append_new(
        scene_list(s->week, "sessions"),
        json_pack("{ss ss ss* ss si si si si si}", "id", id, "activity",
                  operation_text(o, "activity"), "place", *place ? place : NULL, "start", start,
                  "minutes", operation_number(o, "minutes"), "capacity",
                  operation_number(o, "capacity"), "clients_per_escort",
                  operation_number(o, "clients_per_escort"), "debit_percent",
                  operation_number(o, "debit_percent"), "fee_ore",
                  operation_number(o, "fee_ore")));
}

/* ---- who takes part ----------------------------------------------------- */

static bool in_step(struct scene *s, const char *request)
{
    const json_t *links = json_object_get(s->week, "in_step");
    for (size_t i = 0; i < json_array_size(links); i++) {
        const json_t *link = json_array_get(links, i);
        if (strcmp(text_of(link, "first"), request) == 0 ||
            strcmp(text_of(link, "second"), request) == 0)
            return true;
    }
    return false;
}

/* One outing of each client is enough. */
static json_t *outing_to_swap(struct scene *s, const char *client)
{
    json_t *requests = scene_requests(s);
    for (size_t i = 0; i < json_array_size(requests); i++) {
        json_t *q = json_array_get(requests, i);
        if (strcmp(text_of(q, "client"), client) == 0 && number_of(q, "escorts_needed", 1) == 1 &&
            !json_object_get(q, "tasks") && !in_step(s, text_of(q, "id")) &&
            json_array_size(json_object_get(q, "alternatives")) < TIMES_MOST)
            return q;
    }
    return NULL;
}

static void member_add(struct scene *s, const struct operation *o, json_t *client,
                       const char *session, const char *const *leaders)
{
    json_t *q = outing_to_swap(s, text_of(client, "id"));
    if (!q)
        return;
    json_t *times = json_object_get(q, "alternatives");
    size_t rank = (size_t)operation_number(o, "rank") - 1;
    rank = rank < json_array_size(times) ? rank : json_array_size(times);
    json_array_insert_new(times, rank, json_pack("{ss}", "session", session));
    for (int i = 0; leaders[i] && json_object_get(client, "accepts"); i++)
        texts_add(client, "accepts", leaders[i]);
}

static bool may_take_part(const struct scene *s, const struct operation *o, const json_t *client)
{
    (void)s, (void)o;
    return !json_is_true(json_object_get(client, "protected")) && !json_object_get(client, "tasks");
}

/* ---- who leads ---------------------------------------------------------- */

static const char *const *leaders_add(struct scene *s, const struct operation *o, int at)
{
    static const char *const WORDS[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    int n = operation_number(o, "leaders"), end = at + operation_number(o, "minutes") + MARGIN;
    const char **ids = NEW_ARRAY(s->arena, const char *, n + 1);
    for (int i = 0; i < n; i++) {
        ids[i] = id_free(s, scene_escorts(s), "lead");
        json_array_append_new(
            scene_escorts(s),
            json_pack("{ss ss ss s{s{ss}} s[{s[s] ss ss}]}", "id", ids[i], "name",
                      ids[i], "engagement",
                      engagement_word(EMPLOYED_HOURLY), "clearances", "child", "from",
                      scene_date(s, 0), "available", "days",
                      WORDS[operation_value(o, "day")->number], "from",
                      clock_text(s, at - MARGIN), "to", clock_text(s, end)));
    }
    return ids;
}

enum status operation_session(struct scene *s, const struct operation *o)
{
    const char *place;
    int at;
    TRY(place_choose(s, o, &place));
    TRY(start_choose(s, o, &at));
    const char *id = id_free(s, scene_list(s->week, "sessions"), "group");
    session_add(s, o, id, place, at);
    const char *const *leaders = leaders_add(s, o, at);
    struct chosen c = chosen_from(s, o, scene_clients(s), id, may_take_part);
    for (int i = 0; i < share_of(c.n, operation_number(o, "share")); i++)
        member_add(s, o, c.at[i], id, leaders);
    return STATUS_OK;
}
