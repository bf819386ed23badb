/* An invented unit in the making: towns, people, what they wish for and who knows
 * whom. People are synthetic; everything is drawn by chance from a seed, with
 * integers only, so that a seed gives the same bytes on every machine. Only the
 * invent_*.c files see this. */
#ifndef ADAPTERS_INVENT_H
#define ADAPTERS_INVENT_H

#include "adapters/invent/invent_shares.h"
#include "ledsaga/workspace.h"

enum {
    HALF_HOUR = 30,  /* starts and lengths lie on it */
    SLOTS_MOST = 4,  /* alternative times of an outing */
    CIRCLE_MOST = 12, /* escorts looked at for one client */
    WEEK_PERCENT = 55, /* most of a contractor's month that fits in one week */
    AWAY_MOST = 6, /* at most one escort in so many is ill or on holiday */
    GROUPS_MOST = 2,
    LEADERS_MOST = 2,
    PLANNED_BEFORE = 14 /* days from the day a week is planned to its Monday */
};

/* ---- where ------------------------------------------------------------- */

/* A thousandth of a degree is 111 m north; east it depends on the latitude. Homes
 * are known no closer than that. */
struct spot {
    int north, east; /* thousandths of a degree */
};

struct locality {
    const char *name;
    struct spot spot;
    int inhabitants;
    bool evening_bus; /* escorts who live here can come home late */
};

struct geography {
    const char *name;
    int metres_east; /* per thousandth of a degree */
    int n;
    const struct locality *localities;
    const char *basis; /* of coordinates and inhabitants */
    bool apart; /* localities are municipalities: nobody has to do with another one's */
};
extern const struct geography GEOGRAPHY_HALMSTAD, GEOGRAPHY_VILLAGE,
    GEOGRAPHY_HALLAND, GEOGRAPHY_STOCKHOLM, GEOGRAPHY_SWEDEN;

/* Localities whose people live, work and go out among each other: the whole of the
 * geography, or one municipality of those that are apart. Its people and venues are
 * stretches of the unit's. */
struct district {
    int first_locality, n_localities;
    int inhabitants;
    int first_venue, n_venues;
    int first_escort, n_escorts;
    int first_client, n_clients, n_lss, n_sol;
};

enum venue_kind { ANYWHERE, CINEMA, SWIMMING_HALL, LIBRARY, CHURCH, SPORTS_HALL,
                  HEALTH_CENTRE, HOSPITAL, CAFE, SHOPS, CULTURE_HOUSE,
                  VENUE_KINDS };

struct venue {
    const char *id, *name;
    enum venue_kind kind;
    int locality;
    struct spot spot;
};

/* ---- who --------------------------------------------------------------- */

struct id_list {
    int n, room;
    int *ids; /* indices */
};

struct inhabitant {
    const char *id, *name;
    int locality;
    struct spot home;
    char sex;
    int birth_year;
};

enum group { GROUP_LSS, GROUP_SOL, GROUP_OPEN };

/* One time an outing may begin: wished at `at`, allowed in from..to. */
struct slot {
    int day; /* 0 Monday .. 6 Sunday */
    int from, at, to; /* minutes after midnight; all equal = fixed */
};

struct outing {
    int client;
    const char *activity;
    int minutes, minutes_min; /* minutes_min 0 = no less */
    int meet, end;            /* venues; NONE = the client's home */
    int n_slots;
    struct slot slots[SLOTS_MOST]; /* ranked */
    int staff;
    int skill; /* enum skill beyond the client's; NONE */
    int priority;
    bool rides;          /* the client goes there and back by paratransit ... */
    bool escort_pays;    /* ... and the escort pays for riding along */
    int group;           /* 1 + row of groups that would also do; 0 */
    bool offered;        /* to one escort, before the week is planned */
    int asked;           /* whom */
    enum answer answer;
    int64_t answered_on;
    int series;          /* number, 0 = single */
    int every;           /* weeks, for a series */
    int phase;           /* week number modulo `every` */
    int n_with, with[2]; /* the escorts a series counts on */
};

