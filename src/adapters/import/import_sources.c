/* sources.json of a workspace: the calendars and tables that are imported every week. */
#include "adapters/import/import_parts.h"

#include "adapters/workspace/ids.h"
#include "adapters/text/nearest.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

/* The words of the meanings, in their order, and NULL. */
static const char *const MEANING_WORDS[] = {
#define X(name, word, text) word,
    IMPORT_MEANING_LIST(X)
#undef X
        NULL};

static const char *in_folder(struct arena *a, const char *dir, const char *path)
{
    return *path == '/' ? path : arena_print(a, "%s/%s", dir, path);
}

/* Tables name people in their rows; calendars are somebody's. */
static bool person_known(const struct import_source *s, const struct problem *p)
{
    if (!*s->whose)
        return true;
    return (s->as == MEANING_WISHES ? problem_find_client(p, s->whose)
                                    : problem_find_escort(p, s->whose)) != NONE;
}

/* The id that was meant: of who has this name, else the nearest; NULL. */
static const char *id_meant(struct arena *a, const struct import_source *s,
                            const struct problem *p)
{
    bool wishes = s->as == MEANING_WISHES;
    int n = wishes ? p->n_clients : p->n_escorts;
    struct import_reading r = {.arena = a, .source = s, .problem = p};
    int i = wishes ? import_find_client(&r, s->whose) : import_find_escort(&r, s->whose);
    const char **ids = NEW_ARRAY(a, const char *, n + 1);

    for (int k = 0; k < n; k++)
        ids[k] = wishes ? p->clients[k].id : p->escorts[k].id;
    return i >= 0 ? ids[i] : nearest_word(s->whose, ids);
}

enum status import_source_check(struct arena *a, const struct import_source *s,
                                const struct problem *p, struct faults *f)
{
    if (person_known(s, p))
        return STATUS_OK;
    const char *meant = id_meant(a, s, p);
    const char *remedy = s->as == MEANING_WISHES
                             ? _("Wishes are a client's: give an id of clients[].")
                             : _("This is an escort's: give an id of escorts[].");
    if (meant)
        remedy = arena_print(a, _("%s Is it '%s'?"), remedy, meant);
    return faults_add(f, STATUS_USAGE, "", "", remedy,
                      _("--for takes an id, and the unit has no '%s' whose this could be"),
                      s->whose);
}

static bool read_address(struct reader *r, struct arena *a, const char *dir,
                         struct import_source *s)
{
    const char *path;

    if (reader_has(r, "path") == reader_has(r, "url"))
        return reader_fault(r, NULL, _("Give \"path\" or \"url\"."),
                            _("A source is a file or an address"));
    if (reader_name(r, "url", OPTIONAL, &s->address))
        return true;
    if (!reader_name(r, "path", OPTIONAL, &path))
        return false;
    s->address = in_folder(a, dir, path);
    return true;
}

static bool read_source(struct reader *r, struct arena *a, const char *dir,
                        const struct problem *p, struct ids *ids, struct import_source *s)
{
    static const char *const KEYS[] = {"id",   "path", "url",           "as",      "for",
                                       "user", "map",  "password_file", "partial", NULL};
    int as = 0, seen = reader_faults_seen(r);
    const char *map, *password;

    *s = (struct import_source){.whose = ""};
    if (!reader_shape(r, KEYS))
        return false;
    ids_read_own(ids, r, &s->id);
    read_address(r, a, dir, s);
    reader_word(r, "as", REQUIRED, MEANING_WORDS, &as);
    s->as = (enum import_meaning)(as + 1);
    reader_id(r, "for", OPTIONAL, &s->whose);
    reader_name(r, "user", OPTIONAL, &s->user);
    reader_bool(r, "partial", OPTIONAL, &s->partial);
    if (reader_name(r, "map", OPTIONAL, &map))
        s->map = in_folder(a, dir, map);
    if (reader_name(r, "password_file", OPTIONAL, &password))
        s->password_file = in_folder(a, dir, password);
    if (seen == reader_faults_seen(r) && !person_known(s, p))
        reader_fault(r, "for", _("Write the id of a client for wishes, else of an escort."),
                     _("There is nobody with this id"));
    return seen == reader_faults_seen(r);
}

enum status import_sources_read(struct arena *a, const char *dir, const struct problem *p,
                                struct import_source **out, int *n, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "sources", NULL};
    const char *path = arena_print(a, "%s/sources.json", dir);
    int seen = f->seen;

    if (!file_exists(path))
        return faults_add(f, STATUS_USAGE, "", "",
                          _("Name a file or an address, or write them down in sources.json; "
                            "'ledsaga schema sources' tells how."),
                          _("there is nothing to import"));
    struct reader *r = reader_open(a, path, f);
    struct ids *ids = ids_new(a, _("source"), _("sources[] of sources.json"));
    *n = 0;
    if (r && reader_document(r, "ledsaga-sources", 1, KEYS) &&
        reader_list(r, "sources", REQUIRED)) {
        struct import_source *list = NEW_ARRAY(a, struct import_source, reader_size(r) + 1);
        while (reader_next(r))
            *n += read_source(r, a, dir, p, ids, &list[*n]);
        *out = list;
    }
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}
