#include "adapters/ical/ical_series.h"

#include "base/text.h"
#include "ledsaga/week.h"

#include <stdlib.h>
#include <string.h>

/* ---- moments to look up ----------------------------------------------------- */

/* EXDATE and RECURRENCE-ID name an instance by its instant, by its time on the wall if
 * they have no zone, or by its day. */
struct moments {
    struct arena *arena;
    int n_instants, n_clocks, n_days;
    int instants_capacity, clocks_capacity, days_capacity;
    int64_t *instants, *clocks, *days;
};

static int by_number(const void *a, const void *b)
{
    const int64_t *m = a, *n = b;

    return *m < *n ? -1 : *m > *n;
}

static void moments_add(struct moments *m, const struct ical_when *w)
{
    if (w->value.date) {
        ARENA_PUSH(m->arena, m->days, m->n_days, m->days_capacity,
                   day_of_seconds(w->value.clock));
        return;
    }
    ARENA_PUSH(m->arena, m->instants, m->n_instants, m->instants_capacity, w->utc);
    if (w->floating)
        ARENA_PUSH(m->arena, m->clocks, m->n_clocks, m->clocks_capacity, w->value.clock);
}

static void sort_numbers(int64_t *list, int n)
{
    if (n > 1)
        qsort(list, (size_t)n, sizeof *list, by_number);
}

static void moments_sort(struct moments *m)
{
    sort_numbers(m->instants, m->n_instants);
    sort_numbers(m->clocks, m->n_clocks);
    sort_numbers(m->days, m->n_days);
}

static bool has_number(const int64_t *list, int n, int64_t number)
{
    return n && bsearch(&number, list, (size_t)n, sizeof *list, by_number);
}

static bool moments_have(const struct moments *m, int64_t clock, int64_t utc)
{
    return has_number(m->instants, m->n_instants, utc) ||
           has_number(m->clocks, m->n_clocks, clock) ||
           has_number(m->days, m->n_days, day_of_seconds(clock));
}

/* ---- one series -------------------------------------------------------------- */

/* The components of one UID. */
struct series {
    struct ical_reading *r;
    struct ical_entry *master; /* NULL = none that counts */
    int n_overrides, overrides_capacity;
    int *overrides;            /* entries that count */
    int n_onwards, onwards_capacity;
    int *onwards;              /* those of them that change all later ones, by original */
    struct moments gone;       /* instances of the master that are none, or overridden */
    int n, capacity;
    struct ical_instance *found; /* not kept yet */
};

static struct ical_entry *entry_at(struct series *s, int index)
{
    return &s->r->entries[index];
}

static int index_of(const struct ical_reading *r, const struct ical_entry *e)
{
    return (int)(e - r->entries);
}

static bool meets_window(const struct ical_window *w, int64_t start, int64_t end)
{
    return start < w->to_utc && (end > w->from_utc || (start == end && start == w->from_utc));
}

static void note_sense(struct ical_reading *r, const struct ical_entry *e,
                       enum zone_sense sense)
{
    if (e->event.all_day)
        return;
    if (sense == ZONE_LEFT_OUT)
        note_add(&r->notes, e->event.line,
                 N_("A time in the hour that is left out in spring was taken as an hour "
                   "later."));
    if (sense == ZONE_TWICE)
        note_add(&r->notes, e->event.line,
                 N_("A time in the hour that comes twice in autumn was taken as the first."));
}

/* One time of an entry, told by its start on the wall of a zone. */
static void add_instance(struct series *s, const struct ical_entry *e,
                         struct ical_zone *zone, int64_t clock,
                         const struct duration *length, int64_t original)
{
    enum zone_sense sense;
    struct ical_instance i = {.event = index_of(s->r, e), .original_utc = original};

    i.start_utc = zone_utc_of(zone, clock, &sense);
    i.end_utc = length->days ? when_end(zone, clock, length)
                             : i.start_utc + length->seconds;
    if (!meets_window(s->r->window, i.start_utc, i.end_utc))
        return;
    note_sense(s->r, e, sense);
    ARENA_PUSH(s->r->arena, s->found, s->n, s->capacity, i);
}

/* ---- overrides ---------------------------------------------------------------- */

/* A start as the clock of another zone shows it; in the same zone it stays as it is said,
 * also in the hour that is left out. */
static int64_t clock_in(struct ical_zone *zone, struct ical_zone *own, int64_t clock,
                        int64_t utc)
{
    return zone == own ? clock : zone_clock_of(zone, utc);
}

