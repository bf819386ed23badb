/* What clients wish for: how long, when and what. Length, weekday and start come
 * from the tables; the activity is then one that people do at such a time, so that
 * church is on Sunday morning and the dance in the evening. */
#include "adapters/invent/invent.h"

/* Weekdays as bits. */
enum { WEEK = 0x7f, WORKDAYS = 0x1f, MON_SAT = 0x3f, MON_THU = 0x0f,
       THU_SUN = 0x78, FRI_SAT = 0x30, SUNDAY = 0x40 };

struct activity {
    const char *name;
    enum venue_kind where;
    bool fixed; /* begins when it begins */
    bool once;  /* nobody's weekly habit */
    int days, first, last; /* starts, minutes after midnight */
    int least, most;       /* minutes */
    int lss, sol;          /* how popular */
};

#define AT(hour, minute) ((hour) * HOUR + (minute))

/* For each kind of start one row fits everything, so that there is always one. */
static const struct activity ACTIVITIES[] = {
    {"Bio", CINEMA, true, false, WEEK, AT(13, 0), AT(20, 30), 120, 240, 30, 8},
    {"Gudstjänst", CHURCH, true, false, SUNDAY, AT(9, 0), AT(12, 0), 90, 180,
     40, 60},
    {"Match", SPORTS_HALL, true, false, 0x74, AT(13, 0), AT(19, 30), 120, 300,
     30, 6},
    {"Körsång", CULTURE_HOUSE, true, false, MON_THU, AT(15, 30), AT(20, 0), 90,
     180, 20, 12},
    {"Studiecirkel", LIBRARY, true, false, MON_THU, AT(9, 0), AT(19, 0), 90,
     180, 16, 16},
    {"Konsert", CULTURE_HOUSE, true, true, THU_SUN, AT(14, 0), AT(20, 30), 120,
     300, 16, 10},
    {"Dans", CULTURE_HOUSE, true, false, FRI_SAT, AT(16, 0), AT(20, 30), 120,
     300, 24, 4},
    {"Gruppträning", SPORTS_HALL, true, false, WEEK, AT(9, 0), AT(20, 0), 90,
     150, 24, 12},
    {"Läkarbesök", HOSPITAL, true, true, WORKDAYS, AT(8, 0), AT(16, 0), 90, 300,
     6, 40},
    {"Vårdcentral", HEALTH_CENTRE, true, true, WORKDAYS, AT(8, 0), AT(16, 30),
     90, 240, 6, 40},
    {"Frisör", SHOPS, true, true, MON_SAT, AT(9, 0), AT(17, 0), 90, 150, 6, 14},
    {"Föreningsträff", ANYWHERE, true, false, WEEK, 0, DAY, 0, DAY, 8, 6},
    {"Promenad", ANYWHERE, false, false, WEEK, AT(8, 0), AT(19, 0), 90, 180, 20,
     30},
    {"Handla", SHOPS, false, false, WEEK, AT(9, 0), AT(19, 0), 90, 240, 20, 45},
    {"Fika", CAFE, false, false, WEEK, AT(9, 0), AT(17, 30), 90, 180, 24, 24},
    {"Bibliotek", LIBRARY, false, false, MON_SAT, AT(10, 0), AT(17, 0), 90, 180,
     10, 16},
    {"Simning", SWIMMING_HALL, false, false, WEEK, AT(9, 0), AT(19, 0), 90, 180,
     24, 10},
    {"Bowling", SPORTS_HALL, false, false, WEEK, AT(13, 0), AT(20, 0), 90, 180,
     18, 3},
    {"Museum", CULTURE_HOUSE, false, true, WEEK, AT(11, 0), AT(15, 30), 120,
     240, 10, 12},
    {"Bankärende", SHOPS, false, true, WORKDAYS, AT(9, 0), AT(15, 0), 90, 150,
     3, 16},
    {"Dagsutflykt", ANYWHERE, false, true, WEEK, AT(8, 0), AT(17, 0), 240, 480,
     30, 16},
    {"Besöka vänner", ANYWHERE, false, false, WEEK, 0, DAY, 0, DAY, 12, 10},
};
enum { N_ACTIVITIES = (int)(sizeof ACTIVITIES / sizeof *ACTIVITIES) };

/* ---- time -------------------------------------------------------------- */

/* Nobody is fetched before 8; outings end by 22:30, at the weekend by 0:30. */
enum { DAY_BEGINS = 8 * HOUR };
static const int DAY_ENDS[DAYS] = {
    AT(22, 30), AT(22, 30), AT(22, 30), AT(22, 30),
    AT(24, 30), AT(24, 30), AT(22, 30)};

