#include "adapters/workspace/week_parts.h"

#include "base/text.h"

bool week_read_name(struct reader *r, const struct week *w)
{
    int year, number;
    char name[16];

    if (!reader_week(r, "week", REQUIRED, &year, &number))
        return false;
    week_name(w, name);
    if (year == w->iso_year && number == w->iso_week)
        return true;
    return reader_fault(r, "week",
                        _("Write the week of the folder that the file is in."),
                        _("This is another week than %s"), name);
}

/* ---- what is said about requests and escorts ---- */

static void read_link(struct week_reading *in)
{
    static const char *const KEYS[] = {"first",   "second",
                                       "gap_min", "gap_max",
                                       "same_escort_allowed", NULL};
    struct reader *r = in->reader;
    struct link link = {.first = NONE, .second = NONE};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->requests, r, "first", REQUIRED, &link.first);
    ids_read(in->requests, r, "second", REQUIRED, &link.second);
    reader_int(r, "gap_min", OPTIONAL, -DAY, DAY, &link.gap_min);
    link.gap_max = link.gap_min;
    reader_int(r, "gap_max", OPTIONAL, -DAY, DAY, &link.gap_max);
    reader_bool(r, "same_escort_allowed", OPTIONAL, &link.same_escort);
    if (seen == reader_faults_seen(r) && link.first != NONE &&
        link.second != NONE)
        problem_add_link(in->unit->builder, reader_path(r), &link);
}

static void read_absence(struct week_reading *in)
{
    static const char *const KEYS[] = {"escort", "from", "to", "reason", NULL};
    struct reader *r = in->reader;
    const struct week *w = &in->unit->week;
    struct span away;
    const char *reason;
    int escort = NONE;

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->unit->escorts, r, "escort", REQUIRED, &escort);
    bool begins = reader_moment(r, "from", REQUIRED, w, &away.from);
    bool ends = reader_moment(r, "to", REQUIRED, w, &away.to);
    reader_text(r, "reason", OPTIONAL, &reason);
    if (!begins || !ends)
        return;
    if (away.to <= away.from)
        reader_fault(r, "to", _("Let it end after it begins."),
                     _("The absence ends before it begins"));
    else
        problem_add_absence(in->unit->builder, escort, away);
}

/* A time of the week and its end; false after a fault. */
static bool read_span(struct week_reading *in, struct span *out)
{
    static const char *const KEYS[] = {"from", "to", NULL};
    struct reader *r = in->reader;
    const struct week *w = &in->unit->week;

    if (!reader_shape(r, KEYS))
        return false;
    bool begins = reader_moment(r, "from", REQUIRED, w, &out->from);
    if (!reader_moment(r, "to", REQUIRED, w, &out->to) || !begins)
        return false;
    return out->from < out->to ||
           reader_fault(r, "to", _("Let it end after it begins."),
                        _("The time ends before it begins"));
}

static void read_availability(struct week_reading *in)
{
    static const char *const KEYS[] = {"escort", "spans", NULL};
    struct reader *r = in->reader;
    int escort = NONE, n = 0;

    if (!reader_shape(r, KEYS))
        return;
    bool known = ids_read(in->unit->escorts, r, "escort", REQUIRED, &escort);
    if (!reader_list(r, "spans", REQUIRED))
        return;
    struct span *spans = NEW_ARRAY(in->unit->arena, struct span, reader_size(r) + 1);
    while (reader_next(r))
        n += read_span(in, &spans[n]);
    if (!known)
        return;
    if (in->told_available[escort])
        reader_fault(r, "escort", _("Put all times of the escort into one of them."),
                     _("The escort's times are given twice"));
    in->told_available[escort] = true;
    problem_set_available(in->unit->builder, escort, spans, n);
}

