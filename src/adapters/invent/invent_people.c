/* Escorts and clients: names put together from lists, ages, needs, hours. Which of
 * them fit together is bonds, what they are allowed and granted is papers. */
#include "adapters/invent/invent.h"

#include <string.h>

/* ---- names ------------------------------------------------------------- */

enum { ORIGIN_SWEDISH, ORIGIN_OTHER };
#define NAMES(list) (int)(sizeof(list) / sizeof((list)[0])), list

static const char *const SWEDISH_F[] = {
    "Alma", "Anita", "Astrid", "Birgitta", "Britta", "Cecilia", "Disa", "Ebba",
    "Elin", "Elsa", "Emma", "Eva", "Frida", "Greta", "Hanna", "Hedvig",
    "Ingrid", "Iris", "Johanna", "Karin", "Kerstin", "Klara", "Lena", "Linnea",
    "Lovisa", "Maj", "Malin", "Margareta", "Moa", "Monika", "Nora", "Pia",
    "Rut", "Sara", "Signe", "Siv", "Stina", "Tove", "Tuva", "Ulla", "Vera"};
static const char *const SWEDISH_M[] = {
    "Adam", "Albin", "Anders", "Arne", "Axel", "Bengt", "Birger", "Bo", "Erik",
    "Folke", "Fredrik", "Göran", "Gustav", "Hampus", "Hans", "Henrik", "Hugo",
    "Ivar", "Jan", "Jonas", "Karl", "Kjell", "Lars", "Leif", "Ludvig", "Magnus",
    "Martin", "Mats", "Nils", "Olle", "Oskar", "Per", "Rolf", "Rune", "Sixten",
    "Sten", "Sven", "Tage", "Ture", "Viktor", "Åke"};
static const char *const SWEDISH_LAST[] = {
    "Ahl", "Alm", "Asp", "Backe", "Berg", "Björk", "Blom", "Boman", "Borg",
    "Brandt", "Bring", "Dahl", "Ed", "Ek", "Eng", "Falk", "Fors", "Fransson",
    "Frisk", "Gren", "Hagman", "Hall", "Hed", "Hellman", "Holm", "Hult",
    "Högberg", "Karlén", "Kull", "Kvist", "Lilja", "Lind", "Ljung", "Lund",
    "Löv", "Malm", "Melin", "Modig", "Mård", "Nord", "Norén", "Nyman", "Palm",
    "Quist", "Rask", "Ros", "Rydh", "Sand", "Sjö", "Skog", "Stark", "Strand",
    "Ström", "Sund", "Svärd", "Torn", "Vall", "Vik", "Vinter", "Öberg", "Öst"};
static const char *const OTHER_F[] = {
    "Aisha", "Amira", "Azra", "Dragana", "Elham", "Fatima", "Hodan", "Jasmina",
    "Leila", "Marjatta", "Mariam", "Olga", "Rahwa", "Samira", "Selma", "Shirin",
    "Zainab"};
static const char *const OTHER_M[] = {
    "Abdi", "Ahmad", "Amir", "Dawit", "Emir", "Farid", "Goran", "Hamid",
    "Ibrahim", "Jussi", "Kofi", "Mehdi", "Nabil", "Omar", "Pekka", "Yonas",
    "Zoran"};
static const char *const OTHER_LAST[] = {
    "Abdi", "Ahmadi", "Ali", "Begić", "Farah", "Ghebre", "Haddad", "Hakimi",
    "Halonen", "Hassan", "Ivanović", "Jovanović", "Karimi", "Korhonen", "Mäkelä",
    "Nasser", "Osman", "Rahimi", "Tesfay", "Warsame"};

/* Each pair of a first and a last name comes once before any comes twice: the
 * stride is a prime that divides no such number of pairs. */
static const char *name_draw(struct invention *v, int origin, char sex)
{
    static const struct {
        int n_first;
        const char *const *first;
        int n_last;
        const char *const *last;
    } lists[2][2] = {
        {{NAMES(SWEDISH_F), NAMES(SWEDISH_LAST)},
         {NAMES(SWEDISH_M), NAMES(SWEDISH_LAST)}},
        {{NAMES(OTHER_F), NAMES(OTHER_LAST)},
         {NAMES(OTHER_M), NAMES(OTHER_LAST)}}};
    enum { STRIDE = 997 };
    int column = sex == 'M';
    int first = lists[origin][column].n_first;
    int pairs = first * lists[origin][column].n_last;
    int pair = (int)((v->seed % 99991 +
                      (uint64_t)v->n_people[origin][column]++ * STRIDE) %
                     (uint64_t)pairs);

    return arena_print(v->arena, "%s %s",
                       lists[origin][column].first[pair % first],
                       lists[origin][column].last[pair / first]);
}

