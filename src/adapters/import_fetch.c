/* Where calendars and tables come from: a file, a folder of files, standard input, a
 * calendar on a CalDAV server (its address ends in "/"), one file behind an address. */
#include "adapters/import.h"

#include "adapters/dav.h"
#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

struct fetching {
    struct arena *arena;
    const struct import_source *source;
    struct faults *faults;
    int n, room;
    struct import_document *documents;
};

static bool ends_in(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);

    return n >= k && strcasecmp(s + n - k, end) == 0;
}

static bool named_as_table(const char *name)
{
    return ends_in(name, ".csv") || ends_in(name, ".tsv") || ends_in(name, ".txt");
}

static void add_document(struct fetching *in, const char *name, bool table, const char *bytes,
                         size_t length)
{
    struct import_document d = {name, table, bytes, length};

    ARENA_PUSH(in->arena, in->documents, in->n, in->room, d);
}

/* ---- files ---- */

static enum status fetch_file(struct fetching *in, const char *path, const char *name)
{
    char *bytes;
    size_t length;

    TRY(file_read(in->arena, path, &bytes, &length, in->faults));
    add_document(in, name, named_as_table(path), bytes, length);
    return STATUS_OK;
}

static enum status fetch_input(struct fetching *in)
{
    char *bytes;
    size_t length;

    TRY(input_read(in->arena, &bytes, &length, in->faults));
    add_document(in, _("standard input"), in->source->map || !strcasestr(bytes, "BEGIN:VCALENDAR"),
                 bytes, length);
    return STATUS_OK;
}

static int by_name(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static enum status fetch_folder(struct fetching *in, const char *path)
{
    DIR *folder = opendir(path);
    const char **names = NULL;
    int n = 0, room = 0;

    if (!folder)
        return faults_add(in->faults, STATUS_UNREADABLE, path, "",
                          _("Check that the folder may be read."), "%s", strerror(errno));
    for (struct dirent *entry; (entry = readdir(folder));)
        if (ends_in(entry->d_name, ".ics") && entry->d_name[0] != '.')
            ARENA_PUSH(in->arena, names, n, room, arena_copy(in->arena, entry->d_name));
    closedir(folder);
    if (n == 0)
        return faults_add(in->faults, STATUS_UNREADABLE, path, "",
                          _("The names of calendars end in .ics."),
                          _("There is no calendar in the folder."));
    qsort(names, (size_t)n, sizeof *names, by_name);
    for (int i = 0; i < n; i++)
        TRY(fetch_file(in, arena_print(in->arena, "%s/%s", path, names[i]), names[i]));
    return STATUS_OK;
}

/* ---- servers ---- */

static enum status fetch_object(struct fetching *in, struct dav *d, const char *href)
{
    const char *bytes, *etag;
    size_t length;

    TRY(dav_get(d, in->arena, href, &bytes, &length, &etag, in->faults));
    if (bytes) /* else it went away in between */
        add_document(in, href, named_as_table(href), bytes, length);
    return STATUS_OK;
}

static enum status fetch_collection(struct fetching *in, struct dav *d)
{
    const struct dav_entry *entries;
    bool exists;
    int n;

    TRY(dav_list(d, in->arena, "", &exists, &entries, &n, in->faults));
    if (!exists)
        return faults_add(in->faults, STATUS_UNREADABLE, in->source->address, "",
                          _("Check the address; it ends in the name of the calendar and a /."),
                          _("There is no calendar there."));
    for (int i = 0; i < n; i++)
        TRY(fetch_object(in, d, entries[i].href));
    return STATUS_OK;
}

static enum status fetch_from(struct fetching *in, struct dav *d, const char *file)
{
    if (!*file)
        return fetch_collection(in, d);
    TRY(fetch_object(in, d, dav_href(d, in->arena, "", file)));
    if (in->n == 0)
        return faults_add(in->faults, STATUS_UNREADABLE, in->source->address, "",
                          _("Check the address."), _("There is no calendar there."));
    return STATUS_OK;
}

/* webcal: is what calendar programs call https. */
static enum status fetch_address(struct fetching *in, const char *address)
{
    const char *url = strncasecmp(address, "webcal:", 7) == 0
                          ? arena_print(in->arena, "https:%s", address + 7)
                          : address;
    const char *file = strrchr(url, '/') + 1;
    struct dav *d;

    TRY(dav_open(in->arena, arena_print(in->arena, "%.*s", (int)(file - url), url),
                 in->source->user, in->source->password, &d, in->faults));
    enum status s = fetch_from(in, d, file);
    dav_close(d);
    return s;
}

static bool is_address(const char *s)
{
    return strncasecmp(s, "https://", 8) == 0 || strncasecmp(s, "http://", 7) == 0 ||
           strncasecmp(s, "webcal://", 9) == 0;
}

static bool is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static enum status fetch(struct fetching *in, const char *from)
{
    const char *slash = strrchr(from, '/');

    if (strcmp(from, "-") == 0)
        return fetch_input(in);
    if (is_address(from))
        return fetch_address(in, from);
    if (is_folder(from))
        return fetch_folder(in, from);
    return fetch_file(in, from, slash ? slash + 1 : from);
}

enum status import_fetch(struct arena *a, const struct import_source *s,
                         const struct import_document **out, int *n, struct faults *f)
{
    struct fetching in = {.arena = a, .source = s, .faults = f};

    TRY(fetch(&in, s->address));
    for (int i = 0; i < s->n_more; i++)
        TRY(fetch(&in, s->more[i]));
    *out = in.documents;
    *n = in.n;
    return STATUS_OK;
}
