#include "adapters/replan/offers_told.h"

#include "adapters/explain/explain_told.h"
#include "adapters/text/json.h"
#include "adapters/replan/news_json.h"
#include "adapters/text/phrase.h"
#include "adapters/text/table.h"
#include "base/file.h"
#include "base/text.h"

#include <inttypes.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { MARGIN = 2, OCCUPIED_MOST = 8 };

/* ---- phrases -------------------------------------------------------------- */

/* "08:00–20:00": the first and the last start. */
static const char *start_phrase(struct arena *a, const struct problem *p,
                                const struct alternative *t)
{
    return span_phrase(a, &p->week, t->from, t->to);
}

static const char *visit_told_at(struct arena *a, const struct problem *p, const struct visit *v)
{
    return arena_print(a, "%s–%s, %s", moment_sentence(a, &p->week, v->start),
                       clock_phrase(a, &p->week, v->start + v->minutes),
                       escort_names(a, p, v->escorts, v->n_escorts));
}

/* "Kim Ek, Swimming: Tue 24 Nov 13:00–15:00, Anna Berg becomes ..."; "nothing". */
static const char *effect_phrase(struct arena *a, const struct offers_sheet *s,
                                 const struct offering *o)
{
    if (o->moved == NONE)
        return _("nothing");
    /* TRANSLATORS: visit and client; how it was; how it becomes */
    return arena_print(a, _("%s: %s becomes %s"), visit_phrase(a, s->problem, o->moved),
                       visit_told_at(a, s->problem, &s->roster->visits[o->moved]),
                       visit_told_at(a, s->problem, &o->moved_to));
}

static bool meets_this_week(const struct offers_sheet *s, int client, int escort)
{
    for (int r = 0; r < s->problem->n_requests; r++)
        for (int i = 0; i < s->roster->visits[r].n_escorts; i++)
            if (s->problem->requests[r].client == client &&
                s->roster->visits[r].escorts[i] == escort)
                return true;
    return false;
}

static const char *face(const struct offers_sheet *s, int escort)
{
    int client = s->problem->requests[s->wish->request].client;
    const struct client *c = &s->problem->clients[client];

    if (c->primary == escort)
        return N_("own escort");
    return pair_visits_before(s->problem, client, escort) > 0 ||
                   meets_this_week(s, client, escort)
               ? N_("known")
               : N_("new");
}

static const char *faces_phrase(struct arena *a, const struct offers_sheet *s,
                                const struct visit *v)
{
    const char *faces[STAFF_MAX];

    for (int i = 0; i < v->n_escorts; i++)
        faces[i] = escort_employed(&s->problem->escorts[v->escorts[i]])
                       ? _(face(s, v->escorts[i]))
                       : arena_print(a, _("%s, must accept"), _(face(s, v->escorts[i])));
    return and_list(a, faces, v->n_escorts);
}

/* Of the starts that these escorts could take that day the one told is the best. */
static const char *starts_phrase(struct arena *a, const struct offers_sheet *s,
                                 const struct offering *o)
{
    if (o->n_starts < 2)
        return "";
    return arena_print(a, "%d, %s", o->n_starts - 1,
                       span_phrase(a, &s->problem->week, o->first, o->last));
}

/* Wishes, faces, travel and cost in points, beside the first; what of the wish is cut short
 * goes before all that. */
static const char *standing_phrase(struct arena *a, const struct offers_sheet *s, int i)
{
    const struct offering *o = &s->found->list[i], *first = &s->found->list[0];
    int64_t points = o->rest - first->rest;

    if (i == 0)
        return _("the best");
    if (o->rights < first->rights)
        return _("delivers less");
    return points > 0 ? arena_print(a, _("%" PRId64 " behind"), points)
                      : _("as good");
}

/* ---- the table ------------------------------------------------------------ */

