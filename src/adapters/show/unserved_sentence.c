/* Why a request is not served, in words that may be read out to the client: they
 * name escorts only where one alone may come, and never another client. */
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/text.h"
#include "rules/rule.h"

/* ---- nothing is left to choose from ------------------------------------ */

static const char *period_phrase(struct arena *a, const struct problem *p,
                                 const struct decision *d,
                                 const struct grant *g)
{
    struct moment m = week_moment(&p->week, g->span.from);
    int first = (m.month - 1) / 3 * 3 + 1;
    switch (d->period) {
    case PER_MONTH:
        return month_long(m.month);
    case PER_QUARTER:
        return arena_print(a, _("%s to %s"), month_long(first),
                           month_long(first + 2));
    case PER_WEEK:
    case PER_OCCASION:
        break;
    }
    return _("this week");
}

/* Of the decision's rows the one with most left: even that is not enough. */
static const struct grant *richest_grant(const struct problem *p, int decision)
{
    const struct grant *best = NULL;
    for (int i = 0; i < p->n_grants; i++)
        if (p->grants[i].decision == decision &&
            (!best || p->grants[i].left > best->left))
            best = &p->grants[i];
    return best;
}

/* The least that the visit can draw. */
static int least_drawn(const struct problem *p, const struct request *q)
{
    int least = q->minutes_min;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (p->options[o].debit < least)
            least = p->options[o].debit;
    return least;
}

static const char *grant_sentence(struct arena *a, const struct problem *p,
                                  const struct request *q)
{
    const struct decision *d = &p->decisions[q->decision];
    const struct grant *g = richest_grant(p, q->decision);
    if (d->period == PER_OCCASION && d->minutes < q->minutes_min)
        return arena_print(
            a,
            _("The decision grants %s an occasion, and the visit takes %s."),
            length_phrase(a, d->minutes), length_phrase(a, q->minutes_min));
    if (!g || q->n_options == 0)
        return _("The decision does not hold on the days asked for.");
    if (g->left == 0)
        return arena_print(a, _("The decision's hours for %s are used up."),
                           period_phrase(a, p, d, g));
    return arena_print(
        a,
        _("The decision has only %s left for %s, and the visit takes %s."),
        length_phrase(a, g->left), period_phrase(a, p, d, g),
        length_phrase(a, least_drawn(p, q)));
}

/* ---- who may come, and who of them can --------------------------------- */

static bool may_come(const struct problem *p, int request, int escort)
{
    enum rule rule = block_pair(p, request, escort);
    return rule == RULE_NONE || rule == RULE_PIN;
}

/* How many may come; *last is one of them. */
static int count_who_may(const struct problem *p, int request, int *last)
{
    int n = 0;
    *last = NONE;
    for (int e = 0; e < p->n_escorts; e++)
        if (may_come(p, request, e)) {
            *last = e;
            n++;
        }
    return n;
}

/* A single need that no escort meets whom the client accepts. NULL if each need
 * alone is met by somebody. */
static const char *unmet_need(struct arena *a, const struct problem *p,
                              int request)
{
    const struct request *q = &p->requests[request];
    uint64_t skills = 0, languages = 0;
    bool sex = false;
    for (int e = 0; e < p->n_escorts; e++) {
        if (pair_barred(p, q->client, e) != BAR_NONE)
            continue;
        skills |= p->escorts[e].skills;
        languages |= p->escorts[e].languages;
        sex |= p->escorts[e].sex == q->needs.sex;
    }
    for (int i = 0; i < p->n_codes[CODE_SKILL]; i++)
        if ((q->needs.skills & ~skills) >> i & 1)
            return arena_print(a, _("No escort who may come has the skill %s."),
                               plain_line(a, p->codes[CODE_SKILL][i]));
    for (int i = 0; i < p->n_codes[CODE_LANGUAGE]; i++)
        if ((q->needs.language & ~languages) >> i & 1)
            return arena_print(
                a, _("No escort who may come speaks the language %s."),
                plain_line(a, p->codes[CODE_LANGUAGE][i]));
    if (q->needs.sex != 0 && !sex)
        return q->needs.sex == 'F' ? _("No escort who may come is a woman.")
                                   : _("No escort who may come is a man.");
    return NULL;
}

