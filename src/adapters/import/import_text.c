/* The table of what would change, for the terminal. */
#include "adapters/import/import_told.h"

#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "adapters/text/table.h"
#include "base/text.h"

#include <string.h>

enum { MARGIN = 2 };

static const char *act_phrase(const struct import_change *c)
{
    static const char *const WORDS[] = {N_("new"), N_("changed"), N_("gone")};

    return c->refused ? _("refused") : _(WORDS[c->act]);
}

static const char *kind_phrase(enum import_kind kind)
{
    static const char *const WORDS[] = {N_("away"), N_("can work"), N_("request")};

    return _(WORDS[kind]);
}

static void change_add(struct table *t, const struct import_reading *r,
                       const struct import_change *c)
{
    struct arena *a = t->arena;
    const struct week *w = &r->problem->week;
    const char *json = c->is ? c->is : c->was, *before = change_before(a, r->problem, c);

    table_add(t, (const char *[]){act_phrase(c), kind_phrase(c->kind),
                                  change_person(a, r->problem, c),
                                  thing_when(a, w, c->kind, json), thing_what(a, r->problem, c->kind, json),
                                  *before ? arena_print(a, _("before: %s"), before) : ""});
}

static void changes_print(struct text *out, const struct import_result *x, int width)
{
    struct table t = table_new(out->arena, 6, false);

    t.n_whole = 4;
    for (int i = 0; i < x->n_changes; i++)
        change_add(&t, x->reading, &x->changes[i]);
    if (t.n_rows > 0)
        table_print(out, &t, MARGIN, width, false);
    else
        paragraph_print(out, "  ", _("Nothing changes."), width);
}

static void rejected_print(struct text *out, const struct import_reading *r, int width)
{
    struct table t = table_new(out->arena, 3, false);

    t.n_whole = 1;
    for (int i = 0; i < r->n_events; i++) {
        const struct import_event *e = &r->events[i];
        if (e->fate == FATE_REJECTED)
            table_add(&t, (const char *[]){place_in_source(t.arena, r, e->document, e->line),
                                           e->title, e->reason ? e->reason : ""});
    }
    if (t.n_rows == 0)
        return;
    paragraph_print(out, "  ", _("Not taken:"), width);
    table_print(out, &t, 2 * MARGIN, width, false);
}

static void notes_print(struct text *out, const struct import_reading *r, int width)
{
    struct table t = table_new(out->arena, 2, false);

    t.n_whole = 1;
    for (int i = 0; i < r->n_notes; i++)
        table_add(&t, (const char *[]){
                          place_in_source(t.arena, r, r->notes[i].document, r->notes[i].line),
                          r->notes[i].text});
    if (t.n_rows == 0)
        return;
    paragraph_print(out, "  ", _("Notes:"), width);
    table_print(out, &t, 2 * MARGIN, width, false);
}

static void counts_print(struct text *out, const struct import_result *x, int width)
{
    static const char *const WORDS[] = {N_("imported"),  N_("updated"), N_("unchanged"),
                                        N_("cancelled"), N_("outside"), N_("rejected"),
                                        N_("overtaken")};
    struct text t = text_new(out->arena);
    int others = 0;

    for (int i = 0; i < x->reading->n_events; i++)
        others += x->reading->events[i].counts == 0;
    text_print(&t,
               x->reading->n_documents > 0 && x->reading->documents[0].table
                   ? PLURAL("%d row", "%d rows", x->reading->n_begun)
                   : PLURAL("%d event", "%d events", x->reading->n_begun),
               x->reading->n_begun);
    for (int f = 0; f < FATE_COUNT; f++)
        if (f != FATE_OVERTAKEN || x->counts[f] > 0)
            text_print(&t, "%s %d %s", f ? "," : ":", x->counts[f], _(WORDS[f]));
    if (others > 0) {
        text_add(&t, "; ");
        text_print(&t, PLURAL("and %d other component", "and %d other components", others),
                   others);
    }
    paragraph_print(out, "  ", text_done(&t), width);
}

static void held_print(struct text *out, const struct import_result *x, int width)
{
    if (x->held)
        paragraph_print(
            out, "  ",
            arena_print(out->arena,
                        _("The source has lost %d of the %d things that were imported before. "
                          "Nothing is done with it unless --force says so; --partial keeps "
                          "what it does not have."),
                        x->n_gone, x->past->n_items),
            width);
}

static const char *whose_phrase(struct arena *a, const struct import_reading *r)
{
    const struct import_source *s = r->source;
    int i = s->as == MEANING_WISHES ? problem_find_client(r->problem, s->whose)
                                    : problem_find_escort(r->problem, s->whose);

    if (i == NONE)
        return s->whose;
    return s->as == MEANING_WISHES ? client_name(a, r->problem, i)
                                   : escort_name(a, r->problem, i);
}

/* "eva-busy: eva.ics (busy, Eva E)" */
static const char *source_title(struct arena *a, const struct import_reading *r)
{
    const struct import_source *s = r->source;
    const char *as = import_meaning_word(s->as);
    struct text t = text_new(a);

    text_print(&t, "%s: %s", s->id,
               plain_line(a, r->n_documents == 1 && !strstr(s->address, "://")
                                 ? r->documents[0].name
                                 : import_address_told(a, s->address)));
    if (*as)
        text_print(&t, " (%s%s%s)", as, *s->whose ? ", " : "",
                   whose_phrase(a, r));
    return text_done(&t);
}

const char *import_text(struct arena *a, struct import_result *const *results, int n, int width)
{
    struct text out = text_new(a);

    for (int i = 0; i < n; i++) {
        const struct import_result *x = results[i];
        paragraph_print(&out, "", source_title(a, x->reading), width);
        changes_print(&out, x, width);
        rejected_print(&out, x->reading, width);
        notes_print(&out, x->reading, width);
        held_print(&out, x, width);
        counts_print(&out, x, width);
    }
    return text_done(&out);
}
