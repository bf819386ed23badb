/* What is written about people: decisions with their dates, clearances, delegations.
 * All dates hang on the first week of the workspace and on the day on which it is
 * planned; what is renewed each year is renewed for as many weeks as there are. */
#include "adapters/invent/invent.h"

static int64_t planning_day(const struct invention *v)
{
    return v->monday - PLANNED_BEFORE;
}

/* The first day after the workspace. */
static int64_t end_day(const struct invention *v)
{
    return v->monday + (int64_t)DAYS * v->n_weeks;
}

bool is_child(const struct invention *v, const struct invented_client *c)
{
    return v->first_year - c->who.birth_year <= 18;
}

/* ---- decisions --------------------------------------------------------- */

static int64_t month_begins(const struct invention *v, int months_on)
{
    int year, month, mday, count;

    date_of_days(v->monday, &year, &month, &mday);
    count = year * 12 + month - 1 + months_on;
    return date_days(count / 12, count % 12 + 1, 1);
}

static int64_t year_on(int64_t day, int years)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return date_days(year + years, month, mday);
}

/* Whole years on, the first time that is not before `day`. */
static int64_t years_on(int64_t from, int64_t day)
{
    int years = 1;

    while (year_on(from, years) < day)
        years++;
    return year_on(from, years);
}

/* Taken, held from, carried out. */
static void decision_begins(struct invention *v, struct client_decision *d)
{
    struct dealer *dealer = &v->dealer;

    if (share_yes(dealer, NOT_EXECUTED)) {
        d->decided = d->from =
            planning_day(v) - share_draw(dealer, DAYS_NOT_EXECUTED);
        d->delay = chance_one_in(&dealer->chance, 3)
                       ? "har tackat nej till den ledsagare som erbjöds"
                       : "ingen ledsagare som passar har hittats";
        return;
    }
    d->from = month_begins(v, -chance_between(&dealer->chance, 1, 30));
    d->decided = d->from - share_draw(dealer, DAYS_TO_DECISION);
    d->executed = d->from + share_draw(dealer, DAYS_TO_EXECUTION);
    if (d->executed >= planning_day(v))
        d->executed = planning_day(v) - 1;
}

static void decision_interrupted(struct invention *v, struct client_decision *d)
{
    struct dealer *dealer = &v->dealer;
    int64_t since;

    if (d->executed == 0 || !share_yes(dealer, INTERRUPTED))
        return;
    since = planning_day(v) - share_draw(dealer, DAYS_INTERRUPTED);
    if (since <= d->executed)
        return;
    d->interrupted = since;
    if (share_yes(dealer, RESUMED))
        d->resumed = since + (planning_day(v) - since) / 2;
    else
        d->delay = "ledsagaren har slutat";
}

bool decision_runs(const struct invented_client *c)
{
    const struct client_decision *d = &c->decision;

    return c->group == GROUP_OPEN ||
           (d->executed > 0 && (d->interrupted == 0 || d->resumed > 0));
}

/* The board's offer: nobody has assessed anything, so there are no dates to keep. */
static struct client_decision open_offer(struct invention *v)
{
    return (struct client_decision){
        .basis = SOL_11_5,
        .minutes = share_draw(&v->dealer, OPEN_CAP),
        .from = month_begins(v, -chance_between(&v->dealer.chance, 1, 18)),
        .to = INT64_MAX};
}

/* Decisions that are limited in time run for whole years, and past the last week. */
void decision_draw(struct invention *v, struct invented_client *c)
{
    struct dealer *dealer = &v->dealer;
    bool lss = c->group == GROUP_LSS;
    struct client_decision *d = &c->decision;

    if (c->group == GROUP_OPEN) {
        *d = open_offer(v);
        return;
    }
    d->minutes = share_draw(dealer, lss ? GRANTED_LSS : GRANTED_SOL);
    d->basis = lss                            ? LSS_9_3
               : share_yes(dealer, SOL_EXTRA) ? SOL_11_4
                                              : SOL_11_1;
    decision_begins(v, d);
    decision_interrupted(v, d);
    d->carried_over = share_yes(dealer, CARRIED_OVER);
    d->to = share_yes(dealer, UNTIL_FURTHER_NOTICE)
                ? INT64_MAX
                : years_on(d->from, end_day(v)) - 1;
    d->review = d->to == INT64_MAX ? years_on(d->from, v->monday) : d->to - 60;
}

/* ---- clearances and delegations ---------------------------------------- */

/* A year from some day in the last ten months, renewed; or ending in the first weeks
 * of the workspace. */
static struct valid valid_draw(struct invention *v, bool ends)
{
    struct chance *c = &v->dealer.chance;
    struct valid valid;

    if (ends) {
        valid.to_day = v->monday + chance_between(c, 0, 4 * DAYS - 1);
        valid.from_day = year_on(valid.to_day + 1, -1);
    } else {
        valid.from_day = v->monday - chance_between(c, 1, 300);
        valid.to_day = years_on(valid.from_day, end_day(v)) - 1;
    }
    return valid;
}

struct valid clearance_draw(struct invention *v, enum share_id ends)
{
    return valid_draw(v, share_yes(&v->dealer, ends));
}

bool needs_task(const struct invented_client *c)
{
    return c->skills >> SKILL_EMERG_MED & 1;
}

void delegations_draw(struct invention *v, int client)
{
    const struct invented_client *c = &v->clients[client];

    for (int i = 0; i < c->n_circle; i++) {
        struct invented_escort *e = &v->escorts[c->circle[i]];
        struct invented_delegation d = {client, clearance_draw(v, DELEGATION_ENDS)};

        ARENA_PUSH(v->arena, e->delegations, e->n_delegations, e->delegation_room,
                   d);
    }
}