struct client_decision {
    enum legal_basis basis;
    int minutes; /* a month */
    int64_t from, to; /* days since 1970; to INT64_MAX until further notice */
    bool carried_over;
    int64_t decided, executed, interrupted, resumed, review; /* 0 = not told */
    const char *delay; /* or NULL */
};

struct invented_client {
    struct inhabitant who;
    enum group group;
    uint64_t skills; /* needed, bits */
    int language;    /* needed or wished, NONE */
    bool language_hard;
    char needs_sex, likes_sex; /* 0 = any */
    uint64_t exposes, allergies, interests; /* bits */
    bool two_escorts, is_protected, introductions, paratransit, pays_ride;
    struct client_decision decision;
    int group_activity; /* 1 + row of groups; 0 = none */
    int share;        /* thousandths of the granted time that is asked for */
    int visits;       /* aimed at in a thousand weeks */
    int in_series;    /* of these */
    int first_series, n_series; /* rows of series */
    int *asked;       /* minutes by month of the workspace */
    int asked_week;
    int days_taken;   /* bits, this week */
    bool choosy;
    int n_circle;     /* best first: the accepted ones if choosy */
    int circle[CIRCLE_MOST];
    int n_wishes, wishes[CIRCLE_MOST];
    int primary, deputy; /* NONE */
    int n_known, known[CIRCLE_MOST], visits_before[CIRCLE_MOST];
    struct id_list never;
};

struct invented_delegation {
    int client;
    struct valid valid;
};

struct invented_escort {
    struct inhabitant who;
    enum engagement engagement;
    uint64_t skills, languages; /* bits */
    uint64_t exposes, allergies, interests;
    struct valid children, protected_clients; /* clearances */
    int n_delegations, delegation_room;
    struct invented_delegation *delegations;
    /* Half hours, bit 0 = 00:00 of the day, past bit 48 the night after. */
    uint64_t hours[DAYS]; /* available */
    uint64_t taken[DAYS]; /* promised to a series */
    uint64_t week[DAYS];  /* taken, and what this week's outings count on */
    int contract_minutes, max_minutes; /* NONE */
    int promised, this_week;           /* minutes */
    int weekend_phase; /* monthly employees work weekends of this parity; NONE */
    struct id_list never;
};

/* A leisure activity for several clients at once, the same every week. */
struct invented_group {
    const char *activity;
    enum venue_kind where;
    int day, start, minutes;
    int capacity, per_escort, debit_percent, fee_ore;
    int venue;
    int n_leaders, leaders[LEADERS_MOST]; /* escorts its members accept for it */
};

/* ---- the whole --------------------------------------------------------- */

struct preset {
    const char *name;
    const struct geography *geography;
    int lss, sol, open, escorts;
    int visits_least, visits_most; /* a week */
    int hours, open_hours; /* a week, aimed at: with decisions, open offer */
    int contractors, monthly; /* thousandths of the escorts; the rest hourly */
    bool pooled; /* grants are pooled over three months */
    int groups;
    bool dense; /* hard on purpose: drawn from the tables for that */
};
const struct preset *preset_find(const char *name);
extern const struct preset PRESETS[]; /* as PRESET_ROWS */

struct invention {
    struct arena *arena;
    struct dealer dealer;
    const struct preset *preset;
    uint64_t seed;
    int first_year, first_week, n_weeks;
    int64_t monday;     /* of the first week, days since 1970 */
    int raise;          /* minutes added to each grant; see grants_raise */
    struct {
        int minutes, refusals; /* minutes 0 = none */
    } spare[2]; /* a length looking for a client: under a decision, open offer */
    int n_people[2][2]; /* named so far, by origin and sex: see people_name */
    int n_districts;
    struct district *districts;
    int n_venues, n_clients, n_escorts, n_series;
    int venue_room, series_room;
    struct venue *venues;
    struct invented_client *clients;
    struct invented_escort *escorts;
    struct outing *series;
    int n_groups;
    struct invented_group groups[GROUPS_MOST];
};

