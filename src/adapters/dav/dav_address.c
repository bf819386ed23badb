#include "adapters/dav/dav_address.h"

#include "base/text.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- paths ------------------------------------------------------------- */

static int hex_value(char c)
{
    static const char DIGITS[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = c ? strchr(DIGITS, c) : NULL;

    return at ? (int)(at - DIGITS) % 16 : -1;
}

static void byte_add(struct text *t, unsigned char c)
{
    /* RFC 3986 2.3, and the @ that names of events have. */
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789-._~@";

    if (c && strchr(PLAIN, c))
        text_print(t, "%c", c);
    else
        text_print(t, "%%%02X", c);
}

const char *dav_address_step(struct arena *a, const char *name)
{
    struct text t = text_new(a);

    for (; *name; name++)
        byte_add(&t, (unsigned char)*name);
    return text_done(&t);
}

/* One step of a path, decoded and written anew; false where that cannot be done. A step
 * of dots only would lead elsewhere. */
static bool step_add(struct text *t, const char *step, size_t n)
{
    size_t dots = 0, length = 0;

    for (size_t i = 0; i < n; i++, length++) {
        int c = (unsigned char)step[i];
        if (c == '%') {
            int high = i + 2 < n ? hex_value(step[i + 1]) : -1;
            int low = high >= 0 ? hex_value(step[i + 2]) : -1;
            if (low < 0)
                return false;
            c = 16 * high + low;
            i += 2;
        }
        if (c < 0x20 || c == 0x7f)
            return false;
        dots += c == '.';
        byte_add(t, (unsigned char)c);
    }
    return length == 0 || dots != length || length > 2;
}

/* NULL if it is no path. */
static const char *path_canonical(struct arena *a, const char *path)
{
    struct text t = text_new(a);

    if (*path != '/')
        return NULL;
    while (*path) {
        text_add(&t, "/");
        size_t n = strcspn(++path, "/");
        if (n == 0 && *path) /* two slashes */
            return NULL;
        if (!step_add(&t, path, n))
            return NULL;
        path += n;
        if (path[0] == '/' && path[1] == '\0') {
            text_add(&t, "/");
            break;
        }
    }
    return text_done(&t);
}

/* ---- addresses --------------------------------------------------------- */

/* "" if the address has no such part. */
static const char *part(struct arena *a, CURLU *url, CURLUPart what)
{
    char *text = NULL;
    const char *copy = "";

    if (curl_url_get(url, what, &text, 0) == CURLUE_OK)
        copy = arena_copy(a, text);
    curl_free(text);
    return copy;
}

struct parts {
    const char *scheme, *host, *port, *path, *question; /* "" = none */
    bool more; /* user, password or fragment */
};

static bool parts_read(struct arena *a, const char *address, struct parts *out)
{
    CURLU *url = curl_url();
    bool good = url && curl_url_set(url, CURLUPART_URL, address,
                                    CURLU_NON_SUPPORT_SCHEME | CURLU_PATH_AS_IS) == CURLUE_OK;

    if (good)
        *out = (struct parts){
            part(a, url, CURLUPART_SCHEME), part(a, url, CURLUPART_HOST),
            part(a, url, CURLUPART_PORT), part(a, url, CURLUPART_PATH),
            part(a, url, CURLUPART_QUERY),
            *part(a, url, CURLUPART_USER) || *part(a, url, CURLUPART_PASSWORD) ||
                *part(a, url, CURLUPART_FRAGMENT)};
    curl_url_cleanup(url);
    return good;
}

/* The names that never leave this machine. */
static bool host_is_here(const char *host)
{
    return strcasecmp(host, "localhost") == 0 || strcmp(host, "127.0.0.1") == 0 ||
           strcmp(host, "[::1]") == 0;
}

/* The address itself is not told: there may be a password in it. */
static enum status wrong(struct faults *f, const char *what, const char *remedy)
{
    return faults_add(f, STATUS_USAGE, "", "", remedy, "%s", what);
}

static const char *form(void)
{
    return _("It is written like https://server/path/.");
}

/* The parts and all of the address but its path. */
static enum status server_read(struct arena *a, const char *url, bool question,
                               struct parts *out, struct dav_address *at, struct faults *f)
{
    struct parts p;

    if (!parts_read(a, url, &p))
        return wrong(f, _("the server's address is no address"), form());
    if (p.more || (*p.question && !question))
        return wrong(f, _("the server's address has more than server and path"),
                     _("Leave user, password, ? and # out of it: --user and "
                       "--password-file say who asks."));
    bool encrypted = strcasecmp(p.scheme, "https") == 0;
    if (!encrypted && (strcasecmp(p.scheme, "http") != 0 || !host_is_here(p.host)))
        return wrong(f, _("the server's address does not begin with https://"),
                     _("Names and times are sent encrypted only, but to this very "
                       "machine."));
    *out = p;
    *at = (struct dav_address){
        arena_print(a, "%s://%s%s%s", encrypted ? "https" : "http", p.host,
                    *p.port ? ":" : "", p.port),
        p.host, "/", encrypted};
    return STATUS_OK;
}

enum status dav_address_read(struct arena *a, const char *url, struct dav_address *out,
                             struct faults *f)
{
    struct parts p;

    TRY(server_read(a, url, false, &p, out, f));
    const char *path = path_canonical(a, p.path);
    if (!path)
        return wrong(f, _("the path in the server's address is none"), form());
    const char *slash = path[strlen(path) - 1] == '/' ? "" : "/";
    out->path = arena_print(a, "%s%s", path, slash);
    return STATUS_OK;
}

enum status dav_address_exact(struct arena *a, const char *url, struct dav_address *out,
                              struct faults *f)
{
    struct parts p;

    TRY(server_read(a, url, true, &p, out, f));
    out->path = arena_print(a, "%s%s%s", p.path, *p.question ? "?" : "", p.question);
    return STATUS_OK;
}

const char *dav_address_href(struct arena *a, const struct dav_address *at,
                             const char *href)
{
    struct parts p;

    if (*href == '/' && href[1] != '/')
        return path_canonical(a, href);
    /* Only the path of it is used, so a server that stands behind another one may tell
     * its own scheme and port. */
    return parts_read(a, href, &p) && !p.more && !*p.question && strcasecmp(p.host, at->host) == 0
               ? path_canonical(a, p.path)
               : NULL;
}