static void offering_add(struct table *t, const struct offers_sheet *s, int i)
{
    struct arena *a = t->arena;
    const struct problem *p = s->problem;
    const struct offering *o = &s->found->list[i];

    table_add(t, (const char *[]){arena_print(a, "%d", i + 1),
                                  day_phrase(a, &p->week, week_day(&p->week, o->visit.start)),
                                  span_phrase(a, &p->week, o->visit.start,
                                              o->visit.start + o->visit.minutes),
                                  starts_phrase(a, s, o),
                                  escort_names(a, p, o->visit.escorts, o->visit.n_escorts),
                                  faces_phrase(a, s, &o->visit), effect_phrase(a, s, o),
                                  standing_phrase(a, s, i)});
}

static const char *ways_sentence(struct arena *a, const struct offerings *found)
{
    const char *ways = arena_print(a, PLURAL("There is %d lawful way",
                                             "There are %d lawful ways", found->n_ways),
                                   found->n_ways);

    if (found->all)
        return arena_print(a, _("%s; all were looked at, so none is better than the first here."),
                           ways);
    return arena_print(a, _("%s so far; not all ways of moving another visit were looked at."),
                       ways);
}

/* ---- where there is nothing to offer -------------------------------------- */

static bool any_to_come(const struct offers_sheet *s)
{
    const struct request *q = &s->problem->requests[s->wish->request];

    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (s->problem->options[o].start >= s->wish->from)
            return true;
    return false;
}

static const char *why_none(struct arena *a, const struct offers_sheet *s)
{
    const struct request *q = &s->problem->requests[s->wish->request];

    if (q->n_options > 0 && !any_to_come(s))
        return arena_print(a, _("The times asked for are past: it is %s."),
                           moment_sentence(a, &s->problem->week, s->wish->from));
    return unserved_sentence(a, s->problem, s->wish->request);
}

/* Those who could come, were it not for the other visits that they have, each with the one
 * fact that stops them. */
static void occupied_print(struct text *out, const struct offers_sheet *s, int width)
{
    struct arena *a = out->arena;
    const struct problem *p = s->problem;
    const struct sheet sheet = {.problem = p, .roster = s->roster};
    const struct standing_fact *facts = rules_standings(a, p, s->roster, s->wish->request);
    int told = 0;

    for (int e = 0; e < p->n_escorts && told < OCCUPIED_MOST; e++) {
        if (facts[e].standing != STANDING_OCCUPIED || p->options[facts[e].option].start < s->wish->from)
            continue;
        paragraph_print(out, "  - ",
                        arena_print(a, "%s: %s", escort_name(a, p, e),
                                    fact_told(a, &sheet, s->wish->request, &facts[e])),
                        width);
        told++;
    }
}

static void none_print(struct text *out, const struct offers_sheet *s, int width)
{
    struct arena *a = out->arena;

    paragraph_print(out, "", arena_print(a, _("There is no lawful way. %s"), why_none(a, s)),
                    width);
    if (any_to_come(s))
        occupied_print(out, s, width);
    if (any_to_come(s) && !s->wish->may_move)
        paragraph_print(out, "", _("--move looks whether moving one other visit makes room."), width);
    if (any_to_come(s))
        paragraph_print(out, "", _("For a request of the week 'ledsaga explain' tells what would help."),
                        width);
}

/* ---- the whole ------------------------------------------------------------ */

/* "2 h, starting any day 08:00–20:00" where that is what was asked. */
static const char *wish_phrase(struct arena *a, const struct offers_sheet *s)
{
    const struct problem *p = s->problem;
    const struct request *q = &p->requests[s->wish->request];
    const struct alternative *t = q->alternatives;
    bool same = q->n_alternatives > 2;

    for (int i = 1; same && i < q->n_alternatives; i++)
        same = t[i].session == 0 && t[0].session == 0 && strcmp(start_phrase(a, p, &t[i]),
                                                                start_phrase(a, p, &t[0])) == 0;
    if (!same)
        return asked_phrase(a, p, s->wish->request);
    /* TRANSLATORS: length; how many days; first and last start */
    return arena_print(a, _("%s, starting on one of %d days %s"), length_phrase(a, q->minutes),
                       q->n_alternatives, start_phrase(a, p, &t[0]));
}