/* One week of it. */
struct invented_absence {
    int escort;
    int from, to; /* days of the week, 0..7, half-open */
    const char *reason;
};

struct invented_week {
    int iso_year, iso_week;
    int64_t monday;
    int n_outings, room;
    struct outing *outings; /* in the order of their first times */
    int n_absences, absence_room;
    struct invented_absence *absences;
};

/* invent.c */
/* Everything but the weeks, from what is set already: arena, preset, seed, first week. */
void unit_invent(struct invention *v);

/* invent_districts.c */
/* How many people of each kind there are in each. */
void districts_invent(struct invention *v);
const struct district *district_of(const struct invention *v, int locality);

/* invent_places.c */
void venues_invent(struct invention *v);
/* An inhabitant's home in the district, drawn by the number of inhabitants. */
void home_draw(struct invention *v, const struct district *d, struct inhabitant *who);
/* Metres as the bus goes, roughly. */
int spot_distance(const struct geography *g, struct spot a, struct spot b);
/* A venue of the kind in the locality's district, mostly the nearest to the spot; NONE
 * for ANYWHERE or none there. */
int venue_draw(struct invention *v, enum venue_kind kind, int locality,
               struct spot spot);
void venue_add(struct invention *v, enum venue_kind kind, int locality,
               struct spot spot);

/* invent_people.c */
void escorts_invent(struct invention *v);
void clients_invent(struct invention *v);

/* invent_papers.c */
void decision_draw(struct invention *v, struct invented_client *c);
/* The decision has been carried out and is not interrupted. */
bool decision_runs(const struct invented_client *c);
struct valid clearance_draw(struct invention *v, enum share_id ends);
/* To the client's circle, for clients who need EMERG_MED. */
void delegations_draw(struct invention *v, int client);
bool needs_task(const struct invented_client *c);
/* In the model's sense: not yet past the year of the 18th birthday. */
bool is_child(const struct invention *v, const struct invented_client *c);

/* invent_groups.c */
/* Time, place and leaders, and who would come. */
void groups_invent(struct invention *v);
/* Members without a habit that the group may stand in for: instead of one single
 * outing of the week. */
void groups_offer(struct invention *v, struct invented_week *w);

/* invent_outings.c */
/* The table that lengths of the client's outings are drawn from. */
enum share_id length_table(const struct invention *v, const struct invented_client *c);
/* Minutes, within what the client is granted; and giving back what is of no use. */
int length_draw(struct invention *v, int client);
void length_refuse(struct invention *v, int client, int minutes);
/* An outing of the client with all its times, the first if possible on a day not in
 * days_taken (bits). A habit is one that recurs. */
struct outing outing_draw(struct invention *v, int client, int minutes,
                          bool habit, int days_taken);
/* A time of the client's, for an outing of this length. */
struct slot slot_draw(struct invention *v, enum group group, int minutes,
                      bool fixed, int days_taken);
void series_invent(struct invention *v);
/* The half hours of a start, as in escort.hours. */
uint64_t half_hours(int start, int minutes);
/* The first start in the slot that lies in `open` and not in `taken`; NONE. */
int slot_start(const struct slot *s, int minutes, const uint64_t *open,
               const uint64_t *taken);

/* invent_bonds.c */
void vetoes_invent(struct invention *v);
/* Whom each client accepts, wishes for and knows; who carries which series. */
void bonds_invent(struct invention *v);
/* Skills, language, sex and vetoes of the client, not of one outing. */
bool pair_suits(const struct invention *v, int client, int escort);
void list_add(struct arena *a, struct id_list *l, int id);
bool list_has(const struct id_list *l, int id);

/* invent_weeks.c */
void week_invent(struct invention *v, struct invented_week *w);

/* invent_tiny.c */
void tiny_unit(struct invention *v);
void tiny_week(struct invention *v, struct invented_week *w);

/* invent_unit_file.c, invent_week_file.c */
enum status unit_save(const struct invention *v, const char *dir,
                      struct faults *f);
enum status week_save(const struct invention *v, const struct invented_week *w,
                      const char *dir, struct faults *f);

#endif
