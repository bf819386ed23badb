#include "adapters/weeks.h"

#include "ledsaga/week.h"

#include <dirent.h>
#include <stdlib.h>

int weeks_compare(struct iso_week x, struct iso_week y)
{
    if (x.year != y.year)
        return x.year < y.year ? -1 : 1;
    return (x.week > y.week) - (x.week < y.week);
}

static int by_time(const void *x, const void *y)
{
    return weeks_compare(*(const struct iso_week *)x,
                         *(const struct iso_week *)y);
}

int weeks_list(struct arena *a, const char *dir, struct iso_week **out)
{
    DIR *folder = opendir(arena_print(a, "%s/weeks", dir));
    struct iso_week *list = NULL, one;
    int n = 0, room = 0;

    *out = NULL;
    if (!folder)
        return 0;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (week_parse(entry->d_name, &one.year, &one.week))
            ARENA_PUSH(a, list, n, room, one);
    closedir(folder);
    if (n)
        qsort(list, (size_t)n, sizeof *list, by_time);
    *out = list;
    return n;
}