/* Foreign names go with foreign languages more often than not, and with some who
 * speak nothing but Swedish. */
static void who_draw(struct invention *v, const struct district *d,
                     struct inhabitant *who, enum share_id sex, enum share_id age,
                     bool foreign)
{
    int origin = chance_below(&v->dealer.chance, 100) < (foreign ? 80 : 7)
                     ? ORIGIN_OTHER
                     : ORIGIN_SWEDISH;

    who->sex = (char)share_draw(&v->dealer, sex);
    who->birth_year = v->first_year - share_draw(&v->dealer, age);
    who->name = name_draw(v, origin, who->sex);
    home_draw(v, d, who);
}

static uint64_t bit(int i)
{
    return i == NONE ? 0 : (uint64_t)1 << i;
}

/* Deafblind people are guided and spoken to with the hands. */
static uint64_t skill_bits(int skill)
{
    return bit(skill) | (skill == SKILL_DEAFBLIND_GUIDE ? bit(SKILL_TACTILE_SIGN)
                                                        : 0);
}

/* ---- escorts ----------------------------------------------------------- */

static void hours_add(struct invented_escort *e, int day, int from, int to)
{
    e->hours[day] |= half_hours(from, to - from);
}

/* Two different weekdays, those that LSS clients ask for most likelier. */
static void evenings_draw(struct invention *v, struct invented_escort *e)
{
    static const int wanted[5] = {9, 11, 14, 13, 14};
    bool bus = v->preset->geography->localities[e->who.locality].evening_bus;
    int end = bus ? 22 * HOUR + 30 : 20 * HOUR;
    int first = chance_weighted(&v->dealer.chance, wanted, 5), second;

    do
        second = chance_weighted(&v->dealer.chance, wanted, 5);
    while (second == first);
    hours_add(e, first, 15 * HOUR + 30, end);
    hours_add(e, second, 15 * HOUR + 30, end);
}

static void contractor_draw(struct invention *v, struct invented_escort *e)
{
    struct dealer *d = &v->dealer;
    int weekend = share_draw(d, CONTRACTOR_WEEKEND);
    int days[5] = {0, 1, 2, 3, 4};

    evenings_draw(v, e);
    hours_add(e, weekend, 10 * HOUR, 18 * HOUR);
    if (share_yes(d, CONTRACTOR_LATE)) {
        hours_add(e, weekend, 10 * HOUR, (weekend == 5 ? 25 : 22) * HOUR);
        hours_add(e, 4, 16 * HOUR, 25 * HOUR);
    }
    chance_shuffle(&d->chance, days, 5);
    for (int i = share_draw(d, CONTRACTOR_DAYTIME); i > 0; i--)
        hours_add(e, days[i], 8 * HOUR + 30, 16 * HOUR);
    e->max_minutes = share_draw(d, CONTRACTOR_HOURS) * WEEK_PERCENT / 100 /
                     HALF_HOUR * HALF_HOUR;
}

static void hourly_draw(struct invention *v, struct invented_escort *e)
{
    struct chance *c = &v->dealer.chance;
    int days[5] = {0, 1, 2, 3, 4};
    int shifts = chance_between(c, 2, 4);

    chance_shuffle(c, days, 5);
    for (int i = 0; i < shifts; i++)
        if (chance_one_in(c, 2))
            hours_add(e, days[i], 8 * HOUR, 17 * HOUR);
        else
            hours_add(e, days[i], 13 * HOUR + 30, 22 * HOUR + 30);
    hours_add(e, 5, 10 * HOUR, 20 * HOUR);
    if (chance_one_in(c, 2))
        hours_add(e, 6, 10 * HOUR, 20 * HOUR);
    e->max_minutes = chance_between(c, 10, 25) * HOUR;
}

static void monthly_draw(struct invention *v, struct invented_escort *e)
{
    enum { FULL_TIME = 40 * HOUR };
    bool evenings = share_yes(&v->dealer, EVENING_SHIFTS);
    int from = evenings ? 13 * HOUR + 30 : 8 * HOUR;
    int more = (v->preset->dense ? 2 : 8) * HOUR;

    for (int day = 0; day < DAYS; day++)
        hours_add(e, day, from, from + 9 * HOUR);
    e->contract_minutes =
        FULL_TIME *
        share_draw(&v->dealer, v->preset->dense ? EMPLOYED_DENSE : EMPLOYED_SHARE) /
        100;
    e->max_minutes = e->contract_minutes + more < FULL_TIME
                         ? e->contract_minutes + more
                         : FULL_TIME;
    e->weekend_phase = chance_below(&v->dealer.chance, 2);
}

