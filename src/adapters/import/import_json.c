/* The table of what would change, for programs. */
#include "adapters/import/import_told.h"

#include "adapters/text/plain.h"
#include "base/text.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *counts_json(struct import_result *const *results, int n)
{
    json_t *counts = json_object();

    for (int f = 0; f < FATE_COUNT; f++) {
        int sum = 0;
        for (int i = 0; i < n; i++)
            sum += results[i]->counts[f];
        json_object_set_new(counts, import_fate_word((enum import_fate)f), json_integer(sum));
    }
    return counts;
}

static json_t *thing_json(const char *json)
{
    return json ? json_loads(json, 0, NULL) : NULL;
}

static json_t *change_json(struct arena *a, const struct import_reading *r,
                           const struct import_change *c)
{
    return json_pack("{ss ss ss ss ss ss* so* so* ss*}", "change", import_act_word(c->act),
                     "kind", import_kind_word(c->kind), "key", c->key, "for", c->person, "uid",
                     plain_line(a, c->uid), "when",
                     thing_when(a, &r->problem->week, c->kind, c->is ? c->is : c->was), "was",
                     thing_json(c->was), "is", thing_json(c->is), "refused", c->refused);
}

static json_t *changes_json(struct arena *a, const struct import_result *x)
{
    json_t *list = json_array();

    for (int i = 0; i < x->n_changes; i++)
        json_array_append_new(list, change_json(a, x->reading, &x->changes[i]));
    return list;
}

static const char *document_name(struct arena *a, const struct import_reading *r, int document)
{
    return document < r->n_documents ? plain_line(a, r->documents[document].name) : NULL;
}

static json_t *rejected_json(struct arena *a, const struct import_reading *r)
{
    json_t *list = json_array();

    for (int i = 0; i < r->n_events; i++) {
        const struct import_event *e = &r->events[i];
        if (e->fate == FATE_REJECTED)
            json_array_append_new(
                list, json_pack("{ss* si ss ss si}", "file", document_name(a, r, e->document),
                                "line", e->line, "uid", plain_line(a, e->uid), "reason",
                                e->reason ? e->reason : "", "events", e->counts));
    }
    return list;
}

static json_t *notes_json(struct arena *a, const struct import_reading *r)
{
    json_t *list = json_array();

    for (int i = 0; i < r->n_notes; i++)
        json_array_append_new(list, json_pack("{ss* si ss}", "file",
                                              document_name(a, r, r->notes[i].document), "line",
                                              r->notes[i].line, "text", r->notes[i].text));
    return list;
}

static json_t *source_json(struct arena *a, struct import_result *const x)
{
    const struct import_reading *r = x->reading;
    const struct import_source *s = r->source;

    return json_pack("{ss ss ss ss sb sb si si si so so so so}", "id", s->id, "address",
                     plain_line(a, import_address_told(a, s->address)), "as", import_meaning_word(s->as), "for",
                     s->whose, "whole", r->whole, "held", x->held, "gone", x->n_gone,
                     "unreadable", r->n_broken, "events", r->n_begun, "counts",
                     counts_json(&x, 1), "changes", changes_json(a, x), "rejected",
                     rejected_json(a, r), "notes", notes_json(a, r));
}

const char *import_json(struct arena *a, struct import_result *const *results, int n,
                        const struct week *w, bool applied)
{
    json_t *sources = json_array();
    char week[16];
    int events = 0;

    week_name(w, week);
    for (int i = 0; i < n; i++) {
        json_array_append_new(sources, source_json(a, results[i]));
        events += results[i]->reading->n_begun;
    }
    json_t *all = json_pack("{ss si ss sb si si so so}", "format", "ledsaga-import", "version",
                            1, "week", week, "applied", applied, "changes",
                            import_changes(results, n), "events", events, "counts",
                            counts_json(results, n), "sources", sources);
    char *dump = json_dumps(all, JSON_INDENT(1));
    require(dump, "what an import tells must be sound text");
    const char *text = arena_print(a, "%s\n", dump);
    free(dump);
    json_decref(all);
    return text;
}
