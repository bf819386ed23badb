#include "adapters/dav/dav.h"

#include "adapters/dav/dav_address.h"
#include "adapters/dav/dav_xml.h"
#include "adapters/text/markup.h"
#include "adapters/text/plain.h"
#include "base/text.h"

#include <curl/curl.h>
#include <string.h>
#include <strings.h>

enum {
    ANSWER_MOST = 20 << 20, /* bytes */
    CONNECT_SECONDS = 15,
    REQUEST_SECONDS = 120
};

struct dav {
    struct arena *arena;
    CURL *curl;
    struct dav_address at;
    const char *user, *password; /* NULL */
    bool hushed;
};

/* ---- one request -------------------------------------------------------- */

struct header {
    const char *name, *value; /* name NULL = none */
};

struct request {
    const char *method;
    const char *path; /* on the server, in its one way */
    const char *body; /* NULL = none */
    size_t length;
    const char *type; /* of the body; NULL */
    struct header headers[1];
};

struct answer {
    struct arena *arena;
    long status;
    struct text body;
    bool too_large;
    const char *etag, *location; /* "" = none */
    char failure[CURL_ERROR_SIZE];
};

static size_t body_add(char *bytes, size_t size, size_t n, void *context)
{
    struct answer *answer = context;

    if (answer->body.length + size * n > ANSWER_MOST) {
        answer->too_large = true;
        return 0;
    }
    text_add_bytes(&answer->body, bytes, size * n);
    return size * n;
}

/* The value if the line is this header; NULL otherwise. */
static const char *header_value(struct arena *a, const char *line, size_t n, const char *name)
{
    size_t length = strlen(name);

    if (n <= length || strncasecmp(line, name, length) != 0 || line[length] != ':')
        return NULL;
    for (line += length + 1, n -= length + 1; n > 0 && strchr(" \t", *line); n--)
        line++;
    while (n > 0 && strchr(" \t\r\n", line[n - 1]))
        n--;
    return arena_print(a, "%.*s", (int)n, line);
}

static size_t header_add(char *line, size_t size, size_t n, void *context)
{
    struct answer *answer = context;
    const char *value;

    if ((value = header_value(answer->arena, line, size * n, "ETag")))
        answer->etag = etag_sound(value) ? value : "";
    if ((value = header_value(answer->arena, line, size * n, "Location")))
        answer->location = value;
    return size * n;
}

static const char *address_of(const struct dav *d, struct arena *a, const char *path)
{
    return arena_print(a, "%s%s", d->at.origin, path);
}

/* As faults tell it. */
static const char *address_told(const struct dav *d, struct arena *a, const char *path)
{
    return d->hushed ? d->at.origin : address_of(d, a, path);
}

static struct curl_slist *headers_of(struct arena *a, const struct request *q)
{
    /* No waiting for leave to send: the requests are small. */
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");

    if (q->type)
        list = curl_slist_append(list, arena_print(a, "Content-Type: %s", q->type));
    for (size_t i = 0; i < sizeof q->headers / sizeof *q->headers; i++)
        if (q->headers[i].name)
            list = curl_slist_append(
                list, arena_print(a, "%s: %s", q->headers[i].name, q->headers[i].value));
    return list;
}

static void connection_set(struct dav *d, struct answer *answer)
{
    CURL *c = d->curl;

    curl_easy_reset(c); /* connections are kept */
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, d->at.encrypted ? "https" : "http");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)REQUEST_SECONDS);
    curl_easy_setopt(c, CURLOPT_MAXFILESIZE, (long)ANSWER_MOST);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, answer->failure);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, body_add);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, header_add);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, answer);
    if (!d->at.encrypted)
        curl_easy_setopt(c, CURLOPT_PROXY, ""); /* this very machine needs none */
    if (d->user) {
        curl_easy_setopt(c, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(c, CURLOPT_USERNAME, d->user);
        curl_easy_setopt(c, CURLOPT_PASSWORD, d->password ? d->password : "");
    }
}

