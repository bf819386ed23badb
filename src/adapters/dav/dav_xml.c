#include "adapters/dav/dav_xml.h"

#include "base/text.h"
#include "ledsaga/status.h"

#include <expat.h>
#include <limits.h>
#include <string.h>

enum { DEPTH_MOST = 16 };
#define DAV "DAV:|"

/* The cursor is `depth` elements deep; those that matter always lie
 *     multistatus / response / href
 *                            / status                         of the whole response
 *                            / propstat / status              of these properties
 *                                       / prop / getetag
 *                                              / resourcetype / collection */
struct reading {
    struct arena *arena;
    XML_Parser parser;
    const char *why; /* NULL = no fault so far */
    int depth;
    struct text text; /* of the innermost element */
    struct dav_response now, props; /* the response; what its propstat says */
    bool refused, props_refused;    /* their status is not one of 200 .. 299 */
    bool partial; /* a refused response is there all the same, or nobody knows */
    int n, room;
    struct dav_response *list;
};

static void stop(struct reading *in, const char *why)
{
    if (!in->why)
        in->why = why;
    XML_StopParser(in->parser, XML_FALSE);
}

bool etag_sound(const char *etag)
{
    for (; *etag; etag++)
        if ((unsigned char)*etag <= 0x20 || *etag == 0x7f)
            return false;
    return true;
}

static bool is(const struct reading *in, const char *name, int depth, const char *wanted)
{
    return in->depth == depth && strcmp(name, wanted) == 0;
}

static void XMLCALL element_begin(void *context, const char *name, const char **attributes)
{
    struct reading *in = context;

    (void)attributes;
    if (++in->depth > DEPTH_MOST) {
        stop(in, _("its answer is nested too deeply"));
        return;
    }
    in->text = text_new(in->arena);
    if (in->depth == 1 && strcmp(name, DAV "multistatus") != 0)
        stop(in, _("its answer is not one of WebDAV"));
    if (is(in, name, 2, DAV "response")) {
        in->now = (struct dav_response){"", "", false};
        in->refused = false;
    }
    if (is(in, name, 3, DAV "propstat")) {
        in->props = (struct dav_response){"", "", false};
        in->props_refused = false;
    }
    if (is(in, name, 6, DAV "collection"))
        in->props.collection = true;
}

/* "HTTP/1.1 200 OK" */
static bool refusal(const char *line)
{
    const char *space = strchr(line, ' ');

    return !space || space[1] != '2';
}

static bool gone(const char *line)
{
    const char *space = strchr(line, ' ');

    return space && (strncmp(space + 1, "404", 3) == 0 || strncmp(space + 1, "410", 3) == 0);
}

/* Without the white space around it. */
static const char *text_trimmed(struct reading *in)
{
    const char *s = text_done(&in->text);
    s += strspn(s, " \t\r\n");
    size_t n = strlen(s);
    while (n > 0 && strchr(" \t\r\n", s[n - 1]))
        n--;
    return arena_print(in->arena, "%.*s", n < INT_MAX ? (int)n : 0, s);
}

static void propstat_end(struct reading *in)
{
    if (in->props_refused)
        return;
    if (*in->props.etag)
        in->now.etag = in->props.etag;
    in->now.collection |= in->props.collection;
}

static void response_end(struct reading *in)
{
    if (!*in->now.href)
        stop(in, _("its answer names a thing without an address"));
    else if (!in->refused)
        ARENA_PUSH(in->arena, in->list, in->n, in->room, in->now);
}

static void XMLCALL element_end(void *context, const char *name)
{
    struct reading *in = context;

    if (is(in, name, 3, DAV "href"))
        in->now.href = text_trimmed(in);
    if (is(in, name, 3, DAV "status")) {
        in->refused = refusal(text_trimmed(in));
        in->partial |= in->refused && !gone(text_trimmed(in));
    }
    if (is(in, name, 4, DAV "status"))
        in->props_refused = refusal(text_trimmed(in));
    if (is(in, name, 5, DAV "getetag"))
        in->props.etag = etag_sound(text_trimmed(in)) ? text_trimmed(in) : "";
    if (is(in, name, 3, DAV "propstat"))
        propstat_end(in);
    if (is(in, name, 2, DAV "response"))
        response_end(in);
    in->depth--;
}

static void XMLCALL characters(void *context, const char *bytes, int n)
{
    struct reading *in = context;

    text_add_bytes(&in->text, bytes, (size_t)n);
}

static void XMLCALL doctype(void *context, const char *name, const char *system,
                            const char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    stop(context, _("its answer declares a document type, which is not read"));
}

bool dav_xml_read(struct arena *a, const char *bytes, size_t length,
                  const struct dav_response **out, int *n, bool *partial, const char **why)
{
    struct reading in = {.arena = a, .parser = XML_ParserCreateNS(NULL, '|'),
                         .text = text_new(a)};

    require(in.parser, "there is memory for an XML parser");
    require(length <= INT_MAX, "an answer is limited");
    XML_SetUserData(in.parser, &in);
    XML_SetElementHandler(in.parser, element_begin, element_end);
    XML_SetCharacterDataHandler(in.parser, characters);
    XML_SetStartDoctypeDeclHandler(in.parser, doctype);
    if (XML_Parse(in.parser, bytes, (int)length, XML_TRUE) != XML_STATUS_OK && !in.why)
        in.why = arena_print(a, _("its answer is not well-formed: %s in line %lu"),
                             XML_ErrorString(XML_GetErrorCode(in.parser)),
                             XML_GetCurrentLineNumber(in.parser));
    XML_ParserFree(in.parser);
    *out = in.list;
    *n = in.n;
    *partial = in.partial;
    *why = in.why;
    return !in.why;
}
