#include "adapters/publish/publish_dav.h"

#include "adapters/dav/dav_object.h"
#include "adapters/publish/publish_sent.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

enum {
    UNSAVED_MOST = 50, /* requests after which is written down what was sent */
    FAILURES_MOST = 3  /* people in a row: then it is the server */
};

struct sending {
    struct arena *arena; /* of what is told in the end */
    struct arena *scratch; /* of one person */
    const struct publication *of;
    struct dav *server;
    struct sent sent;
    int unsaved;
    const volatile int *stop;
    struct dav_published *result;
    struct faults *faults;
};

/* One event that shall be there. */
struct event {
    const char *href, *bytes;
    uint64_t hash;
    const struct dav_entry *there; /* NULL = the server has none */
    struct sent_row *before;       /* NULL = it was not sent */
};

static void leave(struct sending *s, const char *href, bool removed)
{
    struct dav_left left = {arena_copy(s->arena, href), removed};

    ARENA_PUSH(s->arena, s->result->left, s->result->n_left, s->result->left_room, left);
}

static void note(struct sending *s, const struct event *e, const char *etag)
{
    sent_note(&s->sent, e->href, etag, e->hash);
    s->unsaved++;
}

/* ---- one event ---------------------------------------------------------- */

/* etag: what the server must have for this to be done; NULL = nothing. */
static enum status send(struct sending *s, const struct event *e, const char *etag)
{
    enum dav_result result;
    const char *new_etag, *bytes;
    size_t length;

    TRY(dav_put(s->server, s->scratch, e->href, e->bytes, strlen(e->bytes), etag, &result,
                &new_etag, s->faults));
    if (result == DAV_CHANGED_MEANWHILE) {
        leave(s, e->href, false);
        return STATUS_OK;
    }
    s->result->sent++;
    /* A server that tells no ETag may have written the event in its own way. */
    if (!*new_etag)
        TRY(dav_get(s->server, s->scratch, e->href, &bytes, &length, &new_etag, s->faults));
    note(s, e, new_etag);
    return STATUS_OK;
}

/* Something is there that is not known to be ours: it may have been sent by a run that
 * ended before it could write that down. */
static enum status send_over(struct sending *s, const struct event *e)
{
    const char *bytes, *etag;
    size_t length;

    TRY(dav_get(s->server, s->scratch, e->href, &bytes, &length, &etag, s->faults));
    if (!bytes)
        return send(s, e, NULL);
    if (!*etag)
        etag = e->there->etag;
    if (dav_object_same(bytes, e->bytes)) {
        s->result->unchanged++;
        note(s, e, etag);
        return STATUS_OK;
    }
    if (s->of->force || (!e->before && dav_object_older(bytes, e->bytes)))
        return send(s, e, etag);
    leave(s, e->href, false);
    return STATUS_OK;
}

static enum status event_publish(struct sending *s, const struct event *e)
{
    if (e->before)
        e->before->kept = true;
    if (!e->there && e->before && !s->of->force) {
        leave(s, e->href, true);
        return STATUS_OK;
    }
    if (!e->there)
        return send(s, e, NULL);
    if (!e->before || strcmp(e->before->etag, e->there->etag) != 0)
        return send_over(s, e);
    if (e->before->hash != e->hash)
        return send(s, e, e->there->etag);
    s->result->unchanged++;
    return STATUS_OK;
}

/* ---- one person --------------------------------------------------------- */

static const char *calendar_of(struct arena *a, const struct diary *d)
{
    return arena_print(a, "%ss-%s", person_kind_word(d->kind), d->id);
}

static enum status save(struct sending *s, int most)
{
    if (s->unsaved <= most)
        return STATUS_OK;
    s->unsaved = 0;
    return sent_write(&s->sent, s->faults);
}

static struct id_index entries_by_href(struct arena *a, const struct dav_entry *entries,
                                       int n)
{
    struct id_index index = {0};

    for (int i = 0; i < n; i++)
        if (id_find(&index, entries[i].href) == NONE)
            id_add(a, &index, entries[i].href, i);
    return index;
}

