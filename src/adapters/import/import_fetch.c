/* Where calendars and tables come from: a file, a folder of files, standard input, a
 * calendar on a CalDAV server (its address ends in "/"), one file behind an address, which is
 * asked for as it stands. */
#include "adapters/import/import.h"

#include "adapters/dav/dav.h"
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
    bool partial; /* a server did not tell all */
    int n, room;
    struct import_document *documents;
};

static bool ends_in(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);

    return n >= k && strcasecmp(s + n - k, end) == 0;
}

/* What is no text is read as a table too, to be told how to save it as one. */
bool import_names_table(const char *address)
{
    static const char *const ENDS[] = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".pdf"};

    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (ends_in(address, ENDS[i]))
            return true;
    return false;
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
    add_document(in, name, import_names_table(path), bytes, length);
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

/* A subscription's address is its only key, so nobody is told it: the file is called by the
 * source, and by its own name where there are several. */
static enum status fetch_object(struct fetching *in, struct dav *d, const char *href)
{
    const char *bytes, *etag;
    size_t length;

    TRY(dav_get(d, in->arena, href, &bytes, &length, &etag, in->faults));
    if (bytes) /* else it went away in between */
        add_document(in, arena_print(in->arena, "%s%s", in->source->id, strrchr(href, '/')),
                     import_names_table(href), bytes, length);
    return STATUS_OK;
}

static enum status fetch_collection(struct fetching *in, struct dav *d)
{
    const struct dav_entry *entries;
    bool exists, partial;
    int n;

    TRY(dav_list(d, in->arena, "", &exists, &partial, &entries, &n, in->faults));
    in->partial = in->partial || partial;
    if (!exists)
        return faults_add(in->faults, STATUS_UNREADABLE, in->source->id, "",
                          _("Check the address; it ends in the name of the calendar and a /."),
                          _("There is no calendar there."));
    for (int i = 0; i < n; i++)
        TRY(fetch_object(in, d, entries[i].href));
    return STATUS_OK;
}

/* A question may come after the name that tells what kind of file it is. */
static enum status fetch_behind(struct fetching *in, const char *url)
{
    const struct import_source *s = in->source;
    const char *path = arena_print(in->arena, "%.*s", (int)strcspn(url, "?"), url), *bytes;
    size_t length;

    TRY(dav_get_address(in->arena, url, s->user, s->password, &bytes, &length, in->faults));
    if (!bytes)
        return faults_add(in->faults, STATUS_UNREADABLE, s->id, "", _("Check the address."),
                          _("There is no calendar there."));
    add_document(in, s->id, import_names_table(path), bytes, length);
    return STATUS_OK;
}

/* webcal: is what calendar programs call https. */
static enum status fetch_address(struct fetching *in, const char *address)
{
    const char *url = strncasecmp(address, "webcal:", 7) == 0
                          ? arena_print(in->arena, "https:%s", address + 7)
                          : address;
    struct dav *d;

    if (!ends_in(url, "/"))
        return fetch_behind(in, url);
    TRY(dav_open(in->arena, url, in->source->user, in->source->password, &d, in->faults));
    dav_hush(d);
    enum status s = fetch_collection(in, d);
    dav_close(d);
    return s;
}

static bool is_address(const char *s)
{
    return strstr(s, "://") != NULL;
}

const char *import_address_told(struct arena *a, const char *address)
{
    const char *host = strstr(address, "://");

    if (!host)
        return address;
    host += 3;
    size_t n = strcspn(host, "/?#"), user = 0;
    for (size_t i = 0; i < n; i++)
        if (host[i] == '@')
            user = i + 1;
    return arena_print(a, "%.*s%.*s", (int)(host - address), address, (int)(n - user),
                       host + user);
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
                         const struct import_document **out, int *n, bool *partial,
                         struct faults *f)
{
    struct fetching in = {.arena = a, .source = s, .faults = f};

    TRY(fetch(&in, s->address));
    for (int i = 0; i < s->n_more; i++)
        TRY(fetch(&in, s->more[i]));
    *out = in.documents;
    *n = in.n;
    *partial = in.partial;
    return STATUS_OK;
}