/* What keeps an escort away, as far as it is told: several rules are one reason
 * to somebody who asks for a visit. */
enum reason {
    REASON_NEEDS,
    REASON_ALLERGY,
    REASON_VETO,
    REASON_ANSWER,
    REASON_PIN,
    REASON_DELEGATION,
    REASON_EXTRACT,
    REASON_SECRECY,
    REASON_RIDES,
    REASON_HOURS,
    REASON_DUTY,
    REASON_REST,
    REASON_WORK,
    REASON_OTHER,
    REASON_COUNT
};

static enum reason reason_of(enum rule rule)
{
    switch (rule) {
    case RULE_NEEDS:
        return REASON_NEEDS;
    case RULE_ALLERGY:
        return REASON_ALLERGY;
    case RULE_VETO:
        return REASON_VETO;
    case RULE_ANSWER:
        return REASON_ANSWER;
    case RULE_DELEGATION:
        return REASON_DELEGATION;
    case RULE_CLEARANCE:
        return REASON_EXTRACT;
    case RULE_PROTECTED:
        return REASON_SECRECY;
    case RULE_TRANSPORT:
        return REASON_RIDES;
    case RULE_PIN:
        return REASON_PIN;
    case RULE_AVAILABLE:
        return REASON_HOURS;
    case RULE_OVERLAP:
        return REASON_DUTY;
    case RULE_DAILY_REST:
    case RULE_WEEKLY_REST:
        return REASON_REST;
    case RULE_OCCASION:
    case RULE_WORKING_DAY:
    case RULE_SPAN:
    case RULE_BREAK:
    case RULE_WEEK_MAX:
    case RULE_ORDINARY_HOURS:
    case RULE_OVERTIME:
    case RULE_TOTAL_HOURS:
        return REASON_WORK;
    case RULE_OFFER:
    case RULE_STAFFING:
    case RULE_IN_STEP:
    case RULE_SESSION:
    case RULE_GRANT:
    case RULE_RIGHTS:
    case RULE_TIME_WISH:
    case RULE_ESCORT_WISH:
    case RULE_PERSON_WISH:
    case RULE_SERIES:
    case RULE_PRIMARY:
    case RULE_FACES:
    case RULE_TRAVEL:
    case RULE_CONTRACT:
    case RULE_SPLIT_DAY:
    case RULE_NIGHT:
    case RULE_WEEKEND:
    case RULE_EVENING:
    case RULE_SOFT_REST:
    case RULE_CLIENTS:
    case RULE_ASSIGNMENT:
    case RULE_CHANGE:
    case RULE_COST:
    case RULE_FEW_ESCORTS:
    case RULE_NOTICE:
    case RULE_GUIDELINE:
    case RULE_PACE:
    case RULE_NONE:
    case RULE_COUNT:
        break;
    }
    return REASON_OTHER;
}