static void read_pin(struct week_reading *in)
{
    static const char *const KEYS[] = {"request", "start", "escorts", NULL};
    struct reader *r = in->reader;
    int *escorts, request = NONE, start = NONE;
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->requests, r, "request", REQUIRED, &request);
    reader_moment(r, "start", OPTIONAL, &in->unit->week, &start);
    int n = ids_read_list(in->unit->escorts, r, "escorts", OPTIONAL, STAFF_MAX,
                          &escorts);
    if (n == 0 && seen == reader_faults_seen(r))
        reader_fault(r, "escorts",
                     _("Name at least one, or remove the key to leave it open."),
                     _("Nobody is named"));
    if (seen == reader_faults_seen(r))
        problem_pin(in->unit->builder, request, start, n > 0 ? escorts : NULL,
                    n > 0 ? n : 0);
}

/* ---- what was given out ---- */

static void read_published_visit(struct week_reading *in, bool *told)
{
    static const char *const KEYS[] = {"request", "start", "minutes",
                                       "escorts", NULL};
    struct reader *r = in->reader;
    int *escorts, n, request = NONE, start = 0, minutes = 0;
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->requests, r, "request", REQUIRED, &request);
    week_read_start(in, "start", &start);
    reader_int(r, "minutes", REQUIRED, 1, DAY, &minutes);
    n = ids_read_list(in->unit->escorts, r, "escorts", REQUIRED, STAFF_MAX,
                      &escorts);
    if (seen != reader_faults_seen(r) || request == NONE)
        return;
    if (n == 0)
        reader_fault(r, "escorts", _("Name who comes, or remove the visit."),
                     _("Nobody is named"));
    else if (told[request])
        reader_fault(r, "request", _("Keep one of the visits."),
                     _("The request is carried out twice"));
    else
        problem_request_published(in->unit->builder, request, start, minutes,
                                  escorts, n);
    told[request] = true;
}

static void read_published(struct week_reading *in)
{
    static const char *const KEYS[] = {"on", "visits", NULL};
    struct reader *r = in->reader;
    bool *told = NEW_ARRAY(in->unit->arena, bool, ids_count(in->requests) + 1);
    int64_t day;

    if (!reader_object(r, "published", OPTIONAL, KEYS))
        return;
    if (reader_date(r, "on", REQUIRED, &day))
        problem_set_published(in->unit->builder, day);
    if (reader_list(r, "visits", REQUIRED))
        while (reader_next(r))
            read_published_visit(in, told);
    reader_leave(r);
}

static void read_each(struct week_reading *in, const char *key,
                      void (*read)(struct week_reading *in))
{
    if (reader_list(in->reader, key, OPTIONAL))
        while (reader_next(in->reader))
            read(in);
}

static void read_today(struct week_reading *in)
{
    int64_t day;

    if (reader_date(in->reader, "today", OPTIONAL, &day))
        problem_set_today(in->unit->builder, day);
}

static void read_now(struct week_reading *in)
{
    int now = 0, freeze = 0;

    reader_int(in->reader, "freeze_minutes", OPTIONAL, 0, DAY, &freeze);
    if (reader_moment(in->reader, "now", OPTIONAL, &in->unit->week, &now) || freeze > 0)
        problem_set_now(in->unit->builder, now, freeze);
}

void week_read(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {
        "format",   "version",        "week", "today",    "now",
        "freeze_minutes", "published", "sessions", "requests", "in_step", "availability", "absences", "pins", NULL};
    struct week_reading in = {.unit = u, .reader = r};

    if (!reader_document(r, "ledsaga-week", 1, KEYS))
        return;
    in.requests = ids_new(u->arena, _("request"), _("requests[] of week.json"));
    in.sessions = ids_new(u->arena, _("session"), _("sessions[] of week.json"));
    in.told_available = NEW_ARRAY(u->arena, bool, ids_count(u->escorts) + 1);
    problem_set_file(u->builder, reader_file(r));
    week_read_name(r, &u->week);
    read_today(&in);
    read_now(&in);
    week_read_sessions(&in);
    week_read_requests(&in);
    read_each(&in, "in_step", read_link);
    read_each(&in, "availability", read_availability);
    read_each(&in, "absences", read_absence);
    read_each(&in, "pins", read_pin);
    read_published(&in);
}
