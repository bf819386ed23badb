/* The quarterly list for the supervising authority. One row for each decision that is to be
 * reported; what the law asks of it is the date of the decision, the type
 * of service, a short reason for the delay, and later the date on which it was carried
 * out (LSS 28 f-g; SoL 34:1). */
#include "adapters/text/csv_write.h"
#include "adapters/report/report_view.h"

/* The type of service as the authority names it. */
static const char *service_phrase(enum legal_basis b)
{
    return b == LSS_9_3 ? _("escort service (LSS 9:3)") : _("escorting (SoL 11:1)");
}

static const char *day_or_nothing(struct arena *a, int64_t day)
{
    return day == 0 ? "" : date_phrase(a, day);
}

enum { COLUMNS = 9 };

static void decision_add(struct text *t, const struct problem *p, const struct clock_row *k)
{
    const struct decision *d = &p->decisions[k->decision];
    const char *const cells[COLUMNS] = {
        p->clients[k->client].id,
        d->id,
        day_or_nothing(t->arena, d->decided_day),
        service_phrase(d->basis),
        clock_kind_phrase(k),
        date_phrase(t->arena, k->since_day),
        arena_print(t->arena, "%d", k->days),
        k->delay,
        day_or_nothing(t->arena, k->ended_day),
    };
    csv_line(t, cells, COLUMNS);
}

const char *report_csv(struct arena *a, const struct report *r)
{
    const char *const heads[COLUMNS] = {
        _("Client"),        _("Decision"), _("Date of decision"),
        _("Type of service"), _("What"),   _("Since"),
        _("Days"),          _("Reason for delay"),
        _("Carried out or resumed"),
    };
    struct text t = csv_new(a);
    csv_line(&t, heads, COLUMNS);
    for (int i = 0; i < r->n_clock; i++)
        if (clock_reportable(&r->clock[i]))
            decision_add(&t, report_problem(r), &r->clock[i]);
    return text_done(&t);
}
