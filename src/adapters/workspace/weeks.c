#include "adapters/workspace/weeks.h"

#include "base/text.h"
#include "ledsaga/week.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

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

enum status weeks_readable(struct arena *a, const char *dir, struct faults *f)
{
    const char *path = arena_print(a, "%s/weeks", dir);
    DIR *folder = opendir(path);

    if (folder) {
        closedir(folder);
        return STATUS_OK;
    }
    if (errno == ENOENT || errno == ENOTDIR)
        return STATUS_OK; /* then there are simply no weeks */
    return faults_add(f, STATUS_UNREADABLE, path, "",
                      _("Check that the folder may be read."), "%s",
                      strerror(errno));
}