static enum status calendar_there(struct sending *s, const struct diary *d,
                                  const char *name, const struct dav_entry **entries,
                                  int *n)
{
    bool exists, partial;

    TRY(dav_list(s->server, s->scratch, name, &exists, &partial, entries, n, s->faults));
    if (partial)
        return faults_add(s->faults, STATUS_SERVER, dav_href(s->server, s->scratch, name, ""),
                          "", _("Try again later."),
                          _("the server told only a part of what is there, so nothing was "
                            "sent there"));
    if (exists)
        return STATUS_OK;
    s->result->made++;
    return dav_make_calendar(
        s->server, name,
        arena_print(s->scratch, d->kind == PERSON_CLIENT ? _("Escorting: %s") : _("My work: %s"),
                    d->name),
        s->faults);
}

static bool stopped(struct sending *s)
{
    if (*s->stop)
        s->result->stopped = true;
    return s->result->stopped;
}

static enum status person_publish(struct sending *s, int diary)
{
    const struct feed feed = publication_feed(s->of, diary);
    const char *name = calendar_of(s->scratch, feed.diary);
    const struct feed_object *objects;
    const struct dav_entry *entries;
    int n, n_objects = feed_objects(s->scratch, &feed, &objects);

    TRY(calendar_there(s, feed.diary, name, &entries, &n));
    struct id_index there = entries_by_href(s->scratch, entries, n);
    s->result->calendars++;
    for (int i = 0; i < n_objects && !stopped(s); i++) {
        const char *file = arena_print(s->scratch, "%s.ics", objects[i].uid);
        const char *href = dav_href(s->server, s->scratch, name, file);
        int entry = id_find(&there, href);
        const struct event e = {
            href, objects[i].bytes,
            hash_bytes(HASH_START, objects[i].bytes, strlen(objects[i].bytes)),
            entry == NONE ? NULL : &entries[entry], sent_find(&s->sent, href)};
        TRY(event_publish(s, &e));
    }
    return save(s, UNSAVED_MOST);
}

/* Somebody whom the server refuses does not keep the others from theirs. */
static enum status people_publish(struct sending *s, int only)
{
    enum status first = STATUS_OK;
    int failures = 0;

    for (int i = 0; i < s->of->n_diaries && failures < FAILURES_MOST && !stopped(s); i++) {
        if (publication_left(s->of, i) || (only != NONE && i != only))
            continue;
        s->scratch = arena_new();
        publication_speak(s->of, i);
        enum status status = person_publish(s, i);
        publication_speak_own(s->of);
        arena_free(s->scratch);
        failures = status == STATUS_OK ? 0 : failures + 1;
        first = first == STATUS_OK ? status : first;
    }
    return first;
}

/* ---- what is no longer told --------------------------------------------- */

static enum status withdraw(struct sending *s, struct sent_row *row)
{
    enum dav_result result;

    TRY(dav_delete(s->server, row->href, s->of->force ? "" : row->etag, &result, s->faults));
    if (result == DAV_CHANGED_MEANWHILE) {
        leave(s, row->href, false);
        return STATUS_OK;
    }
    s->result->removed++;
    s->unsaved++;
    row->gone = true;
    return save(s, UNSAVED_MOST);
}

/* prefix: only what is there; "" = everything that was sent to this server. */
static enum status rest_withdraw(struct sending *s, const char *prefix)
{
    for (int i = 0; i < s->sent.n && !stopped(s); i++) {
        struct sent_row *row = &s->sent.rows[i];
        if (row->kept || row->gone || strcmp(row->server, s->sent.server) != 0 ||
            strncmp(row->href, prefix, strlen(prefix)) != 0)
            continue;
        TRY(withdraw(s, row));
    }
    return STATUS_OK;
}

static enum status all_publish(struct sending *s, int only)
{
    const char *prefix =
        only == NONE ? ""
                     : dav_href(s->server, s->arena,
                                calendar_of(s->arena, &s->of->diaries[only]), "");

    TRY(people_publish(s, only));
    s->scratch = arena_new();
    enum status status = rest_withdraw(s, prefix);
    arena_free(s->scratch);
    return status;
}

enum status dav_publish(struct arena *a, const struct publication *of, struct dav *server, int only,
                        const volatile int *stop, struct dav_published *out, struct faults *f)
{
    struct sending s = {.arena = a, .of = of, .server = server, .stop = stop,
                        .result = out, .faults = f};

    *out = (struct dav_published){0};
    TRY(sent_read(a, of->dir, dav_base(server, a), &s.sent, f));
    enum status status = all_publish(&s, only);
    enum status saved = save(&s, 0);
    return status == STATUS_OK ? saved : status;
}