static const char *failure_remedy(CURLcode code)
{
    switch ((int)code) {
    case CURLE_COULDNT_RESOLVE_HOST: return _("Is the server's name right?");
    case CURLE_COULDNT_CONNECT: return _("Does the server run, and is the port right?");
    case CURLE_OPERATION_TIMEDOUT: return _("Try again later.");
    case CURLE_PEER_FAILED_VERIFICATION:
        return _("The certificate must be valid and of this name; one of the office's own "
                 "must be known to this machine.");
    default: return _("Try again, or ask those who run the server.");
    }
}

static enum status failed(struct dav *d, const struct request *q, const struct answer *answer,
                          CURLcode code, struct faults *f)
{
    const char *address = address_told(d, answer->arena, q->path);

    if (answer->too_large || code == CURLE_FILESIZE_EXCEEDED)
        return faults_add(f, STATUS_SERVER, address, "", _("Is the address right?"),
                          _("the answer is larger than %d MB"), ANSWER_MOST >> 20);
    return faults_add(f, STATUS_SERVER, address, "", failure_remedy(code), "%s",
                      *answer->failure ? answer->failure : curl_easy_strerror(code));
}

/* SERVER if there was no answer at all; any status is one. */
static enum status ask(struct dav *d, struct arena *a, const struct request *q,
                       struct answer *answer, struct faults *f)
{
    *answer = (struct answer){.arena = a, .body = text_new(a), .etag = "", .location = ""};
    connection_set(d, answer);
    struct curl_slist *headers = headers_of(a, q);
    curl_easy_setopt(d->curl, CURLOPT_URL, address_of(d, a, q->path));
    curl_easy_setopt(d->curl, CURLOPT_HTTPHEADER, headers);
    if (q->body) {
        curl_easy_setopt(d->curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)q->length);
        curl_easy_setopt(d->curl, CURLOPT_POSTFIELDS, q->body);
    }
    curl_easy_setopt(d->curl, CURLOPT_CUSTOMREQUEST, q->method);
    CURLcode code = curl_easy_perform(d->curl);
    curl_slist_free_all(headers);
    if (code != CURLE_OK)
        return failed(d, q, answer, code, f);
    curl_easy_getinfo(d->curl, CURLINFO_RESPONSE_CODE, &answer->status);
    return STATUS_OK;
}

/* ---- refusals ----------------------------------------------------------- */

static const struct refusal {
    long from, to;
    const char *what, *remedy; /* gettext keys */
} REFUSALS[] = {
    {300, 399, "", N_("Give that address, if you trust it.")},
    {401, 401, N_("it does not know this user and password"), N_("Is the password right?")},
    {403, 403, N_("this user may not do that there"),
     N_("Is the address that of the user's own calendars?")},
    {404, 405, N_("there are no calendars there"),
     N_("Is the address that of the user's calendars?")},
    {409, 409, N_("something there is in the way"),
     N_("Is the folder in the address there, and is the event not in another calendar?")},
    {507, 507, N_("it is full"), N_("Make room on the server.")},
    {429, 599, N_("it cannot do that now"), N_("Try again later.")},
    {0, 999, N_("that was not expected"),
     N_("Is it a CalDAV server, and is the address right?")},
};

static enum status refused(struct dav *d, const struct request *q,
                           const struct answer *answer, struct faults *f)
{
    const struct refusal *r = REFUSALS;

    while (r->to != 999 && (answer->status < r->from || answer->status > r->to))
        r++;
    /* A redirection tells whither; the other sentences have no place for it. */
    const char *whither = d->hushed ? _("another address")
                                    : plain_line(answer->arena, answer->location);
    const char *reason = r->to == 399
                             ? arena_print(answer->arena, _("sends us to %s"), whither)
                             : _(r->what);
    return faults_add(f, STATUS_SERVER, address_told(d, answer->arena, q->path), "", _(r->remedy),
                      _("the server says %ld: %s"), answer->status, reason);
}

static bool succeeded(const struct answer *answer)
{
    return answer->status >= 200 && answer->status <= 299;
}

static bool is_gone(const struct answer *answer)
{
    return answer->status == 404 || answer->status == 410;
}

/* ---- opening ------------------------------------------------------------ */

