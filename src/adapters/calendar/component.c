#include "adapters/calendar/component.h"

#include "adapters/text/plain.h"

#include <string.h>

enum { LINE_MOST = 75 }; /* octets, without CR LF */

/* "DATE-TIME" and so on: VALUE= of RFC 5545. */
static const char *const KIND_NAMES[] = {
    [VALUE_TEXT] = "TEXT",           [VALUE_DATE] = "DATE",
    [VALUE_DATE_TIME] = "DATE-TIME", [VALUE_DURATION] = "DURATION",
    [VALUE_INTEGER] = "INTEGER",     [VALUE_RECUR] = "RECUR",
    [VALUE_UTC_OFFSET] = "UTC-OFFSET", [VALUE_UNKNOWN] = "TEXT",
};

struct component *component_new(struct arena *a, const char *name)
{
    struct component *c = NEW(a, struct component);
    c->arena = a;
    c->name = name;
    return c;
}

void component_take(struct component *c, struct component *part)
{
    ARENA_PUSH(c->arena, c->parts, c->n_parts, c->room_parts, part);
}

struct component *component_add(struct component *c, const char *name)
{
    struct component *part = component_new(c->arena, name);
    component_take(c, part);
    return part;
}

void component_put_property(struct component *c, struct property p)
{
    ARENA_PUSH(c->arena, c->properties, c->n, c->room, p);
}

void component_put(struct component *c, const char *name, enum value_kind kind,
                   const char *value)
{
    component_put_property(c, (struct property){.name = name, .kind = kind, .value = value});
}

/* Never inside a character: readers that unfold after decoding would spoil it. */
static void add_folded(struct text *t, const char *line)
{
    size_t left = strlen(line), room = LINE_MOST;
    while (left > room) {
        size_t n = room;
        while (((unsigned char)line[n] & 0xC0) == 0x80)
            n--;
        text_add_bytes(t, line, n);
        text_add(t, "\r\n ");
        line += n;
        left -= n;
        room = LINE_MOST - 1;
    }
    text_add(t, line);
    text_add(t, "\r\n");
}

static void add_escaped(struct text *t, const char *value)
{
    for (; *value; value++) {
        if (strchr("\\;,", *value))
            text_add(t, "\\");
        if (*value == '\n')
            text_add(t, "\\n");
        else
            text_add_bytes(t, value, 1);
    }
}

static void add_property(struct text *t, struct arena *a, const struct property *p)
{
    struct text line = text_new(a);
    text_add(&line, p->name);
    if (p->kind_told)
        text_print(&line, ";VALUE=%s", KIND_NAMES[p->kind]);
    if (p->tzid)
        text_print(&line, ";TZID=%s", p->tzid);
    text_add(&line, ":");
    if (p->kind == VALUE_TEXT || p->kind == VALUE_UNKNOWN)
        add_escaped(&line, plain_lines(a, p->value));
    else
        text_add(&line, plain_line(a, p->value));
    add_folded(t, text_done(&line));
}

void component_ics(struct text *t, const struct component *c)
{
    text_print(t, "BEGIN:%s\r\n", c->name);
    for (int i = 0; i < c->n; i++)
        add_property(t, c->arena, &c->properties[i]);
    for (int i = 0; i < c->n_parts; i++)
        component_ics(t, c->parts[i]);
    text_print(t, "END:%s\r\n", c->name);
}
