/* The two kinds of KPIs: those that are told of clients, and those of escorts. */
#ifndef MEASURE_KPI_H
#define MEASURE_KPI_H

#include "ledsaga/measure.h"

/* One client's part of each KPI that is told of clients. A group's is the sum of its
 * clients' parts and of their wholes, except where a percentile is asked for. */
struct client_kpis {
    struct ratio kpi[KPI_COUNT];
};

/* Of every client; [n_clients]. */
const struct client_kpis *client_kpis(struct arena *a, const struct measured *m);
/* Of those of n clients that are chosen; NULL = all. */
void kpis_of_clients(const struct client_kpis *clients, int n, const bool *chosen,
                     struct ratio out[KPI_COUNT]);
/* Of the escorts and of the unit. The others are left as they are. */
void kpis_of_escorts(const struct measured *m, struct ratio out[KPI_COUNT]);
/* A number of decisions or minutes, which is larger the larger the group is. */
bool kpi_is_sum(enum kpi k);

#endif
