/* The roster as a list for spreadsheets and other programs: a row for each visit and
 * escort by time, then one for each request that is not served, all columns there are. */
#include "adapters/text/csv_write.h"
#include "adapters/show/roster_columns.h"

const char *roster_csv(struct arena *a, const struct sheet *s)
{
    const char *cells[ROSTER_COLUMN_COUNT];
    struct text t = csv_new(a);
    int n;
    const struct roster_line *lines = roster_lines(a, s, &n);
    for (int c = 0; c < ROSTER_COLUMN_COUNT; c++)
        cells[c] = roster_head((enum roster_column)c);
    csv_line(&t, cells, ROSTER_COLUMN_COUNT);
    for (int i = 0; i < n; i++) {
        for (int c = 0; c < ROSTER_COLUMN_COUNT; c++)
            cells[c] = roster_text(a, s, &lines[i], (enum roster_column)c);
        csv_line(&t, cells, ROSTER_COLUMN_COUNT);
    }
    return text_done(&t);
}