/* How far a change from here on moves later starts, on the wall of its own zone. */
static int64_t onward_shift(const struct ical_entry *o)
{
    bool day = o->original.value.date && !o->event.all_day;

    return o->start.value.clock - clock_in(o->start.zone, day ? NULL : o->original.zone,
                                           o->original.value.clock,
                                           o->event.original_utc);
}

/* The last change onwards that reaches an instance; NULL if none. */
static const struct ical_entry *onward_at(struct series *s, int64_t original)
{
    const struct ical_entry *last = NULL;

    for (int i = 0; i < s->n_onwards; i++) {
        const struct ical_entry *o = entry_at(s, s->onwards[i]);

        if (o->event.original_utc <= original)
            last = o;
    }
    return last;
}

/* Recurrence ids that name a day: the instance of the master on that day. */
static void find_original(const struct ical_entry *master, struct ical_entry *o)
{
    int64_t start = master->start.value.clock;
    int64_t time = start - day_of_seconds(start) * SECONDS_A_DAY;

    if (!o->original.value.date || master->event.all_day)
        return;
    o->event.original_utc =
        zone_utc_of(master->start.zone, o->original.value.clock + time, NULL);
}

static int by_original(const void *a, const void *b, void *reading)
{
    const struct ical_reading *r = reading;
    int64_t m = r->entries[*(const int *)a].event.original_utc;
    int64_t n = r->entries[*(const int *)b].event.original_utc;

    return m < n ? -1 : m > n;
}

/* A change onwards between days and times of day cannot be carried over to the others. */
static bool onwards_fit(struct series *s)
{
    for (int i = 0; i < s->n_onwards; i++) {
        const struct ical_entry *o = entry_at(s, s->onwards[i]);

        if (!o->event.cancelled && (!o->has_start ||
                                    o->event.all_day != s->master->event.all_day))
            return false;
    }
    return true;
}

static void sort_overrides(struct series *s)
{
    for (int i = 0; i < s->n_overrides; i++) {
        struct ical_entry *o = entry_at(s, s->overrides[i]);

        if (s->master && s->master->has_start)
            find_original(s->master, o);
        moments_add(&s->gone, &o->original);
        if (o->event.onwards)
            ARENA_PUSH(s->r->arena, s->onwards, s->n_onwards, s->onwards_capacity,
                       s->overrides[i]);
    }
    if (s->n_onwards > 1)
        qsort_r(s->onwards, (size_t)s->n_onwards, sizeof *s->onwards, by_original, s->r);
}

static void add_override(struct series *s, struct ical_entry *o)
{
    if (o->event.cancelled || !o->has_start)
        return;
    add_instance(s, o, o->start.zone, o->start.value.clock, &o->length,
                 o->event.original_utc);
}

/* ---- the master ---------------------------------------------------------------- */

/* An instance that the master has by its rule or dates. */
static void add_candidate(struct series *s, int64_t clock, const struct duration *length)
{
    struct ical_entry *m = s->master;
    int64_t utc = zone_utc_of(m->start.zone, clock, NULL);
    const struct ical_entry *o = onward_at(s, utc);

    if (moments_have(&s->gone, clock, utc))
        return;
    if (!o)
        add_instance(s, m, m->start.zone, clock, length, utc);
    else if (!o->event.cancelled)
        add_instance(s, o, o->start.zone,
                     clock_in(o->start.zone, m->start.zone, clock, utc) + onward_shift(o),
                     &o->length, utc);
}

/* How much earlier or later than its original an instance may be, by changes onwards. */
static int64_t shift_most(struct series *s)
{
    int64_t most = 0;

    for (int i = 0; i < s->n_onwards; i++) {
        const struct ical_entry *o = entry_at(s, s->onwards[i]);
        int64_t shift = o->has_start ? onward_shift(o) : 0;
        int64_t length = o->length.days * SECONDS_A_DAY + o->length.seconds;

        if (llabs(shift) + length > most)
            most = llabs(shift) + length;
    }
    return most;
}

static void add_rule(struct series *s, const struct ical_rule *rule)
{
    const struct ical_window *window = s->r->window;
    struct ical_entry *m = s->master;
    int64_t reach = shift_most(s) + (2 + m->length.days) * SECONDS_A_DAY + m->length.seconds;
    struct rule_walk walk;
    int64_t clock;

    rule_walk_begin(&walk, rule, &m->start.value, window->from_utc - reach,
                    window->to_utc + reach);
    while (s->n <= ICAL_INSTANCES_MOST && rule_walk_next(&walk, &clock) &&
           !rule_ended(rule, clock, zone_utc_of(m->start.zone, clock, NULL)))
        add_candidate(s, clock, &m->length);
}

