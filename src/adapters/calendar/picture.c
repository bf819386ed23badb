/* A picture is what its first bytes say it is, whatever its name: PNG, JPEG, WebP or SVG.
 * An SVG inside an image element runs no scripts and fetches nothing. */
#include "adapters/calendar/picture.h"

#include "base/file.h"
#include "base/text.h"

#include <string.h>

static bool begins(const char *bytes, size_t length, size_t at, const char *with, size_t n)
{
    return length >= at + n && memcmp(bytes + at, with, n) == 0;
}

/* NULL = none that browsers show. */
static const char *media_type(const char *bytes, size_t length)
{
    if (begins(bytes, length, 0, "\x89PNG", 4))
        return "image/png";
    if (begins(bytes, length, 0, "\xff\xd8\xff", 3))
        return "image/jpeg";
    if (begins(bytes, length, 0, "RIFF", 4) && begins(bytes, length, 8, "WEBP", 4))
        return "image/webp";
    if (begins(bytes, length, 0, "<svg", 4) || begins(bytes, length, 0, "<?xml", 5))
        return "image/svg+xml";
    return NULL;
}

/* RFC 4648. */
static void add_base64(struct text *t, const unsigned char *bytes, size_t length)
{
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                 "0123456789+/";
    for (size_t i = 0; i < length; i += 3) {
        size_t n = length - i < 3 ? length - i : 3;
        unsigned three = (unsigned)bytes[i] << 16 | (n > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                         (n > 2 ? bytes[i + 2] : 0);
        char four[4] = {DIGITS[three >> 18], DIGITS[three >> 12 & 63],
                        n > 1 ? DIGITS[three >> 6 & 63] : '=', n > 2 ? DIGITS[three & 63] : '='};
        text_add_bytes(t, four, 4);
    }
}

static enum status picture_read(struct arena *a, const char *folder, const char *file,
                                const char **data, struct faults *f)
{
    char *bytes;
    size_t length;
    const char *path = arena_print(a, "%s/%s", folder, file);
    TRY(file_read(a, path, &bytes, &length, f));
    const char *type = media_type(bytes, length);
    if (!type)
        return faults_add(f, STATUS_INPUT, path, "", _("Use PNG, JPEG, WebP or SVG."),
                          _("this is no picture that browsers show"));
    if (length > PICTURE_MOST)
        return faults_add(f, STATUS_INPUT, path, "",
                          _("Make it smaller: 400 pixels to a side are enough."),
                          _("the picture has %zu kilobytes; %d may stand in a page"),
                          length >> 10, PICTURE_MOST >> 10);
    struct text t = text_new(a);
    text_print(&t, "data:%s;base64,", type);
    add_base64(&t, (const unsigned char *)bytes, length);
    *data = text_done(&t);
    return STATUS_OK;
}

/* ---- whose --------------------------------------------------------------- */

/* Of clients, then escorts; NONE. */
static int person_of(const struct own_week *w, const char *id)
{
    bool of_client = w->diary->kind == PERSON_CLIENT; /* then it is of escorts */
    int person = of_client ? problem_find_escort(w->problem, id)
                           : problem_find_client(w->problem, id);
    return person == NONE ? NONE : person + (of_client ? w->problem->n_clients : 0);
}

/* NULL = none that may be shown. */
static const char *file_of(const struct own_week *w, int person)
{
    int n_clients = w->problem->n_clients;
    if (person >= n_clients)
        return w->settings->escorts[person - n_clients].picture;
    return w->problem->clients[person].is_protected ? NULL
                                                    : w->settings->clients[person].picture;
}

static const char *data_read(struct arena *a, const struct own_week *w, const char *file)
{
    struct faults untold = {0};
    const char *data = NULL;
    if (!file || picture_read(a, w->settings->pictures, file, &data, &untold) != STATUS_OK)
        return NULL;
    return data;
}

struct picture_shelf *picture_shelf_new(struct arena *a, const struct problem *p)
{
    int n = p->n_clients + p->n_escorts;
    struct picture_shelf *shelf = NEW(a, struct picture_shelf);
    *shelf = (struct picture_shelf){a, NEW_ARRAY(a, bool, n + 1),
                                    NEW_ARRAY(a, const char *, n + 1)};
    return shelf;
}

static const char *data_of(struct pictures *p, const char *id)
{
    const struct own_week *w = p->own;
    struct picture_shelf *shelf = w->shelf;
    int person = person_of(w, id);
    if (person == NONE)
        return NULL;
    if (!shelf)
        return data_read(p->arena, w, file_of(w, person));
    if (!shelf->read[person])
        shelf->data[person] = data_read(shelf->arena, w, file_of(w, person));
    shelf->read[person] = true;
    return shelf->data[person];
}

int picture_of(struct pictures *p, const char *id)
{
    if (!p->own->settings->pictures)
        return NONE;
    for (int i = 0; i < p->n; i++)
        if (strcmp(p->items[i].id, id) == 0)
            return p->items[i].data ? i : NONE;
    struct picture picture = {id, data_of(p, id)};
    ARENA_PUSH(p->arena, p->items, p->n, p->capacity, picture);
    return picture.data ? p->n - 1 : NONE;
}

static enum status wish_check(struct arena *a, const struct calendar_settings *s,
                              const struct calendar_wishes *x, struct faults *f)
{
    const char *data;
    return x->picture ? picture_read(a, s->pictures, x->picture, &data, f) : STATUS_OK;
}

enum status pictures_check(struct arena *a, const struct calendar_settings *s,
                           const struct problem *p, struct faults *f)
{
    enum status worst = STATUS_OK;
    if (!s->pictures)
        return STATUS_OK;
    for (int i = 0; i < p->n_clients + p->n_escorts; i++) {
        enum status one = wish_check(
            a, s, i < p->n_clients ? &s->clients[i] : &s->escorts[i - p->n_clients], f);
        worst = worst == STATUS_OK ? one : worst;
    }
    return worst;
}
