/* New addresses as they are handed over: once, for they are kept nowhere. */
#include "adapters/publish_folder.h"

#include "adapters/plain.h"
#include "base/text.h"

#include <string.h>

/* Addresses are relative where the office has not said what the folder is called on the
 * web. */
static const char *address_of(struct arena *a, const struct folder_plan *plan,
                              const struct address *x, const char *ending)
{
    const char *url = plan->of->settings->url;

    return arena_print(a, "%s%s%s", url ? url : "", x->token, ending);
}

const char *folder_links_text(struct arena *a, const struct folder_plan *plan)
{
    struct text t = text_new(a);

    for (int i = 0; i < plan->n; i++) {
        const struct address *x = &plan->addresses[i];
        if (!x->fresh)
            continue;
        const struct diary *d = &plan->of->diaries[x->diary];
        text_print(&t, "%s %s (%s): %s\n",
                   d->kind == PERSON_CLIENT ? _("Client") : _("Escort"), d->id,
                   plain_line(a, d->name), address_of(a, plan, x, ".html"));
    }
    return text_done(&t);
}

/* Quoted, with quotation marks doubled; what a spreadsheet would take for a formula gets
 * an apostrophe before it. */
static void cell_add(struct text *t, const char *s, const char *end)
{
    text_add(t, "\"");
    if (*s && strchr("=+-@", *s))
        text_add(t, "'");
    for (s = plain_line(t->arena, s); *s; s++)
        text_add_bytes(t, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
    text_add(t, "\"");
    text_add(t, end);
}

const char *folder_links_csv(struct arena *a, const struct folder_plan *plan)
{
    struct text t = text_new(a);

    text_add(&t, "kind,id,name,page,calendar\r\n");
    for (int i = 0; i < plan->n; i++) {
        const struct address *x = &plan->addresses[i];
        if (!x->fresh)
            continue;
        const struct diary *d = &plan->of->diaries[x->diary];
        cell_add(&t, person_kind_word(d->kind), ",");
        cell_add(&t, d->id, ",");
        cell_add(&t, d->name, ",");
        cell_add(&t, address_of(a, plan, x, ".html"), ",");
        cell_add(&t, address_of(a, plan, x, ".ics"), "\r\n");
    }
    return text_done(&t);
}