static enum status open_at(struct arena *a, const struct dav_address *at, const char *user,
                           const char *password, struct dav **out, struct faults *f)
{
    struct dav *d = NEW(a, struct dav);

    d->at = *at;
    if (user && strchr(user, ':'))
        return faults_add(f, STATUS_USAGE, "", "", _("Is it the right user?"),
                          _("the name of a user cannot have a colon"));
    require(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK, "libcurl begins");
    d->curl = curl_easy_init();
    require(d->curl, "there is memory for a connection");
    d->arena = a;
    d->user = user ? arena_copy(a, user) : NULL;
    d->password = password ? arena_copy(a, password) : NULL;
    *out = d;
    return STATUS_OK;
}

enum status dav_open(struct arena *a, const char *base, const char *user,
                     const char *password, struct dav **out, struct faults *f)
{
    struct dav_address at;

    TRY(dav_address_read(a, base, &at, f));
    return open_at(a, &at, user, password, out, f);
}

void dav_hush(struct dav *d)
{
    d->hushed = true;
}

void dav_close(struct dav *d)
{
    if (!d)
        return;
    curl_easy_cleanup(d->curl);
    curl_global_cleanup();
}

const char *dav_base(const struct dav *d, struct arena *a)
{
    return address_of(d, a, d->at.path);
}

static const char *collection_path(const struct dav *d, struct arena *a, const char *name)
{
    return arena_print(a, "%s%s%s", d->at.path, dav_address_step(a, name), *name ? "/" : "");
}

const char *dav_href(const struct dav *d, struct arena *a, const char *name, const char *file)
{
    return arena_print(a, "%s%s", collection_path(d, a, name), dav_address_step(a, file));
}

/* ---- what there is ------------------------------------------------------ */

/* An object lies directly in the collection. False if the server tells of something that
 * is not below it. */
static bool entry_add(struct dav *d, struct arena *a, const char *collection,
                      const struct dav_response *r, struct dav_entry *list, int *n)
{
    const char *href = dav_address_href(a, &d->at, r->href);
    size_t length = strlen(collection);

    if (href && strncmp(href, collection, length - 1) == 0 &&
        (href[length - 1] == '\0' || strcmp(href, collection) == 0))
        return true; /* the collection itself, with or without its slash */
    if (!href || strncmp(href, collection, length) != 0)
        return false;
    if (!r->collection && !strchr(href + length, '/'))
        list[(*n)++] = (struct dav_entry){href, r->etag};
    return true;
}

static enum status entries_read(struct dav *d, struct arena *a, const struct request *q,
                                struct answer *answer, bool *partial,
                                const struct dav_entry **out, int *n, struct faults *f)
{
    const char *address = address_told(d, a, q->path), *why;
    const struct dav_response *responses;
    int n_responses;

    if (!dav_xml_read(a, text_done(&answer->body), answer->body.length,
                      &responses, &n_responses, partial, &why))
        return faults_add(f, STATUS_SERVER, address, "",
                          _("Is it a CalDAV server, and is the address right?"), "%s", why);
    struct dav_entry *list = NEW_ARRAY(a, struct dav_entry, n_responses + 1);
    for (int i = 0; i < n_responses; i++)
        if (!entry_add(d, a, q->path, &responses[i], list, n))
            return faults_add(f, STATUS_SERVER, address, "", _("Is the address right?"),
                              _("the server tells of %s, which is not in it"),
                              d->hushed ? _("something") : plain_line(a, responses[i].href));
    *out = list;
    return STATUS_OK;
}

enum status dav_list(struct dav *d, struct arena *a, const char *name, bool *exists,
                     bool *partial, const struct dav_entry **out, int *n, struct faults *f)
{
    static const char BODY[] =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<propfind xmlns=\"DAV:\"><prop><getetag/><resourcetype/></prop></propfind>\n";
    const struct request q = {.method = "PROPFIND", .path = collection_path(d, a, name),
                              .body = BODY, .length = sizeof BODY - 1,
                              .type = "application/xml; charset=utf-8",
                              .headers = {{"Depth", "1"}}};
    struct answer answer;

    *exists = false;
    *partial = false;
    *out = NULL;
    *n = 0;
    TRY(ask(d, a, &q, &answer, f));
    if (is_gone(&answer))
        return STATUS_OK;
    if (answer.status != 207)
        return refused(d, &q, &answer, f);
    *exists = true;
    return entries_read(d, a, &q, &answer, partial, out, n, f);
}

