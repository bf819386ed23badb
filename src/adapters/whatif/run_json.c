/* The result of one run: its key, what it was made with, the tiers and every measure as the
 * fraction it is. Nothing in it depends on when or where it was made, so the same run gives
 * the same bytes. The format is models/run.schema.json. */
#include "adapters/text/json.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/version.h"
#include "ledsaga/whatif.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Raised when what is measured, or how, changes: older results are then made anew. */
enum { RUN_VERSION = 1 };

static const char *const TIER_NAMES[TIERS_PROVED] = {"rights", "rest"};

uint64_t run_key(const struct scenario_week *w, const struct run_settings *settings)
{
    uint64_t h = hash_number(w->texts, RUN_VERSION);
    h = hash_bytes(h, LEDSAGA_VERSION, strlen(LEDSAGA_VERSION) + 1);
    h = hash_number(h, (int64_t)w->problem->hash);
    h = hash_number(h, w->waiting);
    h = hash_number(h, (int64_t)settings->seed);
    h = hash_number(h, settings->effort);
    h = hash_number(h, (int64_t)(settings->gap * 1000000));
    return hash_number(h, settings->prove);
}

const char *run_file(struct arena *a, const struct run *run, uint64_t key)
{
    return arena_print(a, "%s.%" PRId64 ".%04d-W%02d.%016" PRIx64 ".json", run->scenario->id,
                       run->demand, run->iso_year, run->iso_week, key);
}

static void tier_add(struct text *t, const struct run_result *r, int tier)
{
    text_print(t,
               "%s\n  {\"name\": \"%s\", \"value\": %" PRId64 ", \"bound\": %" PRId64
               ", \"counted\": \"%016" PRIx64 "\"}",
               tier ? "," : "", TIER_NAMES[tier], r->tier[tier].value, r->tier[tier].bound,
               r->rates.tier[tier]);
}

const char *run_json(struct arena *a, const struct run *run,
                     const struct run_settings *settings, const struct run_result *r)
{
    struct text t = text_new(a);
    text_print(&t, "{\n \"format\": \"ledsaga-run\",\n \"version\": %d,\n", (int)RUN_VERSION);
    text_print(&t, " \"scenario\": \"%s\",\n \"demand\": %" PRId64 ",\n", run->scenario->id,
               run->demand);
    text_print(&t, " \"week\": \"%04d-W%02d\",\n", run->iso_year, run->iso_week);
    text_print(&t, " \"key\": \"%016" PRIx64 "\",\n \"input_hash\": \"%016" PRIx64 "\",\n", r->key,
               r->input_hash);
    text_print(&t, " \"seed\": %" PRIu64 ",\n \"effort\": %" PRId64 ",\n \"gap\": %g,\n",
               settings->seed, settings->effort, settings->gap);
    text_print(&t, " \"prove\": %s,\n \"program\": \"ledsaga %s\",\n \"tiers\": [",
               settings->prove ? "true" : "false", LEDSAGA_VERSION);
    for (int i = 0; i < TIERS_PROVED; i++)
        tier_add(&t, r, i);
    text_add(&t, "],\n \"measures\": {");
    for (int i = 0; i < MEASURE_COUNT; i++)
        text_print(&t, "%s\n  \"%s\": [%" PRId64 ", %" PRId64 "]", i ? "," : "",
                   MEASURE_ROWS[i].name, r->measure[i].part, r->measure[i].whole);
    text_add(&t, "}\n}\n");
    return text_done(&t);
}

/* ---- reading ------------------------------------------------------------ */

static void read_tier(struct reader *r, struct run_result *out)
{
    static const char *const KEYS[] = {"name", "value", "bound", "counted", NULL};
    static const char *const NAMES[] = {"rights", "rest", NULL};
    int tier;
    if (!reader_shape(r, KEYS) || !reader_word(r, "name", REQUIRED, NAMES, &tier))
        return;
    reader_int64(r, "value", REQUIRED, 0, INT64_MAX, &out->tier[tier].value);
    reader_int64(r, "bound", REQUIRED, INT64_MIN, INT64_MAX, &out->tier[tier].bound);
    reader_hash(r, "counted", REQUIRED, &out->rates.tier[tier]);
}

static void read_ratio(struct reader *r, const char *name, struct ratio *out)
{
    int64_t number[2] = {0, 0};
    if (!reader_list(r, name, REQUIRED))
        return;
    for (int i = 0; reader_next(r); i++)
        if (i < 2)
            reader_int64(r, NULL, REQUIRED, INT64_MIN, INT64_MAX, &number[i]);
    *out = (struct ratio){number[0], number[1]};
}

static void read_run(struct reader *r, const struct run *run, uint64_t key, struct run_result *out)
{
    const char *scenario = "", *week = "";
    char wanted[16];
    int64_t demand = -1;
    snprintf(wanted, sizeof wanted, "%04d-W%02d", run->iso_year, run->iso_week);
    reader_text(r, "scenario", REQUIRED, &scenario);
    reader_text(r, "week", REQUIRED, &week);
    reader_int64(r, "demand", REQUIRED, 0, INT64_MAX, &demand);
    reader_hash(r, "key", REQUIRED, &out->key);
    if (strcmp(scenario, run->scenario->id) != 0 || strcmp(week, wanted) != 0 ||
        demand != run->demand || out->key != key)
        reader_fault(r, NULL, _("Delete the file: its run is then made anew."),
                     _("This is the result of another run than its name says"));
}

enum status run_read(struct arena *a, const char *path, const struct run *run, uint64_t key,
                     struct run_result *out, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "scenario", "demand", "week",
                                       "key", "input_hash", "seed", "effort", "gap", "prove",
                                       "program", "tiers", "measures", NULL};
    struct reader *r = reader_open(a, path, f);
    int seen = f->seen;
    *out = (struct run_result){0};
    if (r && reader_document(r, "ledsaga-run", RUN_VERSION, KEYS)) {
        read_run(r, run, key, out);
        reader_hash(r, "input_hash", REQUIRED, &out->input_hash);
        if (reader_list(r, "tiers", REQUIRED))
            while (reader_next(r))
                read_tier(r, out);
        if (reader_object(r, "measures", REQUIRED, NULL)) {
            for (int i = 0; i < MEASURE_COUNT; i++)
                read_ratio(r, MEASURE_ROWS[i].name, &out->measure[i]);
            reader_leave(r);
        }
    }
    reader_close(r);
    return r && f->seen == seen ? STATUS_OK : faults_status(f);
}
