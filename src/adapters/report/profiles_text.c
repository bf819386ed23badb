/* The dated profiles as people read them: what each row states, since when, on whose
 * word, and whether somebody still has to confirm it. */
#include "adapters/report/report_view.h"
#include "adapters/text/table.h"
#include "base/text.h"
#include "ledsaga/show.h"

#include <string.h>

enum { MARGIN = 2, VALUE_COLUMN = 1, COLUMNS_SHOWN = 6 };

static bool in_default(const char *id)
{
    for (int i = 0; PROFILES_DEFAULT[i]; i++)
        if (strcmp(PROFILES_DEFAULT[i], id) == 0)
            return true;
    return false;
}

static const char *source_of(struct arena *a, const struct profile_value *v)
{
    return *v->notes ? arena_print(a, "%s. %s", v->source, v->notes) : v->source;
}

static void add_row(struct table *t, const struct profile_value *v)
{
    struct arena *a = t->arena;
    const char *cells[COLUMNS_SHOWN] = {
        v->figure, arena_print(a, "%d", v->value), profile_figure(v)->unit,
        date_phrase(a, v->from_day), v->confirm ? _("to confirm") : "", source_of(a, v)};

    table_add(t, cells);
}

static void print_profile(struct text *out, const struct profile *p, int width)
{
    const char *heading[COLUMNS_SHOWN] = {_("figure"), _("value"), _("unit"),
                                          _("from"),   "",         _("source")};
    struct table t = table_new(out->arena, COLUMNS_SHOWN, true);

    text_print(out, "%s: %s%s\n", p->id, p->name,
               in_default(p->id) ? _(" (in force unless unit.json names others)")
                                 : "");
    if (*p->file)
        text_print(out, "  %s\n", p->file);
    if (*p->notes)
        paragraph_print(out, "  ", p->notes, width);
    t.right = 1u << VALUE_COLUMN;
    t.n_whole = COLUMNS_SHOWN - 1;
    table_add(&t, heading);
    for (int i = 0; i < p->n_values; i++)
        add_row(&t, &p->values[i]);
    table_print(out, &t, MARGIN, width, false);
}

const char *profiles_text(struct arena *a, const struct profile *profiles, int n,
                          int width)
{
    struct text out = text_new(a);

    for (int i = 0; i < n; i++) {
        if (i > 0)
            text_add(&out, "\n");
        print_profile(&out, &profiles[i], width);
    }
    return text_done(&out);
}
