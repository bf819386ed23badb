/* Whom and what a text names. The names of a kind are put in order once, for a table may
 * have as many rows as the unit has people. */
#include "adapters/import/import_parts.h"

#include "adapters/text/fold.h"

#include <stdlib.h>
#include <string.h>

struct import_names {
    struct named {
        const char *folded;
        int index;
    } *list; /* by name */
};

/* What of a name is known: "Anna" of "Anna Ek", "Pool" of "Pool, Solna", what people say
 * where there is only one; "Pool Solna". */
enum part { WHOLE, FIRST, SAID, RUN_TOGETHER };

typedef const char *name_of(const struct problem *p, int i);

static const char *client_named(const struct problem *p, int i)
{
    return p->clients[i].name;
}

static const char *escort_named(const struct problem *p, int i)
{
    return p->escorts[i].name;
}

static const char *place_named(const struct problem *p, int i)
{
    return p->places[i].name;
}

static int by_name(const void *x, const void *y)
{
    const struct named *a = x, *b = y;

    return strcmp(a->folded, b->folded);
}

static const char *without_comma(struct arena *a, const char *text)
{
    size_t n = strcspn(text, ",");

    return arena_print(a, "%.*s%s%s", (int)n, text, text[n] ? " " : "",
                       text[n] ? text + n + 1 : "");
}

static const char *folded_name(struct import_reading *r, name_of *name, enum part part, int i)
{
    const char *whole = name(r->problem, i);
    size_t n = part == FIRST ? strcspn(whole, " ") : part == SAID ? strcspn(whole, ",")
                                                                  : strlen(whole);

    if (part == RUN_TOGETHER)
        return fold(r->arena, without_comma(r->arena, whole));
    return fold(r->arena, arena_print(r->arena, "%.*s", (int)n, whole));
}

static struct import_names *names_in_order(struct import_reading *r, int n, name_of *name,
                                           enum part part)
{
    struct import_names *names = NEW(r->arena, struct import_names);

    names->list = NEW_ARRAY(r->arena, struct named, n + 1);
    for (int i = 0; i < n; i++)
        names->list[i] = (struct named){folded_name(r, name, part, i), i};
    qsort(names->list, (size_t)n, sizeof *names->list, by_name);
    return names;
}

static int find_named(struct import_reading *r, struct import_names **names, int n,
                      name_of *name, enum part part, const char *text)
{
    const struct named wanted = {.folded = fold(r->arena, text)};

    if (!*names)
        *names = names_in_order(r, n, name, part);
    const struct named *list = (*names)->list;
    const struct named *found = bsearch(&wanted, list, (size_t)n, sizeof *list, by_name);
    if (!found || !*wanted.folded)
        return NONE;
    bool twin = (found > list && by_name(found - 1, found) == 0) ||
                (found < list + n - 1 && by_name(found + 1, found) == 0);
    return twin ? SEVERAL : found->index;
}

/* "Bo Lind" of "Lind, Bo". */
static const char *first_name_first(struct arena *a, const char *text)
{
    size_t n = strcspn(text, ",");

    return text[n] ? arena_print(a, "%s %.*s", text + n + 1, (int)n, text) : text;
}

int import_find_client(struct import_reading *r, const char *text)
{
    const struct problem *p = r->problem;
    const char *said = first_name_first(r->arena, text);
    int i = problem_find_client(p, text);

    if (i == NONE)
        i = find_named(r, &r->clients, p->n_clients, client_named, WHOLE, said);
    if (i == NONE)
        i = find_named(r, &r->called_clients, p->n_clients, client_named, FIRST, said);
    return i;
}

int import_find_escort(struct import_reading *r, const char *text)
{
    const struct problem *p = r->problem;
    const char *said = first_name_first(r->arena, text);
    int i = problem_find_escort(p, text);

    if (i == NONE)
        i = find_named(r, &r->escorts, p->n_escorts, escort_named, WHOLE, said);
    if (i == NONE)
        i = find_named(r, &r->called_escorts, p->n_escorts, escort_named, FIRST, said);
    return i;
}

/* By its whole name, with or without its comma; by what stands before the comma in the text,
 * or in the names; but not by both, for the pool of one town is not that of another. */
int import_find_place(struct import_reading *r, const char *text)
{
    const struct problem *p = r->problem;
    size_t comma = strcspn(text, ",");
    int i = problem_find_place(p, text);

    if (i == NONE)
        i = find_named(r, &r->places, p->n_places, place_named, WHOLE, text);
    if (i == NONE)
        i = find_named(r, &r->run_places, p->n_places, place_named, RUN_TOGETHER,
                       without_comma(r->arena, text));
    if (i == NONE && text[comma])
        return find_named(r, &r->places, p->n_places, place_named, WHOLE,
                          arena_print(r->arena, "%.*s", (int)comma, text));
    if (i == NONE)
        i = find_named(r, &r->said_places, p->n_places, place_named, SAID, text);
    return i;
}