static const char *reason_of_many(struct arena *a, enum reason reason, int n)
{
#define SAY_NUMBER(one, many) return arena_print(a, PLURAL(one, many, n), n)
    switch (reason) {
    case REASON_NEEDS:
        SAY_NUMBER("%d lacks a skill, the language or the sex asked for",
            "%d lack a skill, the language or the sex asked for");
    case REASON_ALLERGY:
        SAY_NUMBER("%d is kept away by an allergy", "%d are kept away by an allergy");
    case REASON_VETO:
        SAY_NUMBER("%d may not come to this client", "%d may not come to this client");
    case REASON_ANSWER:
        SAY_NUMBER("%d has declined", "%d have declined");
    case REASON_DELEGATION:
        SAY_NUMBER("%d lacks a delegation that the visit demands",
            "%d lack a delegation that the visit demands");
    case REASON_EXTRACT:
        SAY_NUMBER("%d has no valid register extract, which a child's visit demands",
            "%d have no valid register extract, which a child's visit demands");
    case REASON_SECRECY:
        SAY_NUMBER("%d is not cleared for protected identities",
            "%d are not cleared for protected identities");
    case REASON_RIDES:
        SAY_NUMBER("%d could come only when no rides run",
            "%d could come only when no rides run");
    case REASON_PIN:
        SAY_NUMBER("%d is ruled out by what the scheduler has pinned",
            "%d are ruled out by what the scheduler has pinned");
    case REASON_HOURS:
        SAY_NUMBER("%d is not available at the times asked for",
            "%d are not available at the times asked for");
    case REASON_DUTY:
        SAY_NUMBER("%d is on duty elsewhere at these times",
            "%d are on duty elsewhere at these times");
    case REASON_REST:
        SAY_NUMBER("%d would not get the rest that the law requires",
            "%d would not get the rest that the law requires");
    case REASON_WORK:
        SAY_NUMBER("%d would work longer than is allowed",
            "%d would work longer than is allowed");
    case REASON_OTHER:
    case REASON_COUNT:
        break;
    }
    SAY_NUMBER("%d cannot come for another reason",
        "%d cannot come for another reason");
#undef SAY_NUMBER
}

/* Of the only escort who may come. */
static const char *reason_of_one(struct arena *a, enum reason reason,
                                 const char *name)
{
#define SAY(sentence) return arena_print(a, _(sentence), name)
    switch (reason) {
    case REASON_PIN:
        SAY("Only %s may come, and the scheduler has pinned the visit to something else.");
    case REASON_DELEGATION:
        SAY("Only %s may come, and lacks a delegation that the visit demands.");
    case REASON_EXTRACT:
        SAY("Only %s may come, and has no valid register extract, which a child's visit demands.");
    case REASON_SECRECY:
        SAY("Only %s may come, and is not cleared for protected identities.");
    case REASON_RIDES:
        SAY("Only %s may come, and no rides run at the times asked for.");
    case REASON_HOURS:
        SAY("Only %s may come, and is not available at the times asked for.");
    case REASON_DUTY:
        SAY("Only %s may come, and is on duty elsewhere at these times.");
    case REASON_REST:
        SAY("Only %s may come, and would not get the rest that the law requires.");
    case REASON_WORK:
        SAY("Only %s may come, and would work longer than is allowed.");
    case REASON_NEEDS:
    case REASON_ALLERGY:
    case REASON_VETO:
    case REASON_ANSWER:
    case REASON_OTHER:
    case REASON_COUNT:
        break;
    }
    SAY("Only %s may come, and cannot.");
#undef SAY
}

/* Of several who may come, all for the same reason. */
static const char *reason_of_all(struct arena *a, enum reason reason, int who)
{
#define SAY(sentence) return arena_print(a, _(sentence), who)
    switch (reason) {
    case REASON_PIN:
        SAY("%d escorts may come, but the scheduler has pinned the visit to something else.");
    case REASON_DELEGATION:
        SAY("%d escorts may come, but none of them has the delegation that the visit demands.");
    case REASON_EXTRACT:
        SAY("%d escorts may come, but none of them has a valid register extract, which a child's visit demands.");
    case REASON_SECRECY:
        SAY("%d escorts may come, but none of them is cleared for protected identities.");
    case REASON_RIDES:
        SAY("%d escorts may come, but no rides run at the times asked for.");
    case REASON_HOURS:
        SAY("%d escorts may come, but none of them is available at the times asked for.");
    case REASON_DUTY:
        SAY("%d escorts may come, but all of them are on duty elsewhere at these times.");
    case REASON_REST:
        SAY("%d escorts may come, but none of them would get the rest that the law requires.");
    case REASON_WORK:
        SAY("%d escorts may come, but all of them would work longer than is allowed.");
    case REASON_NEEDS:
    case REASON_ALLERGY:
    case REASON_VETO:
    case REASON_ANSWER:
    case REASON_OTHER:
    case REASON_COUNT:
        break;
    }
    SAY("%d escorts may come, but none of them can.");
#undef SAY
}

