/* A certificate's prices are a bound for any week with the same requests: with one more
 * escort in it they say how low the week's points could come at most, in the time that it
 * takes to price one week of work. That sorts the wheat from the chaff; what is left is
 * solved. */
#include "app/marginal.h"

#include "app/meter.h"
#include "base/text.h"
#include "ledsaga/whatif.h"

#include <stdlib.h>

enum { UNKNOWN = -1 };

struct asking {
    struct call *call;
    const struct scenario_ground *ground;
    const struct problem *problem;
    const struct solve_options *options;
    const struct solution *now;
    int delivered;
};

static enum status with_one_more(const struct asking *q, struct arena *a,
                                 const struct marginal *m, const struct problem **out)
{
    struct scenario s = scenario_one_more(a, m->skill, m->language, m->day);
    struct scenario_week week;
    TRY(scenario_week_read(a, q->ground, &s, 0, &week, q->call->faults));
    *out = week.problem;
    return STATUS_OK;
}

static enum status look(const struct asking *q, struct marginal *m)
{
    const struct certificate *c = q->now->certificate;
    struct arena *a = arena_new();
    const struct problem *p;
    enum status s = with_one_more(q, a, m, &p);
    m->most = UNKNOWN;
    if (s == STATUS_OK && c && c->stated[0] && p->n_options == q->problem->n_options) {
        struct certificate rights = *c; /* what proves the rest takes longest, and is not asked */
        rights.stated[1] = false;
        struct certified proved = certificate_recompute(p, &rights, NULL);
        int64_t bound = proved.bound[0] > 0 ? proved.bound[0] : 0;
        m->most = q->now->rights.value - bound;
    }
    arena_free(a);
    return s;
}

static int delivered(const struct problem *p, const struct roster *r)
{
    int minutes = 0;
    for (int i = 0; i < p->n_requests; i++) {
        int option = roster_option(p, r, i);
        minutes += option == NONE ? 0 : p->options[option].delivered;
    }
    return minutes;
}

static enum status verify(const struct asking *q, struct marginal *m)
{
    struct arena *a = arena_new();
    const struct problem *p;
    const struct solution *s;
    enum status status = with_one_more(q, a, m, &p);
    if (status == STATUS_OK)
        status = solve(a, p, q->options, NULL, &s, q->call->faults);
    if (status == STATUS_OK) {
        int64_t least = q->now->rights.bound - s->rights.value;
        m->verified = true;
        m->gain[0] = least > 0 ? least : 0;
        m->gain[1] = q->now->rights.value - s->rights.bound;
        if (m->most != UNKNOWN && m->most < m->gain[1])
            m->gain[1] = m->most;
        m->minutes = delivered(p, s->roster) - q->delivered;
    }
    arena_free(a);
    return status;
}

/* ---- which -------------------------------------------------------------- */

static void days_add(struct arena *a, struct marginals *m, int *room, const char *skill,
                     const char *language)
{
    for (int day = 0; day < DAYS; day++) {
        struct marginal one = {.skill = skill, .language = language, .day = day};
        ARENA_PUSH(a, m->list, m->n, *room, one);
    }
}

static void kinds_list(struct arena *a, const struct problem *p, struct marginals *m)
{
    uint64_t skills = 0, languages = 0;
    int room = 0;
    for (int i = 0; i < p->n_requests; i++) {
        skills |= p->requests[i].needs.skills;
        languages |= p->requests[i].needs.language;
    }
    days_add(a, m, &room, NULL, NULL);
    for (int b = 0; b < p->n_codes[CODE_SKILL]; b++)
        if (skills >> b & 1)
            days_add(a, m, &room, p->codes[CODE_SKILL][b], NULL);
    for (int b = 0; b < p->n_codes[CODE_LANGUAGE]; b++)
        if (languages >> b & 1)
            days_add(a, m, &room, NULL, p->codes[CODE_LANGUAGE][b]);
}

static int64_t promise(const struct marginal *m)
{
    if (m->verified)
        return m->gain[1];
    return m->most == UNKNOWN ? INT64_MAX : m->most;
}

/* Those that were solved anew, then most first; an unknown could be anything. */
static int by_promise(const void *x, const void *y)
{
    const struct marginal *a = x, *b = y;
    int64_t p = promise(a), q = promise(b);
    if (a->verified != b->verified)
        return a->verified ? -1 : 1;
    if (a->again != b->again)
        return a->again ? 1 : -1;
    return p != q ? (p > q ? -1 : 1) : a->day - b->day;
}

/* Solved anew is first who promises something that nobody before did. Plain escorts are in
 * the list before those with a skill. */
static void again_mark(struct marginals *m)
{
    for (int i = 0; i < m->n; i++)
        for (int k = 0; k < i; k++)
            if (m->list[k].day == m->list[i].day && m->list[k].most == m->list[i].most)
                m->list[i].again = true;
}

static bool stopped(const struct asking *q)
{
    return q->options->stop && *q->options->stop;
}

static enum status look_at_all(const struct asking *q, int top, struct marginals *out)
{
    struct meter meter = meter_begin(_("further escorts"), out->n + top,
                                     !call_option(q->call, OPTION_QUIET)->given);
    enum status s = STATUS_OK;
    for (int i = 0; i < out->n && s == STATUS_OK && !stopped(q); i++) {
        meter_tell(&meter, i);
        s = look(q, &out->list[i]);
    }
    again_mark(out);
    qsort(out->list, (size_t)out->n, sizeof *out->list, by_promise);
    for (int i = 0; i < top && s == STATUS_OK && !stopped(q); i++) {
        meter_tell(&meter, out->n + i);
        s = out->list[i].most == 0 ? STATUS_OK : verify(q, &out->list[i]);
    }
    meter_end(&meter);
    qsort(out->list, (size_t)out->n, sizeof *out->list, by_promise);
    return s;
}

static enum status find(struct asking *q, int top, struct marginals *out)
{
    const struct scenario as_it_is = {.id = ""};
    struct arena *a = q->call->arena;
    struct scenario_week week;
    TRY(scenario_week_read(a, q->ground, &as_it_is, 0, &week, q->call->faults));
    q->problem = week.problem;
    TRY(solve(a, q->problem, q->options, NULL, &q->now, q->call->faults));
    q->delivered = delivered(q->problem, q->now->roster);
    out->rights = q->now->rights;
    if (out->rights.value == 0 || stopped(q))
        return STATUS_OK;
    kinds_list(a, q->problem, out);
    for (int i = 0; i < out->n; i++)
        out->list[i].most = UNKNOWN;
    return look_at_all(q, top < out->n ? top : out->n, out);
}

enum status marginals_find(struct call *call, const char *dir, const struct week *week,
                           const struct solve_options *options, int top, struct marginals *out)
{
    struct asking q = {.call = call, .options = options};
    *out = (struct marginals){0};
    TRY(scenario_ground_open(call->arena, dir, week->iso_year, week->iso_week, &q.ground,
                             call->faults));
    enum status s = find(&q, top, out);
    scenario_ground_close(q.ground);
    return s;
}
