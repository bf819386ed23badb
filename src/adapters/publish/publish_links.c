/* New addresses as they are handed over: once, for they are kept nowhere. */
#include "adapters/publish/publish_folder.h"

#include "adapters/text/csv_write.h"
#include "adapters/text/plain.h"
#include "base/text.h"

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

const char *folder_links_csv(struct arena *a, const struct folder_plan *plan)
{
    static const char *const HEADS[] = {"kind", "id", "name", "page", "calendar"};
    enum { COLUMNS = sizeof HEADS / sizeof *HEADS };
    struct text t = csv_new(a);

    csv_line(&t, HEADS, COLUMNS);
    for (int i = 0; i < plan->n; i++) {
        const struct address *x = &plan->addresses[i];
        if (!x->fresh)
            continue;
        const struct diary *d = &plan->of->diaries[x->diary];
        const char *const cells[COLUMNS] = {person_kind_word(d->kind), d->id, d->name,
                                            address_of(a, plan, x, ".html"),
                                            address_of(a, plan, x, ".ics")};
        csv_line(&t, cells, COLUMNS);
    }
    return text_done(&t);
}