static bool other_starts(const struct offerings *found)
{
    for (int i = 0; i < found->n; i++)
        if (found->list[i].n_starts > 1)
            return true;
    return false;
}

const char *offers_text(struct arena *a, const struct offers_sheet *s, int width)
{
    struct text out = text_new(a);
    struct table t = table_new(a, 8, true);

    paragraph_print(&out, "",
                    arena_print(a, "%s (%s): %s", visit_phrase(a, s->problem, s->wish->request),
                                s->problem->requests[s->wish->request].id,
                                wish_phrase(a, s)),
                    width);
    if (s->found->n == 0) {
        none_print(&out, s, width);
        return text_done(&out);
    }
    t.right = 1u << 0;
    t.n_whole = 3; /* what a visit is told by: number, day, time */
    table_add(&t, (const char *[]){"", _("Day"), _("Time"), _("Other starts"), _("Escort"),
                                   _("Face"), _("Changes for others"), _("Points")});
    for (int i = 0; i < s->found->n; i++)
        offering_add(&t, s, i);
    table_print(&out, &t, MARGIN, width, false);
    paragraph_print(&out, "", ways_sentence(a, s->found), width);
    if (other_starts(s->found))
        paragraph_print(&out, "", _("Another start of those is asked for with --start."), width);
    return text_done(&out);
}

const char *offer_taken_text(struct arena *a, const struct offers_sheet *s, int width)
{
    const struct offering *o = &s->found->list[s->taken - 1];
    struct text out = text_new(a);

    paragraph_print(&out, "",
                    arena_print(a, _("Taken up: %s (%s), %s; changes for others: %s."),
                                visit_phrase(a, s->problem, s->wish->request),
                                s->problem->requests[s->wish->request].id,
                                visit_told_at(a, s->problem, &o->visit), effect_phrase(a, s, o)),
                    width);
    news_print(&out, s->problem, s->news, s->n_news, width);
    if (s->n_news > 0)
        text_print(&out, "\n%s\n", _("Calendars and pages are as they were until 'ledsaga publish' or "
                                     "'ledsaga export' hands them out."));
    return text_done(&out);
}

/* ---- JSON ----------------------------------------------------------------- */

static json_t *moment_json(const struct problem *p, int minute)
{
    char when[32];

    week_format(&p->week, minute, when);
    return json_string(when);
}

static json_t *escorts_json(const struct offers_sheet *s, const struct visit *v, bool faces)
{
    json_t *list = json_array();

    for (int i = 0; i < v->n_escorts; i++) {
        json_t *e = json_pack("{ss}", "id", s->problem->escorts[v->escorts[i]].id);
        if (faces)
            json_object_set_new(e, "face", json_string(face(s, v->escorts[i])));
        json_array_append_new(list, e);
    }
    return list;
}

static json_t *visit_json(const struct offers_sheet *s, const struct visit *v, bool faces)
{
    return json_pack("{so si so}", "start", moment_json(s->problem, v->start), "minutes",
                     v->minutes, "escorts", escorts_json(s, v, faces));
}

static json_t *moved_json(const struct offers_sheet *s, const struct offering *o)
{
    if (o->moved == NONE)
        return json_null();
    const struct request *q = &s->problem->requests[o->moved];
    return json_pack("{ss ss so so}", "request", q->id, "client",
                     s->problem->clients[q->client].id, "before",
                     visit_json(s, &s->roster->visits[o->moved], false), "after",
                     visit_json(s, &o->moved_to, false));
}

static json_t *offering_json(const struct offers_sheet *s, int i)
{
    const struct offering *o = &s->found->list[i];
    json_t *x = visit_json(s, &o->visit, true);

    json_object_set_new(x, "number", json_integer(i + 1));
    json_object_set_new(x, "starts", json_integer(o->n_starts));
    json_object_set_new(x, "first_start", moment_json(s->problem, o->first));
    json_object_set_new(x, "last_start", moment_json(s->problem, o->last));
    json_object_set_new(x, "rights", json_integer(-o->rights));
    json_object_set_new(x, "rest", json_integer(o->rest));
    json_object_set_new(x, "moves", moved_json(s, o));
    return x;
}