/* The reason of everybody, or REASON_COUNT if there are several. */
static enum reason sole_reason(const int counts[REASON_COUNT])
{
    enum reason sole = REASON_COUNT;
    for (int i = 0; i < REASON_COUNT; i++) {
        if (counts[i] > 0 && sole != REASON_COUNT)
            return REASON_COUNT;
        if (counts[i] > 0)
            sole = (enum reason)i;
    }
    return sole;
}

/* "12 lack a skill ..., 3 are not available ...", the largest number first. */
static const char *reasons_phrase(struct arena *a,
                                  const int counts[REASON_COUNT])
{
    const char *items[REASON_COUNT];
    bool told[REASON_COUNT] = {false};
    int n = 0;
    for (;;) {
        int most = NONE;
        for (int i = 0; i < REASON_COUNT; i++)
            if (!told[i] && counts[i] > 0 &&
                (most == NONE || counts[i] > counts[most]))
                most = i;
        if (most == NONE)
            return and_list(a, items, n);
        told[most] = true;
        items[n++] = reason_of_many(a, (enum reason)most, counts[most]);
    }
}

static int able_escorts(const struct problem *p, const int by_rule[RULE_COUNT])
{
    int able = p->n_escorts;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        able -= by_rule[rule];
    return able;
}

/* ---- delegations ------------------------------------------------------- */

/* The tasks that somebody who may come lacks leave for at the first time asked for. */
static uint64_t tasks_lacking(const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    uint64_t tasks = 0;
    for (int e = 0; e < p->n_escorts; e++)
        if (may_come(p, request, e))
            tasks |= tasks_not_delegated(p, request,
                                         p->options[q->first_option].start, e);
    return tasks;
}

static const char *tasks_phrase(struct arena *a, const struct problem *p,
                                uint64_t tasks)
{
    const char *names[CODES_MAX];
    int n = 0;
    for (int i = 0; i < p->n_codes[CODE_TASK]; i++)
        if (tasks >> i & 1)
            names[n++] = plain_line(a, p->codes[CODE_TASK][i]);
    return and_list(a, names, n);
}

/* The last day of leave that would have covered one of the tasks and ended before the
 * visit; 0 if there is none. */
static int64_t leave_ended(const struct problem *p, int request, int escort,
                           uint64_t tasks)
{
    const struct request *q = &p->requests[request];
    const struct escort *e = &p->escorts[escort];
    int64_t day = problem_date(p, p->options[q->first_option].day), last = 0;
    tasks &= tasks_not_delegated(p, request, p->options[q->first_option].start, escort);
    for (int i = 0; i < e->n_delegations; i++) {
        const struct delegation *d = &e->delegations[i];
        if (d->client == q->client && (d->tasks & tasks) &&
            d->valid.to_day < day && d->valid.to_day > last)
            last = d->valid.to_day;
    }
    return last;
}

static void add_ended(struct text *t, const struct problem *p, int request,
                      uint64_t tasks)
{
    for (int e = 0; e < p->n_escorts; e++) {
        int64_t day = may_come(p, request, e) ? leave_ended(p, request, e, tasks) : 0;
        int year, month, mday;
        if (day == 0)
            continue;
        date_of_days(day, &year, &month, &mday);
        text_print(t, " ");
        /* TRANSLATORS: name, day of the month, month, year */
        text_print(t, _("The delegation of %s ended on %d %s %d."),
                   escort_name(t->arena, p, e), mday, month_long(month), year);
    }
}

/* Nobody of those who may come has leave for what is to be done. only: the one who
 * may come, if there is one. */