static void escort_skills_draw(struct invention *v, struct invented_escort *e)
{
    struct dealer *d = &v->dealer;

    for (int wanted = share_draw(d, ESCORT_SKILLS), i = 0; i < wanted; i++) {
        uint64_t more;

        do
            more = skill_bits(share_draw(d, ESCORT_SKILL));
        while ((e->skills & more) == more);
        e->skills |= more;
    }
    e->languages = bit(share_draw(d, ESCORT_LANGUAGE));
    if (share_yes(d, ESCORT_ENGLISH))
        e->languages |= bit(LANGUAGE_en);
}

static uint64_t interests_draw(struct invention *v, enum share_id how_many)
{
    uint64_t interests = 0;

    for (int n = share_draw(&v->dealer, how_many); n > 0; n--)
        interests |= bit(share_draw(&v->dealer, INTEREST));
    return interests;
}

/* What the escort is like, and which papers allow. */
static void escort_traits_draw(struct invention *v, struct invented_escort *e)
{
    struct dealer *d = &v->dealer;

    e->exposes = bit(share_draw(d, ESCORT_EXPOSES));
    e->allergies = bit(share_draw(d, ESCORT_ALLERGY)) & ~e->exposes;
    e->interests = interests_draw(v, ESCORT_INTERESTS);
    if (share_yes(d, ESCORT_CHILDREN))
        e->children = clearance_draw(v, CLEARANCE_ENDS);
    if (share_yes(d, ESCORT_PROTECTED))
        e->protected_clients = clearance_draw(v, CLEARANCE_ENDS);
}

static void escort_draw(struct invention *v, const struct district *d,
                        struct invented_escort *e)
{
    escort_skills_draw(v, e);
    who_draw(v, d, &e->who, SEX_ESCORT, AGE_ESCORT,
             (e->languages & ~bit(LANGUAGE_en)) != 0);
    escort_traits_draw(v, e);
    e->contract_minutes = e->max_minutes = e->weekend_phase = NONE;
    switch (e->engagement) {
    case CONTRACTOR:
        contractor_draw(v, e);
        break;
    case EMPLOYED_HOURLY:
        hourly_draw(v, e);
        break;
    case EMPLOYED_MONTHLY:
        monthly_draw(v, e);
        break;
    }
}

/* Of the escorts from..to of the unit, those of a share in thousandths; together the
 * districts come to what the unit has. */
static int part_of_escorts(int from, int to, int permille)
{
    return (to * permille + 500) / 1000 - (from * permille + 500) / 1000;
}

static void district_escorts(struct invention *v, const struct district *d)
{
    int from = d->first_escort, to = from + d->n_escorts;
    int contractors = part_of_escorts(from, to, v->preset->contractors);
    int monthly = part_of_escorts(from, to, v->preset->monthly);

    for (int i = from; i < to; i++) {
        struct invented_escort *e = &v->escorts[i];

        e->who.id = arena_print(v->arena, "e%03d", i + 1);
        e->engagement = i - from < monthly                 ? EMPLOYED_MONTHLY
                        : i - from < monthly + contractors ? CONTRACTOR
                                                           : EMPLOYED_HOURLY;
        escort_draw(v, d, e);
    }
}

void escorts_invent(struct invention *v)
{
    v->n_escorts = v->preset->escorts;
    v->escorts = NEW_ARRAY(v->arena, struct invented_escort, v->n_escorts);
    for (int i = 0; i < v->n_districts; i++)
        district_escorts(v, &v->districts[i]);
}

/* ---- clients ----------------------------------------------------------- */

/* The share of the granted time that is asked for in a month: Beta(6, 3), that is
 * the sixth smallest of eight even draws, mean 0.67; and then a good third of what
 * is missing to all of it, mean 0.8, so that the week gets its volume. */
static int asked_share(struct chance *c)
{
    int draw[8] = {0};

    for (int i = 0; i < 8; i++) {
        int one = chance_below(c, 1000), at = i;

        for (; at > 0 && draw[at - 1] > one; at--)
            draw[at] = draw[at - 1];
        draw[at] = one;
    }
    return 1000 - (1000 - draw[5]) * 6 / 10;
}

