/* The one kind of XML that a CalDAV server answers us with: 207 Multi-Status (RFC 4918
 * 14.16) to the question for getetag and resourcetype. Read by expat; document types, and
 * with them entities, are refused. */
#ifndef ADAPTERS_DAV_XML_H
#define ADAPTERS_DAV_XML_H

#include "ledsaga/arena.h"

#include <stdbool.h>

struct dav_response {
    const char *href; /* as the server wrote it */
    const char *etag; /* "" = none, or one that cannot stand in a header */
    bool collection;
};

/* False with *why, a sentence without full stop, if it is not such an answer. Responses
 * that are refusals of their own are left out; *partial if one of them says more than that
 * the thing is gone: then there may be things that were not told. */
bool dav_xml_read(struct arena *a, const char *bytes, size_t length,
                  const struct dav_response **out, int *n, bool *partial, const char **why);

/* One line of visible characters: nothing that could end a header. */
bool etag_sound(const char *etag);

#endif