enum status dav_get(struct dav *d, struct arena *a, const char *href, const char **bytes,
                    size_t *length, const char **etag, struct faults *f)
{
    const struct request q = {.method = "GET", .path = href};
    struct answer answer;

    *bytes = NULL;
    *length = 0;
    *etag = "";
    TRY(ask(d, a, &q, &answer, f));
    if (is_gone(&answer))
        return STATUS_OK;
    if (answer.status != 200)
        return refused(d, &q, &answer, f);
    *length = answer.body.length;
    *bytes = text_done(&answer.body);
    *etag = answer.etag;
    return STATUS_OK;
}

enum status dav_get_address(struct arena *a, const char *address, const char *user,
                            const char *password, const char **bytes, size_t *length,
                            struct faults *f)
{
    struct dav_address at;
    struct dav *d;
    const char *etag;

    TRY(dav_address_exact(a, address, &at, f));
    TRY(open_at(a, &at, user, password, &d, f));
    dav_hush(d);
    enum status s = dav_get(d, a, at.path, bytes, length, &etag, f);
    dav_close(d);
    return s;
}

/* ---- what shall be ------------------------------------------------------ */

enum status dav_make_calendar(struct dav *d, const char *name, const char *display_name,
                              struct faults *f)
{
    struct arena *a = arena_new();
    struct text body = text_new(a);

    text_add(&body, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                    "<C:mkcalendar xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">"
                    "<set><prop>");
    markup_element(&body, "<displayname>", display_name, "</displayname>");
    text_add(&body, "<C:supported-calendar-component-set><C:comp name=\"VEVENT\"/>"
                    "</C:supported-calendar-component-set>"
                    "</prop></set></C:mkcalendar>\n");
    const struct request q = {.method = "MKCALENDAR", .path = collection_path(d, a, name),
                              .body = text_done(&body), .length = body.length,
                              .type = "application/xml; charset=utf-8"};
    struct answer answer;
    enum status s = ask(d, a, &q, &answer, f);
    if (s == STATUS_OK && !succeeded(&answer))
        s = refused(d, &q, &answer, f);
    arena_free(a);
    return s;
}

enum status dav_put(struct dav *d, struct arena *a, const char *href, const char *bytes,
                    size_t length, const char *etag, enum dav_result *result,
                    const char **new_etag, struct faults *f)
{
    struct request q = {.method = "PUT", .path = href, .body = bytes, .length = length,
                        .type = "text/calendar; charset=utf-8"};
    struct answer answer;

    if (!etag)
        q.headers[0] = (struct header){"If-None-Match", "*"};
    else if (*etag)
        q.headers[0] = (struct header){"If-Match", etag};
    *new_etag = "";
    TRY(ask(d, a, &q, &answer, f));
    *result = answer.status == 412 ? DAV_CHANGED_MEANWHILE : DAV_DONE;
    if (!succeeded(&answer) && answer.status != 412)
        return refused(d, &q, &answer, f);
    *new_etag = answer.etag;
    return STATUS_OK;
}

enum status dav_delete(struct dav *d, const char *href, const char *etag,
                       enum dav_result *result, struct faults *f)
{
    struct arena *a = arena_new();
    struct request q = {.method = "DELETE", .path = href};
    struct answer answer;

    if (*etag)
        q.headers[0] = (struct header){"If-Match", etag};
    enum status s = ask(d, a, &q, &answer, f);
    *result = s == STATUS_OK && answer.status == 412 ? DAV_CHANGED_MEANWHILE : DAV_DONE;
    if (s == STATUS_OK && !succeeded(&answer) && !is_gone(&answer) && answer.status != 412)
        s = refused(d, &q, &answer, f);
    arena_free(a);
    return s;
}
