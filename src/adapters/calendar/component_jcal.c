/* jCal, RFC 7265: ["vevent", [[name, parameters, type, value] ...], [parts ...]]. */
#include "adapters/calendar/component.h"
#include "adapters/text/json_text.h"
#include "adapters/text/plain.h"

#include <ctype.h>
#include <string.h>

static const char *const TYPES[] = {
    [VALUE_TEXT] = "text",           [VALUE_DATE] = "date",
    [VALUE_DATE_TIME] = "date-time", [VALUE_DURATION] = "duration",
    [VALUE_INTEGER] = "integer",     [VALUE_RECUR] = "recur",
    [VALUE_UTC_OFFSET] = "utc-offset", [VALUE_UNKNOWN] = "unknown",
};

static const char *lower(struct arena *a, const char *name)
{
    char *copy = arena_copy(a, name);
    for (char *c = copy; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return copy;
}

/* 20261124T130000Z -> 2026-11-24T13:00:00Z */
static const char *spaced_time(struct arena *a, const char *v)
{
    const char *date = arena_print(a, "%.4s-%.2s-%.2s", v, v + 4, v + 6);
    if (v[8] != 'T')
        return date;
    return arena_print(a, "%sT%.2s:%.2s:%s", date, v + 9, v + 11, v + 13);
}

static void add_recur_value(struct text *t, const char *value)
{
    if (value[strspn(value, "0123456789")] == '\0')
        text_add(t, value);
    else
        json_add_string(t, value);
}

/* FREQ=YEARLY;BYMONTH=3 -> {"freq":"YEARLY","bymonth":3}; our rules have no lists. */
static void add_recur(struct text *t, struct arena *a, const char *v)
{
    const char *separator = "{";
    while (*v) {
        size_t length = strcspn(v, ";"), key = strcspn(v, "=");
        text_add(t, separator);
        json_add_string(t, lower(a, arena_print(a, "%.*s", (int)key, v)));
        text_add(t, ":");
        add_recur_value(t, arena_print(a, "%.*s", (int)(length - key - 1), v + key + 1));
        v += length + (v[length] == ';');
        separator = ",";
    }
    text_add(t, "}");
}

static void add_value(struct text *t, struct arena *a, const struct property *p)
{
    switch (p->kind) {
    case VALUE_DATE:
    case VALUE_DATE_TIME:
        json_add_string(t, spaced_time(a, p->value));
        break;
    case VALUE_UTC_OFFSET:
        json_add_string(t, arena_print(a, "%.3s:%s", p->value, p->value + 3));
        break;
    case VALUE_INTEGER:
        text_add(t, p->value);
        break;
    case VALUE_RECUR:
        add_recur(t, a, p->value);
        break;
    case VALUE_TEXT:
    case VALUE_DURATION:
    case VALUE_UNKNOWN:
        json_add_string(t, plain_lines(a, p->value));
        break;
    }
}

static void add_property(struct text *t, struct arena *a, const struct property *p)
{
    text_add(t, "[");
    json_add_string(t, lower(a, p->name));
    text_add(t, ",{");
    if (p->tzid) {
        text_add(t, "\"tzid\":");
        json_add_string(t, p->tzid);
    }
    text_print(t, "},\"%s\",", TYPES[p->kind]);
    add_value(t, a, p);
    text_add(t, "]");
}

void component_jcal(struct text *t, const struct component *c)
{
    text_add(t, "[");
    json_add_string(t, lower(c->arena, c->name));
    text_add(t, ",[");
    for (int i = 0; i < c->n; i++) {
        text_add(t, i ? ",\n" : "\n");
        add_property(t, c->arena, &c->properties[i]);
    }
    text_add(t, "],[");
    for (int i = 0; i < c->n_parts; i++) {
        text_add(t, i ? ",\n" : "\n");
        component_jcal(t, c->parts[i]);
    }
    text_add(t, "]]");
}
