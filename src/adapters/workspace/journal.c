/* journal.jsonl: one JSON object a line, only ever added to. Lines that cannot be
 * read, such as one that a full disk cut short, are passed over. */
#include "adapters/text/instant.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/version.h"
#include "ledsaga/workspace.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *journal_path(struct arena *a, const char *dir)
{
    return arena_print(a, "%s/journal.jsonl", dir);
}

static void hash_print(const struct problem *p, char out[17])
{
    snprintf(out, 17, "%016llx", (unsigned long long)p->hash);
}

/* ---- writing ---- */

static int count_served(const struct problem *p, const struct roster *r)
{
    int n = 0;

    for (int i = 0; i < p->n_requests; i++)
        n += roster_serves(r, i);
    return n;
}

static json_t *tier_object(struct tier_result tier)
{
    return json_pack("{s:I, s:I}", "value", (json_int_t)tier.value, "bound",
                     (json_int_t)tier.bound);
}

static json_t *result_object(const struct problem *p, const struct solution *s)
{
    return json_pack("{s:s, s:o, s:o, s:i, s:i}", "outcome",
                     outcome_word(s->outcome), "rights",
                     tier_object(s->rights), "rest", tier_object(s->rest),
                     "served", count_served(p, s->roster), "requests",
                     p->n_requests);
}

static json_t *entry_object(const struct problem *p, const char *command,
                            uint64_t seed)
{
    char when[32], week[16], hash[17];

    instant_print(clock_utc(), when);
    week_name(&p->week, week);
    hash_print(p, hash);
    return json_pack("{s:s, s:s, s:s, s:s, s:I, s:s}", "time", when, "command",
                     command, "week", week, "input_hash", hash, "seed",
                     (json_int_t)seed, "program",
                     "ledsaga " LEDSAGA_VERSION);
}

/* more: further members as an object of JSON; NULL = none. */
static char *entry_line(const struct problem *p, const char *command,
                        uint64_t seed, const struct solution *solution, const char *more)
{
    json_t *entry = entry_object(p, command, seed);
    json_t *result = solution ? result_object(p, solution) : json_object();
    json_t *further = more ? json_loads(more, 0, NULL) : json_object();
    char *line = NULL;

    if (entry && result && further && json_object_update(entry, result) == 0 &&
        json_object_update(entry, further) == 0)
        line = json_dumps(entry, JSON_COMPACT);
    json_decref(entry);
    json_decref(result);
    json_decref(further);
    return line;
}

const char *journal_line(struct arena *a, const struct problem *p, const char *command,
                         uint64_t seed, const struct solution *solution, const char *more)
{
    char *line = entry_line(p, command, seed, solution, more);

    require(line, "what the journal is told is JSON");
    const char *kept = arena_copy(a, line);
    free(line);
    return kept;
}

enum status journal_append(const char *dir, const struct problem *p,
                           const char *command, uint64_t seed,
                           const struct solution *solution, struct faults *f)
{
    struct arena *scratch = arena_new();
    const char *path = journal_path(scratch, dir);
    enum status status;

    require(seed <= INT64_MAX, "a seed fits the integers of JSON");
    char *line = entry_line(p, command, seed, solution, NULL);
    if (line)
        status = file_append_line(path, line, f);
    else
        status =
            faults_add(f, STATUS_MEMORY, path, "", "", _("Out of memory."));
    free(line);
    arena_free(scratch);
    return status;
}

/* ---- reading ---- */

static bool says(const json_t *entry, const char *key, const char *value)
{
    const char *text = json_string_value(json_object_get(entry, key));

    return text && strcmp(text, value) == 0;
}

/* When a line says that a roster of this problem was made. */
static bool tells_roster(const struct problem *p, const char *line,
                         size_t length, int64_t *utc)
{
    json_t *entry = json_loadb(line, length, 0, NULL);
    const char *time = json_string_value(json_object_get(entry, "time"));
    char week[16], hash[17];

    week_name(&p->week, week);
    hash_print(p, hash);
    bool made = says(entry, "command", "solve") || json_object_get(entry, "change");
    bool told = made && says(entry, "week", week) &&
                says(entry, "input_hash", hash) && time &&
                instant_scan(time, utc);
    json_decref(entry);
    return told;
}

int64_t journal_roster_time(struct arena *a, const char *dir,
                            const struct problem *p)
{
    struct faults unread = {0};
    int64_t utc;
    size_t length;
    char *data;

    if (file_read(a, journal_path(a, dir), &data, &length, &unread) !=
        STATUS_OK)
        return p->week.start_utc;
    for (size_t end = length, begin; end > 0; end = begin ? begin - 1 : 0) {
        begin = end;
        while (begin > 0 && data[begin - 1] != '\n')
            begin--;
        if (tells_roster(p, data + begin, end - begin, &utc))
            return utc;
    }
    return p->week.start_utc;
}
