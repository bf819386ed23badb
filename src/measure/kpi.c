#include "measure/kpi.h"
#include "measure/measured.h"

#include <string.h>

const struct kpi_row KPI_ROWS[KPI_COUNT] = {
#define X(NAME, name, unit, of_clients, text) {#name, unit, text, of_clients},
    KPI_LIST(X)
#undef X
};

bool kpi_is_sum(enum kpi k)
{
    return k == KPI_LAPSED || k == KPI_UNEXECUTED || k == KPI_INTERRUPTED;
}

void kpis(const struct measured *m, const bool *clients, struct ratio out[KPI_COUNT])
{
    struct arena *a = arena_new();
    require(measured_alike(m), "the weeks are of one unit");
    memset(out, 0, KPI_COUNT * sizeof *out);
    kpis_of_clients(client_kpis(a, m), measured_unit(m)->n_clients, clients, out);
    if (!clients)
        kpis_of_escorts(m, out);
    arena_free(a);
}
