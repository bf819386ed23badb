#include "adapters/publish/publish_report.h"

#include "adapters/text/plain.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>

enum { LISTED_MOST = 5 };

/* ---- for the terminal ---------------------------------------------------- */

static void say_folder(struct text *t, const struct publish_report *r)
{
    const struct folder_plan *plan = r->plan;

    if (plan->n_fresh > 0 || plan->n_closed > 0)
        text_print(t, _("Addresses: %d new, %d closed.\n"), plan->n_fresh, plan->n_closed);
    if (plan->n_fresh > 0 && r->links && !r->dry)
        text_print(t, _("The new addresses are in %s and nowhere else.\n"), r->links);
    if (r->folder)
        text_print(t, _("Calendars: %d written, %d unchanged; %d old files removed; in %s\n"),
                   r->folder->written, r->folder->unchanged, r->folder->removed, r->to);
}

const char *publish_text(struct arena *a, const struct publish_report *r)
{
    const struct dav_published *s = r->server;
    struct text t = text_new(a);

    if (r->told)
        text_print(&t,
                   _("Appointments of %s: %d new, %d moved, %d cancelled, %d as before.\n"),
                   r->week, r->told->told, r->told->moved, r->told->cancelled,
                   r->told->unchanged);
    if (r->plan)
        say_folder(&t, r);
    if (s)
        text_print(&t,
                   _("Calendars: %d, of them %d new; events: %d sent, %d removed, %d "
                     "unchanged; on %s\n"),
                   s->calendars, s->made, s->sent, s->removed, s->unchanged, r->to);
    if (r->dry)
        text_add(&t, _("Nothing was told or written: --dry-run.\n"));
    return text_done(&t);
}

/* ---- what to look after -------------------------------------------------- */

static void note_lost(struct text *t, const struct publish_report *r)
{
    const struct folder_plan *plan = r->plan;

    text_print(t, PLURAL("The files of %d person are no longer in the folder: ",
                         "The files of %d people are no longer in the folder: ",
                         plan->n_lost),
               plan->n_lost);
    for (int i = 0; i < plan->n_lost && i < LISTED_MOST; i++)
        text_print(t, "%s%s", i ? ", " : "", plan->lost[i]);
    text_add(t, plan->n_lost > LISTED_MOST ? " ...\n" : "\n");
    text_print(t, _("  'ledsaga publish %s --to %s --renew-missing' makes new addresses.\n"),
               r->dir, r->to);
}

static void note_folder(struct text *t, const struct publish_report *r)
{
    const struct folder_plan *plan = r->plan;

    if (plan->n_lost > 0)
        note_lost(t, r);
    if (plan->n_without > 0)
        text_print(t, PLURAL("%d person has no address, for it was revoked; --renew ID makes "
                             "a new one.\n",
                             "%d people have no address, for it was revoked; --renew ID makes "
                             "a new one.\n",
                             plan->n_without),
                   plan->n_without);
    if (plan->n_strange > 0)
        text_print(t, PLURAL("%d calendar in the folder has an address unknown here and was "
                             "left alone.\n",
                             "%d calendars in the folder have addresses unknown here and were "
                             "left alone.\n",
                             plan->n_strange),
                   plan->n_strange);
}

static void note_server(struct text *t, const struct dav_published *s)
{
    for (int i = 0; i < s->n_left && i < LISTED_MOST; i++)
        text_print(t,
                   s->left[i].removed ? _("Somebody removed this on the server: %s\n")
                                      : _("Somebody changed this on the server: %s\n"),
                   plain_line(t->arena, s->left[i].href));
    if (s->n_left > LISTED_MOST)
        text_print(t, _("... and %d more.\n"), s->n_left - LISTED_MOST);
    if (s->n_left > 0)
        text_add(t, _("It was left as it is; --force puts back what was told.\n"));
}

const char *publish_notes(struct arena *a, const struct publish_report *r)
{
    struct text t = text_new(a);

    if (r->plan)
        note_folder(&t, r);
    if (r->server)
        note_server(&t, r->server);
    return text_done(&t);
}

/* ---- for other programs -------------------------------------------------- */

static json_t *told_object(const struct publish_report *r)
{
    return json_pack("{s:s, s:i, s:i, s:i, s:i}", "week", r->week, "new", r->told->told,
                     "moved", r->told->moved, "cancelled", r->told->cancelled, "unchanged",
                     r->told->unchanged);
}

static json_t *links_list(const struct publish_report *r)
{
    json_t *list = json_array();

    for (int i = 0; i < r->plan->n; i++) {
        const struct address *x = &r->plan->addresses[i];
        if (!x->fresh)
            continue;
        const struct diary *d = &r->plan->of->diaries[x->diary];
        json_array_append_new(list, json_pack("{s:s, s:s, s:s}", "kind",
                                              person_kind_word(d->kind), "id", d->id, "token",
                                              x->token));
    }
    return list;
}

static json_t *folder_object(const struct publish_report *r)
{
    const struct folder_plan *plan = r->plan;
    json_t *object = json_pack("{s:i, s:i, s:i, s:i, s:i}", "new_addresses", plan->n_fresh,
                               "closed", plan->n_closed, "missing", plan->n_lost, "without",
                               plan->n_without, "unknown", plan->n_strange);

    if (r->folder) {
        json_object_set_new(object, "written", json_integer(r->folder->written));
        json_object_set_new(object, "unchanged", json_integer(r->folder->unchanged));
        json_object_set_new(object, "removed", json_integer(r->folder->removed));
    }
    if (!r->dry && !r->links)
        json_object_set_new(object, "links", links_list(r));
    return object;
}

static json_t *server_object(const struct dav_published *s)
{
    json_t *left = json_array();

    for (int i = 0; i < s->n_left; i++)
        json_array_append_new(left, json_pack("{s:s, s:b}", "href", s->left[i].href,
                                              "removed", s->left[i].removed));
    return json_pack("{s:i, s:i, s:i, s:i, s:i, s:o}", "calendars", s->calendars, "made",
                     s->made, "sent", s->sent, "removed", s->removed, "unchanged",
                     s->unchanged, "left", left);
}

const char *publish_json(struct arena *a, const struct publish_report *r)
{
    json_t *object = json_pack("{s:s, s:i, s:s, s:b}", "format", "ledsaga-publication",
                               "version", 1, "to", r->to, "dry_run", r->dry);

    if (r->told)
        json_object_set_new(object, "told", told_object(r));
    if (r->plan)
        json_object_set_new(object, "folder", folder_object(r));
    if (r->server)
        json_object_set_new(object, "server", server_object(r->server));
    char *dump = json_dumps(object, JSON_INDENT(1));
    require(dump, "counts can be written as JSON");
    const char *text = arena_print(a, "%s\n", dump);
    free(dump);
    json_decref(object);
    return text;
}
