/* sessions[] of week.json: several clients together. */
#include "adapters/workspace/week_parts.h"

#include "base/text.h"

enum { CAPACITY_MOST = 10000, CLIENTS_MOST = 1000, FEE_MOST = 10000000 };

bool week_read_start(const struct week_reading *in, const char *key, int *start)
{
    const struct week *w = &in->unit->week;
    int minute;
    char name[16];

    if (!reader_moment(in->reader, key, REQUIRED, w, &minute))
        return false;
    week_name(w, name);
    if (minute < 0 || minute >= week_length(w))
        return reader_fault(in->reader, key,
                            _("Write it in the week.json of the other week."),
                            _("The time is not in week %s"), name);
    *start = minute;
    return true;
}

static const char *const KEYS[] = {
    "id",       "activity", "place",
    "start",    "minutes",  "capacity",
    "fee_ore",  "shared",   "clients_per_escort",
    "debit_percent", NULL};

static void read_session(struct week_reading *in)
{
    struct reader *r = in->reader;
    struct session s = {.place = NONE, .debit_percent = 100};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    int row = ids_read_own(in->sessions, r, &s.id);
    reader_name(r, "activity", REQUIRED, &s.activity);
    ids_read(in->unit->places, r, "place", OPTIONAL, &s.place);
    week_read_start(in, "start", &s.start);
    reader_int(r, "minutes", REQUIRED, 1, DAY, &s.minutes);
    reader_int(r, "capacity", REQUIRED, 1, CAPACITY_MOST, &s.capacity);
    reader_int(r, "clients_per_escort", REQUIRED, 1, CLIENTS_MOST,
               &s.per_escort);
    reader_int(r, "debit_percent", OPTIONAL, 0, 100, &s.debit_percent);
    reader_int(r, "fee_ore", OPTIONAL, 0, FEE_MOST, &s.fee_ore);
    reader_bool(r, "shared", OPTIONAL, &s.shared);
    if (seen == reader_faults_seen(r))
        ids_set(in->sessions, row,
                problem_add_session(in->unit->builder, reader_path(r), &s));
}

void week_read_sessions(struct week_reading *in)
{
    if (reader_list(in->reader, "sessions", OPTIONAL))
        while (reader_next(in->reader))
            read_session(in);
}