static const char *delegation_sentence(struct arena *a, const struct problem *p,
                                       int request, int who, int only)
{
    uint64_t tasks = tasks_lacking(p, request);
    struct text t = text_new(a);
    if (who == 1)
        text_print(&t,
                   _("Only %s may come, and has no delegation for this client and %s that day."),
                   escort_name(a, p, only), tasks_phrase(a, p, tasks));
    else
        text_print(&t,
                   _("%d escorts may come, but none of them has a delegation for this client and %s that day."),
                   who, tasks_phrase(a, p, tasks));
    add_ended(&t, p, request, tasks);
    return text_done(&t);
}

static const char *too_few_sentence(struct arena *a, const struct problem *p,
                                    int request,
                                    const int by_rule[RULE_COUNT])
{
    int counts[REASON_COUNT] = {0}, only;
    int needed = p->requests[request].needed;
    int able = able_escorts(p, by_rule);
    int who = count_who_may(p, request, &only);
    const char *unmet = who == 0 ? unmet_need(a, p, request) : NULL;
    if (unmet)
        return unmet;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        counts[reason_of((enum rule)rule)] += by_rule[rule];
    if (who >= needed) /* then those who may not come are not the reason */
        counts[REASON_NEEDS] = counts[REASON_ALLERGY] = counts[REASON_VETO] =
            counts[REASON_ANSWER] = 0;
    if (able == p->n_escorts)
        return arena_print(a, _("%d escorts are needed at once, and the unit has %d."),
                           needed, able);
    if (able > 0 || (who > 0 && who < needed))
        return arena_print(
            a, _("%d escorts are needed at once and only %d can come: %s."),
            needed, able, reasons_phrase(a, counts));
    if (who == 0)
        return arena_print(a, _("No escort can come: %s."),
                           reasons_phrase(a, counts));
    if (sole_reason(counts) == REASON_DELEGATION && tasks_lacking(p, request))
        return delegation_sentence(a, p, request, who, only);
    for (int i = 0; i < REASON_COUNT && who == 1; i++)
        if (counts[i] > 0)
            return reason_of_one(a, (enum reason)i, escort_name(a, p, only));
    if (sole_reason(counts) != REASON_COUNT)
        return reason_of_all(a, sole_reason(counts), who);
    return arena_print(a, _("%d escorts may come, but none can: %s."), who,
                       reasons_phrase(a, counts));
}

/* ---- enough escorts, but not for everything ---------------------------- */

static const char *crowded_sentence(struct arena *a, const struct problem *p,
                                    int request,
                                    const int by_rule[RULE_COUNT])
{
    const struct request *q = &p->requests[request];
    int able = able_escorts(p, by_rule), only;
    struct text t = text_new(a);
    if (q->link != NONE)
        text_print(&t, "%s ",
                   _("The visit takes place together with another one or not at all."));
    if (count_who_may(p, request, &only) == 1)
        text_print(&t, _("Only %s may come, and is needed for other visits."),
                   escort_name(a, p, only));
    else
        text_print(
            &t,
            PLURAL("%d escort could come, but is needed for other visits.",
                   "%d escorts could come, but are needed for other visits.",
                   able),
            able);
    return text_done(&t);
}

const char *unserved_sentence(struct arena *a, const struct problem *p,
                              int request)
{
    const struct request *q = &p->requests[request];
    int counts[RULE_COUNT];
    enum rule rule = rules_why_unserved(p, request, counts);
    if (rule == RULE_GRANT && q->decision != NONE)
        return grant_sentence(a, p, q);
    if (rule == RULE_OFFER)
        return _("The times asked for are past.");
    if (q->n_options == 0)
        return _("None of the times asked for can be used.");
    if (p->n_escorts == 0)
        return _("The unit has no escorts.");
    return rule == RULE_NONE ? crowded_sentence(a, p, request, counts)
                             : too_few_sentence(a, p, request, counts);
}