uint64_t half_hours(int start, int minutes)
{
    return (((uint64_t)1 << minutes / HALF_HOUR) - 1) << start / HALF_HOUR;
}

int slot_start(const struct slot *s, int minutes, const uint64_t *open,
               const uint64_t *taken)
{
    uint64_t free_hours = open[s->day] & ~taken[s->day];

    for (int at = s->from; at <= s->to; at += HALF_HOUR) {
        uint64_t need = half_hours(at, minutes);
        if ((free_hours & need) == need)
            return at;
    }
    return NONE;
}

static int day_draw(struct invention *v, enum group group, int days_taken)
{
    enum share_id table = group == GROUP_LSS ? WEEKDAY_LSS : WEEKDAY_SOL;
    int day = share_draw(&v->dealer, table);

    for (int i = 0; i < 6 && days_taken >> day & 1; i++)
        day = share_draw(&v->dealer, table);
    return day;
}

static int start_draw(struct invention *v, enum group group, int day)
{
    return share_draw(&v->dealer, group != GROUP_LSS ? START_SOL
                                  : day < 5          ? START_LSS_WEEKDAY
                                                     : START_LSS_WEEKEND);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

struct slot slot_draw(struct invention *v, enum group group, int minutes,
                      bool fixed, int days_taken)
{
    struct slot s = {.day = day_draw(v, group, days_taken)};
    int latest = DAY_ENDS[s.day] - minutes;
    int slack = fixed ? 0 : share_draw(&v->dealer, WINDOW);

    s.at = least(start_draw(v, group, s.day), latest);
    s.from = least(s.at, most(s.at - slack, DAY_BEGINS));
    s.to = least(s.at + slack, latest);
    return s;
}

/* ---- activity ---------------------------------------------------------- */

static bool activity_fits(const struct activity *a, int minutes,
                          const struct slot *s)
{
    return a->days >> s->day & 1 && s->at >= a->first && s->at <= a->last &&
           minutes >= a->least && minutes <= a->most;
}

static const struct activity *activity_draw(struct invention *v,
                                            const struct outing *o, bool fixed,
                                            bool habit)
{
    bool lss = v->clients[o->client].group == GROUP_LSS;
    int popular[N_ACTIVITIES] = {0};

    for (int i = 0; i < N_ACTIVITIES; i++) {
        const struct activity *a = &ACTIVITIES[i];

        if (a->fixed == fixed && !(a->once && habit) &&
            activity_fits(a, o->minutes, &o->slots[0]))
            popular[i] = lss ? a->lss : a->sol;
    }
    return &ACTIVITIES[chance_weighted(&v->dealer.chance, popular,
                                       N_ACTIVITIES)];
}

static void meeting_draw(struct invention *v, struct outing *o,
                         enum venue_kind where)
{
    const struct invented_client *c = &v->clients[o->client];
    enum venue_kind public_place = c->is_protected && where == ANYWHERE ? CAFE : where;
    int venue = venue_draw(v, public_place, c->who.locality, c->who.home);
    int meeting = c->is_protected ? MEET_THERE : share_draw(&v->dealer, MEETING);

    o->rides = c->paratransit && where != ANYWHERE;
    o->escort_pays = o->rides && c->pays_ride && meeting != MEET_THERE;
    o->meet = meeting == MEET_THERE || meeting == MEET_THERE_END_HOME ? venue
                                                                      : NONE;
    o->end = meeting == MEET_THERE || meeting == MEET_HOME_END_THERE ? venue
                                                                     : NONE;
}

/* ---- outings ----------------------------------------------------------- */

enum share_id length_table(const struct invention *v, const struct invented_client *c)
{
    return v->preset->dense         ? LENGTH_DENSE
           : c->group == GROUP_OPEN ? LENGTH_OPEN
                                    : LENGTH_DECIDED;
}

/* Long outings do not fit everybody's hours. A length that one client could not use
 * goes to the next, or the table's long ones would be lost. */
int length_draw(struct invention *v, int client)
{
    const struct invented_client *c = &v->clients[client];
    bool open = c->group == GROUP_OPEN;
    int minutes = v->spare[open].minutes;

    v->spare[open].minutes = 0;
    if (minutes == 0) {
        minutes = share_draw(&v->dealer, length_table(v, c));
        v->spare[open].refusals = 0;
    }
    return least(minutes, c->decision.minutes);
}

void length_refuse(struct invention *v, int client, int minutes)
{
    enum { REFUSALS = 20 };
    bool open = v->clients[client].group == GROUP_OPEN;

    if (v->spare[open].refusals++ < REFUSALS)
        v->spare[open].minutes = minutes;
}

static void slot_add(struct outing *o, const struct activity *a, struct slot s)
{
    s.from = most(s.from, a->first);
    s.to = least(s.to, a->last);
    o->slots[o->n_slots++] = s;
}

/* Other days on which the same could be done. */
static void alternatives_draw(struct invention *v, struct outing *o,
                              const struct activity *a, enum group group)
{
    int more =
        share_draw(&v->dealer, v->preset->dense ? MORE_TIMES_DENSE : MORE_TIMES);
    int days = 1 << o->slots[0].day;

    for (int tries = 6 * more; tries > 0 && o->n_slots <= more; tries--) {
        struct slot s = slot_draw(v, group, o->minutes, a->fixed, days);

        if (days >> s.day & 1 || !activity_fits(a, o->minutes, &s))
            continue;
        days |= 1 << s.day;
        slot_add(o, a, s);
    }
}

struct outing outing_draw(struct invention *v, int client, int minutes,
                          bool habit, int days_taken)
{
    const struct invented_client *c = &v->clients[client];
    struct dealer *d = &v->dealer;
    struct outing o = {.client = client, .minutes = minutes, .skill = NONE};
    const struct activity *a;
    bool fixed = share_yes(d, FIXED_START);

    o.slots[0] = slot_draw(v, c->group, o.minutes, fixed, days_taken);
    a = activity_draw(v, &o, fixed, habit);
    o.activity = a->name;
    slot_add(&o, a, o.slots[0]);
    alternatives_draw(v, &o, a, c->group);
    meeting_draw(v, &o, a->where);
    if (a->where == SWIMMING_HALL && !v->preset->dense && share_yes(d, SWIM_HELP))
        o.skill = SKILL_SWIM_RESCUE;
    if (!fixed && o.minutes >= 2 * HOUR && share_yes(d, SHORTER_WILL_DO))
        o.minutes_min = o.minutes - (o.minutes >= 3 * HOUR ? HOUR : HALF_HOUR);
    o.staff = c->two_escorts ? 2 : 1;
    o.priority = share_draw(d, PRIORITY);
    return o;
}

/* ---- series ------------------------------------------------------------ */

/* How often the last series of a client takes place, weeks between; 0 = there is
 * none. In the long run a client's series come to what is aimed at. */
static int cadence_draw(struct invention *v, int visits_1000_weeks)
{
    int draw = chance_below(&v->dealer.chance, 500);

    if (visits_1000_weeks >= 500)
        return draw < visits_1000_weeks - 500 ? 1 : 2;
    return draw < visits_1000_weeks ? 2 : 0;
}

static void series_add(struct invention *v, int client, int minutes, int every,
                       int *days_taken)
{
    struct outing o = outing_draw(v, client, minutes, true, *days_taken);

    o.every = every;
    o.phase = chance_below(&v->dealer.chance, 2) % every;
    o.series = v->n_series + 1;
    *days_taken |= 1 << o.slots[0].day;
    v->clients[client].in_series += 1000 / every;
    ARENA_PUSH(v->arena, v->series, v->n_series, v->series_room, o);
}

static int month_minutes(int minutes, int every)
{
    return minutes * 52 / 12 / every;
}

/* A length whose habit takes no more than `left` a month, if two draws have one. */
static int habit_length(struct invention *v, int client, int every, int left)
{
    int one = length_draw(v, client), other;

    if (month_minutes(one, every) <= left)
        return one;
    other = length_draw(v, client);
    length_refuse(v, client, most(one, other));
    return least(one, other);
}

/* A habit that would still take more than is left is made fortnightly, or not made.
 * Nobody has habits under a decision that is not carried out. */
static void series_draw(struct invention *v, int client, int wanted)
{
    const struct invented_client *c = &v->clients[client];
    int left = c->decision.minutes;
    int days_taken = 0;

    while (wanted > 0 && decision_runs(c)) {
        bool last = wanted < 1000;
        int every = last ? cadence_draw(v, wanted) : 1;
        int minutes;

        if (every == 0)
            return;
        minutes = habit_length(v, client, every, left);
        if (month_minutes(minutes, every) > left)
            every = 2;
        if (month_minutes(minutes, every) > left)
            return;
        series_add(v, client, minutes, every, &days_taken);
        left -= month_minutes(minutes, every);
        wanted -= last ? wanted : 1000 / every;
    }
}

void series_invent(struct invention *v)
{
    int aim = share_permille(&v->dealer, RECURRING);

    for (int i = 0; i < v->n_clients; i++) {
        struct invented_client *c = &v->clients[i];

        c->first_series = v->n_series;
        series_draw(v, i, c->visits * aim / 1000);
        c->n_series = v->n_series - c->first_series;
    }
}
