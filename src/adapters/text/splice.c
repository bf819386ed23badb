#include "adapters/text/splice.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

static const char *skip_white(const char *s)
{
    return s + strspn(s, " \t\r\n");
}

/* Past the string that begins at s. */
static const char *skip_string(const char *s)
{
    for (s++; *s && *s != '"'; s++)
        s += *s == '\\' && s[1];
    return s + (*s == '"');
}

/* Past the value that begins at s; the document is well-formed, so counting brackets is
 * enough. */
static const char *skip_value(const char *s)
{
    int depth = 0;

    do {
        if (*s == '"') {
            s = skip_string(s);
            continue;
        }
        if (depth == 0 && !strchr("{[", *s))
            return s + strcspn(s, ",}] \t\r\n");
        depth += (*s == '{' || *s == '[') - (*s == '}' || *s == ']');
        s++;
    } while (*s && depth > 0);
    return s;
}

struct member {
    const char *key, *value, *end; /* the key without its quotes; [value, end) */
    size_t key_length;
};

/* The next member from s on; false at the end of the object. */
static bool member_next(const char **s, struct member *out)
{
    const char *at = skip_white(*s);

    if (*at == ',')
        at = skip_white(at + 1);
    if (*at != '"')
        return false;
    out->key = at + 1;
    at = skip_string(at);
    out->key_length = (size_t)(at - 1 - out->key);
    at = skip_white(at);
    out->value = skip_white(at + (*at == ':'));
    *s = out->end = skip_value(out->value);
    return true;
}

static bool named(const struct member *m, const char *key)
{
    return strlen(key) == m->key_length && strncmp(m->key, key, m->key_length) == 0;
}

/* document up to `from`, then the text, then document from `to` on. */
static const char *between(struct arena *a, const char *document, const char *from,
                           const char *text, const char *to)
{
    struct text t = text_new(a);

    text_add_bytes(&t, document, (size_t)(from - document));
    text_add(&t, text);
    text_add(&t, to);
    return text_done(&t);
}

const char *splice_member(struct arena *a, const char *document, const char *key,
                          const char *value, const char *after)
{
    const char *open = strchr(document, '{') + 1, *s = open;
    struct member m, last = {.end = NULL};
    bool placed = false;

    while (member_next(&s, &m)) {
        if (named(&m, key))
            return between(a, document, m.value, value, m.end);
        if (!placed)
            last = m;
        placed = placed || named(&m, after);
    }
    if (!last.end)
        return between(a, document, open, arena_print(a, "\n \"%s\": %s\n", key, value),
                       skip_white(open));
    return between(a, document, last.end, arena_print(a, ",\n \"%s\": %s", key, value),
                   last.end);
}

/* ---- an object of a list -------------------------------------------------- */

static bool member_find(const char *object, const char *key, struct member *out)
{
    const char *s = strchr(object, '{') + 1;

    while (member_next(&s, out))
        if (named(out, key))
            return true;
    return false;
}

static bool said(const struct member *m, const char *text)
{
    size_t n = strlen(text);

    return (size_t)(m->end - m->value) == n + 2 && strncmp(m->value + 1, text, n) == 0;
}

/* [*from, *to): the object of the list. */
static bool item_find(const char *document, const char *list, const char *id,
                      const char *id_value, const char **from, const char **to)
{
    struct member m, own;

    if (!member_find(document, list, &m) || *m.value != '[')
        return false;
    for (*from = skip_white(m.value + 1); *from < m.end && **from == '{';
         *from = skip_white(*to + (**to == ','))) {
        *to = skip_value(*from);
        if (member_find(*from, id, &own) && own.end <= *to && said(&own, id_value))
            return true;
        *to = skip_white(*to);
    }
    return false;
}

const char *splice_item_text(struct arena *a, const char *document, const char *list,
                             const char *id, const char *id_value)
{
    const char *from, *to;

    return item_find(document, list, id, id_value, &from, &to)
               ? arena_print(a, "%.*s", (int)(to - from), from)
               : NULL;
}

const char *splice_item(struct arena *a, const char *document, const char *list,
                        const char *id, const char *id_value, const char *object)
{
    const char *from, *to;

    return item_find(document, list, id, id_value, &from, &to)
               ? between(a, document, from, object, to)
               : document;
}