/* In a dense unit nobody is without anybody suitable. */
static void hard_needs_draw(struct invention *v, struct invented_client *c)
{
    struct dealer *d = &v->dealer;
    bool dense = v->preset->dense;
    enum share_id skill = dense                     ? NEED_DENSE
                          : c->group == GROUP_LSS ? NEED_LSS
                                                  : NEED_SOL;

    c->skills = skill_bits(share_draw(d, skill));
    c->language = share_draw(d, LANGUAGE_WISH);
    c->language_hard = c->language != NONE && !dense && share_yes(d, LANGUAGE_HARD);
}

static enum share_id two_escorts_table(const struct invention *v, bool lss)
{
    return v->preset->dense ? DOUBLE_DENSE : lss ? DOUBLE_LSS : DOUBLE_SOL;
}

static void needs_draw(struct invention *v, const struct district *here,
                       struct invented_client *c)
{
    struct dealer *d = &v->dealer;
    bool lss = c->group == GROUP_LSS;
    bool own_sex, rather_own;

    hard_needs_draw(v, c);
    who_draw(v, here, &c->who, lss ? SEX_LSS : SEX_SOL, lss ? AGE_LSS : AGE_SOL,
             c->language != NONE && c->language != LANGUAGE_en);
    own_sex = share_yes(d, SAME_SEX_HARD);
    rather_own = share_yes(d, SAME_SEX_SOFT);
    if (c->who.sex != 'X') {
        c->needs_sex = own_sex ? c->who.sex : 0;
        c->likes_sex = rather_own ? c->who.sex : 0;
    }
    c->two_escorts = share_yes(d, two_escorts_table(v, lss));
}

/* What the client is like, beyond what an escort must be able to do. */
static void traits_draw(struct invention *v, struct invented_client *c)
{
    struct dealer *d = &v->dealer;

    c->exposes = bit(share_draw(d, CLIENT_EXPOSES));
    c->allergies = c->exposes ? 0 : bit(share_draw(d, CLIENT_ALLERGY));
    c->interests = interests_draw(v, CLIENT_INTERESTS);
    c->introductions = share_yes(d, INTRODUCTIONS);
    c->is_protected = share_yes(d, PROTECTED);
    c->paratransit = share_yes(d, PARATRANSIT);
    c->pays_ride = c->paratransit && share_yes(d, PAYS_RIDE);
    c->primary = c->deputy = NONE;
}

/* What the tables grant does not fill the week the preset asks for: every grant is
 * raised by the same whole hours, the fewest that do. */
static void grants_raise(struct invention *v)
{
    int64_t asked = 0, shares = 0, wanted;

    for (int i = 0; i < v->n_clients; i++) {
        const struct invented_client *c = &v->clients[i];

        if (c->group == GROUP_OPEN)
            continue;
        asked += (int64_t)c->decision.minutes * c->share;
        shares += c->share;
    }
    wanted = (int64_t)v->preset->hours * HOUR * 52 / 12 * 1000;
    while (asked + v->raise * shares < wanted)
        v->raise += HOUR;
    for (int i = 0; i < v->n_clients; i++)
        if (v->clients[i].group != GROUP_OPEN)
            v->clients[i].decision.minutes += v->raise;
}

static void volume_set(struct invention *v, struct invented_client *c)
{
    bool open = c->group == GROUP_OPEN;
    int64_t minutes_1000_weeks =
        !open
            ? (int64_t)c->decision.minutes * c->share * 12 / 52
            : (int64_t)v->preset->open_hours * HOUR * c->share * 1000 / 800 /
                  v->preset->open;
    int length = share_mean(length_table(v, c));

    c->visits = (int)(minutes_1000_weeks / length);
    c->in_series = 0;
}

static void district_clients(struct invention *v, const struct district *d)
{
    for (int i = 0; i < d->n_clients; i++) {
        struct invented_client *c = &v->clients[d->first_client + i];

        c->who.id = arena_print(v->arena, "c%03d", d->first_client + i + 1);
        c->group = i < d->n_lss              ? GROUP_LSS
                   : i < d->n_lss + d->n_sol ? GROUP_SOL
                                             : GROUP_OPEN;
        needs_draw(v, d, c);
        traits_draw(v, c);
        c->share = asked_share(&v->dealer.chance);
        decision_draw(v, c);
        c->asked = NEW_ARRAY(v->arena, int, v->n_weeks / 4 + 3);
    }
}

void clients_invent(struct invention *v)
{
    const struct preset *p = v->preset;

    v->n_clients = p->lss + p->sol + p->open;
    v->clients = NEW_ARRAY(v->arena, struct invented_client, v->n_clients);
    for (int i = 0; i < v->n_districts; i++)
        district_clients(v, &v->districts[i]);
    grants_raise(v);
    for (int i = 0; i < v->n_clients; i++)
        volume_set(v, &v->clients[i]);
}