static int64_t extra_clock(struct ical_entry *m, const struct ical_extra *x)
{
    return x->start.value.date ? x->start.value.clock
                               : zone_clock_of(m->start.zone, x->start.utc);
}

/* False where there are too many instances. */
static bool add_all(struct series *s)
{
    struct ical_entry *m = s->master;

    for (int i = 0; i < m->n_extras && s->n <= ICAL_INSTANCES_MOST; i++)
        add_candidate(s, extra_clock(m, &m->extras[i]),
                      m->extras[i].has_length ? &m->extras[i].length : &m->length);
    for (int i = 0; i < m->n_rules; i++)
        add_rule(s, &m->rules[i]);
    if (!m->n_rules)
        add_candidate(s, m->start.value.clock, &m->length);
    return s->n <= ICAL_INSTANCES_MOST;
}

static void expand_master(struct series *s)
{
    struct ical_entry *m = s->master;

    for (int i = 0; i < m->n_excepts; i++)
        moments_add(&s->gone, &m->excepts[i]);
    moments_sort(&s->gone);
    if (!onwards_fit(s)) {
        entry_reject(m, _("A change to all later ones turns days into times or back."));
        s->n = 0;
    } else if (!add_all(s)) {
        entry_reject(m, arena_print(s->r->arena,
                                    _("It has more than %d instances in the time asked "
                                      "for."),
                                    ICAL_INSTANCES_MOST));
        s->n = 0;
    }
}

/* ---- instances found ------------------------------------------------------------- */

static int by_original_start(const void *a, const void *b)
{
    const struct ical_instance *m = a, *n = b;

    return m->original_utc < n->original_utc ? -1 : m->original_utc > n->original_utc;
}

/* An instance that rule and dates both name is one; dates come first, for a period of
 * theirs says more. */
static int drop_doubles(struct ical_instance *list, int n)
{
    int kept = 0;

    for (int i = 0; i < n; i++)
        if (!kept || list[i].original_utc != list[kept - 1].original_utc)
            list[kept++] = list[i];
    return kept;
}

static void keep_found(struct series *s, bool drop)
{
    struct ical_reading *r = s->r;

    if (drop && s->n > 1) {
        qsort(s->found, (size_t)s->n, sizeof *s->found, by_original_start);
        s->n = drop_doubles(s->found, s->n);
    }
    for (int i = 0; i < s->n; i++) {
        r->entries[s->found[i].event].event.fate = ICAL_READ;
        ARENA_PUSH(r->arena, r->instances, r->n_instances, r->instances_capacity,
                   s->found[i]);
    }
    s->n = 0;
}

/* ---- which components count --------------------------------------------------------- */

static bool is_newer(const struct ical_event *a, const struct ical_event *b)
{
    if (a->sequence != b->sequence)
        return a->sequence > b->sequence;
    return a->stamp_utc > b->stamp_utc;
}

static void overtake(struct ical_reading *r, struct ical_entry *e,
                     const struct ical_entry *by)
{
    e->event.fate = ICAL_OVERTAKEN;
    e->event.reason = arena_print(
        r->arena,
        is_newer(&by->event, &e->event)
            ? _("The component in line %d is about the same and newer.")
            : _("The component in line %d is about the same and came first."),
        by->event.line);
}

/* Of two that are about the same the newer counts, of equally new ones the first. */
static struct ical_entry *newer_of(struct ical_reading *r, struct ical_entry *a,
                                   struct ical_entry *b)
{
    struct ical_entry *winner = is_newer(&b->event, &a->event) ? b : a;

    overtake(r, winner == a ? b : a, winner);
    return winner;
}

static void choose_master(struct series *s, const int *order, int n)
{
    for (int i = 0; i < n; i++) {
        struct ical_entry *e = entry_at(s, order[i]);

        if (e->event.overrides || e->event.fate == ICAL_REJECTED)
            continue;
        s->master = s->master ? newer_of(s->r, s->master, e) : e;
    }
}

/* order: by original start, equal ones by line. */
static void choose_overrides(struct series *s, const int *order, int n)
{
    for (int i = 0; i < n; i++) {
        struct ical_entry *e = entry_at(s, order[i]), *last;

        if (!e->event.overrides || e->event.fate == ICAL_REJECTED)
            continue;
        last = s->n_overrides ? entry_at(s, s->overrides[s->n_overrides - 1]) : NULL;
        if (s->master && s->master->event.cancelled &&
            !is_newer(&e->event, &s->master->event)) {
            overtake(s->r, e, s->master);
        } else if (last && last->event.original_utc == e->event.original_utc) {
            s->overrides[s->n_overrides - 1] = index_of(s->r, newer_of(s->r, last, e));
        } else {
            ARENA_PUSH(s->r->arena, s->overrides, s->n_overrides, s->overrides_capacity,
                       order[i]);
        }
    }
}