const char *offers_json(struct arena *a, const struct offers_sheet *s)
{
    const struct request *q = &s->problem->requests[s->wish->request];
    json_t *list = json_array();
    char week[16];

    week_name(&s->problem->week, week);
    for (int i = 0; i < s->found->n; i++)
        json_array_append_new(list, offering_json(s, i));
    json_t *all = json_pack("{ss si ss ss ss si sb so}", "format", "ledsaga-offers", "version",
                            1, "week", week, "request", q->id, "client",
                            s->problem->clients[q->client].id, "ways", s->found->n_ways,
                            "all_ways", s->found->all, "offers", list);
    if (s->found->n == 0)
        json_object_set_new(all, "why_none", json_string(why_none(a, s)));
    if (s->taken > 0) {
        json_object_set_new(all, "taken", json_integer(s->taken));
        json_object_set_new(all, "people_told", json_integer(news_people(s->news, s->n_news)));
        json_object_set_new(all, "people", news_json(a, s->problem, s->news, s->n_news));
    }
    char *dump = json_dumps(all, JSON_INDENT(1));
    require(dump, "offers are told in sound text");
    const char *text = arena_print(a, "%s\n", dump);
    free(dump);
    json_decref(all);
    return text;
}

/* ---- offer.json ----------------------------------------------------------- */

enum status offers_asked_write(const struct offers_asked *x, const struct week *w,
                               const char *path, struct faults *f)
{
    char week[16], input[17], roster[17], from[32];

    week_name(w, week);
    snprintf(input, sizeof input, "%016" PRIx64, x->input_hash);
    snprintf(roster, sizeof roster, "%016" PRIx64, x->roster_hash);
    json_t *o = json_pack("{ss si ss ss ss ss sb si}", "format", "ledsaga-offer", "version", 1,
                          "week", week, "input_hash", input, "roster_hash", roster, "id", x->id,
                          "move", x->may_move, "most", x->most);
    if (x->from != INT_MIN) {
        week_format(w, x->from, from);
        json_object_set_new(o, "from", json_string(from));
    }
    if (x->request)
        json_object_set_new(o, "request", json_loads(x->request, 0, NULL));
    char *text = json_dumps(o, JSON_INDENT(1));
    require(text, "what was asked is told in sound text");
    enum status s = file_write_soon(path, text, strlen(text), f);
    free(text);
    json_decref(o);
    return s;
}

static void read_asked(struct reader *r, const struct week *w, struct offers_asked *out)
{
    int year, number;

    if (reader_week(r, "week", REQUIRED, &year, &number) &&
        (year != w->iso_year || number != w->iso_week))
        reader_fault(r, "week", _("Ask anew."), _("The offers are for another week"));
    reader_hash(r, "input_hash", REQUIRED, &out->input_hash);
    reader_hash(r, "roster_hash", REQUIRED, &out->roster_hash);
    reader_id(r, "id", REQUIRED, &out->id);
    reader_bool(r, "move", REQUIRED, &out->may_move);
    reader_int(r, "most", REQUIRED, 1, OFFERS_MOST, &out->most);
    reader_moment(r, "from", OPTIONAL, w, &out->from);
    reader_whole(r, "request", OPTIONAL, &out->request);
}

enum status offers_asked_read(struct arena *a, const char *path, const struct week *w,
                              struct offers_asked *out, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "week", "input_hash", "roster_hash",
                                       "id",     "move",    "most", "from",       "request",
                                       NULL};
    int seen = f->seen;
    struct reader *r = reader_open(a, path, f);

    *out = (struct offers_asked){.from = INT_MIN};
    if (r && reader_document(r, "ledsaga-offer", 1, KEYS))
        read_asked(r, w, out);
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}