static void cancel(struct ical_entry *e)
{
    if (e->event.cancelled && e->event.fate == ICAL_OUTSIDE)
        e->event.fate = ICAL_CANCELS;
}

static void expand_series(struct ical_reading *r, const int *order, int n)
{
    struct series s = {.r = r, .gone = {.arena = r->arena}};

    choose_master(&s, order, n);
    choose_overrides(&s, order, n);
    if (s.master)
        cancel(s.master);
    for (int i = 0; i < s.n_overrides; i++)
        cancel(entry_at(&s, s.overrides[i]));
    sort_overrides(&s);
    if (s.master && !s.master->event.cancelled)
        expand_master(&s);
    keep_found(&s, true);
    for (int i = 0; i < s.n_overrides; i++)
        add_override(&s, entry_at(&s, s.overrides[i]));
    keep_found(&s, false);
}

/* ---- all of them ---------------------------------------------------------------------- */

/* Those of one series beside each other, in it by original start and then by line. */
static int by_series(const void *a, const void *b, void *reading)
{
    const struct ical_reading *r = reading;
    int i = *(const int *)a, k = *(const int *)b;
    const struct ical_event *m = &r->entries[i].event, *n = &r->entries[k].event;
    int order = strcmp(m->uid, n->uid);

    if (m->kind != n->kind)
        return (int)m->kind - (int)n->kind;
    if (m->parent != n->parent)
        return m->parent - n->parent;
    if (order)
        return order;
    if (m->original_utc != n->original_utc)
        return m->original_utc < n->original_utc ? -1 : 1;
    return i - k;
}

static bool same_series(const struct ical_event *m, const struct ical_event *n)
{
    return m->kind == n->kind && m->parent == n->parent && strcmp(m->uid, n->uid) == 0;
}

static void expand_freebusy(struct ical_reading *r, struct ical_entry *e)
{
    struct series s = {.r = r};

    if (e->event.fate == ICAL_REJECTED)
        return;
    cancel(e);
    for (int i = 0; i < e->n_extras && !e->event.cancelled; i++)
        add_instance(&s, e, e->extras[i].start.zone, e->extras[i].start.value.clock,
                     &e->extras[i].length, e->extras[i].start.utc);
    keep_found(&s, false);
}

/* A VAVAILABILITY has no times but its reach. */
static void judge_availability(struct ical_reading *r, struct ical_entry *e)
{
    if (e->event.fate == ICAL_REJECTED)
        return;
    cancel(e);
    if (!e->event.cancelled && e->event.from_utc < r->window->to_utc &&
        e->event.to_utc > r->window->from_utc)
        e->event.fate = ICAL_READ;
}

static void expand_range(struct ical_reading *r, const int *order, int n)
{
    enum ical_kind kind = r->entries[order[0]].event.kind;

    if (kind != ICAL_FREEBUSY && kind != ICAL_AVAILABILITY) {
        expand_series(r, order, n);
        return;
    }
    for (int i = 0; i < n; i++)
        if (kind == ICAL_FREEBUSY)
            expand_freebusy(r, &r->entries[order[i]]);
        else
            judge_availability(r, &r->entries[order[i]]);
}

static int by_start(const void *a, const void *b)
{
    const struct ical_instance *m = a, *n = b;

    if (m->start_utc != n->start_utc)
        return m->start_utc < n->start_utc ? -1 : 1;
    return m->event - n->event;
}

enum status series_expand(struct ical_reading *r, struct faults *f)
{
    int *order = NEW_ARRAY(r->arena, int, r->n);

    for (int i = 0; i < r->n; i++)
        order[i] = i;
    if (r->n > 1)
        qsort_r(order, (size_t)r->n, sizeof *order, by_series, r);
    for (int from = 0, to; from < r->n; from = to) {
        for (to = from + 1; to < r->n && same_series(&r->entries[order[from]].event,
                                                     &r->entries[order[to]].event);)
            to++;
        expand_range(r, order + from, to - from);
        if (r->n_instances > ICAL_ALL_INSTANCES_MOST)
            return faults_add(f, STATUS_INPUT, r->name, "",
                              _("Ask for a shorter time, or split the calendar."),
                              _("The calendar has more than %d times in the window."),
                              ICAL_ALL_INSTANCES_MOST);
    }
    if (r->n_instances > 1)
        qsort(r->instances, (size_t)r->n_instances, sizeof *r->instances, by_start);
    return STATUS_OK;
}
