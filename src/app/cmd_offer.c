/* A wish on the telephone: the request is put into the week in memory, every way to carry
 * it out is looked at, and one of them may be taken up. What was asked is kept in
 * offer.json, with hashes of what it was asked of: offers are found anew from it, and are
 * the same as long as these are. */
#include "adapters/nearest.h"
#include "adapters/offers_told.h"
#include "adapters/phrase.h"
#include "adapters/week_edit.h"
#include "adapters/wish.h"
#include "app/amended.h"
#include "app/now.h"
#include "app/terminal.h"
#include "base/file.h"
#include "base/text.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* Moves are tried until so many prices were asked for, some tenths of a second. */
enum { WIDTH_OF_A_FILE = 100, MOVE_WORK = 400000, TIMES_MOST = 20, SKILLS_MOST = 64 };

struct offering_task {
    struct amended amended; /* week_text: with the new request; NULL = it was there */
    struct offers_asked asked;
    struct offer_wish wish;
    struct offerings found;
    const struct roster *roster; /* as it is, of the problem with the request */
};

static const struct option_value *option(const struct offering_task *t, enum option_id id)
{
    return call_option(t->amended.call, id);
}

static struct arena *arena_of(const struct offering_task *t)
{
    return t->amended.call->arena;
}

static enum status wrong(struct offering_task *t, const char *remedy, const char *what)
{
    return faults_add(t->amended.call->faults, STATUS_USAGE, "", "", remedy, "%s", what);
}

/* ---- days and times ------------------------------------------------------- */

static bool is_clock(const char *text)
{
    int minutes;

    return text && clock_scan(text, &minutes);
}

static bool is_date(const char *text)
{
    int year, month, mday;

    return date_scan(text, &year, &month, &mday);
}

/* The text up to the mark, which goes; *rest: what follows it, NULL = there is none. */
static char *up_to(char *text, const char *mark, char **rest)
{
    char *at = strstr(text, mark);

    *rest = at ? at + strlen(mark) : NULL;
    if (at)
        *at = '\0';
    return text;
}

/* "2026-11-26", "2026-11-26@14:00", "2026-11-26@10:00..12:00" */
static bool time_scan(const struct offering_task *t, char *text, struct wish_time *out)
{
    char *clock, *to;

    *out = (struct wish_time){.date = up_to(text, "@", &clock),
                              .at = option(t, OPTION_START)->text,
                              .from = option(t, OPTION_EARLIEST)->text,
                              .to = option(t, OPTION_LATEST)->text};
    if (clock) {
        out->at = up_to(clock, "..", &to);
        if (to) {
            out->from = out->at;
            out->to = to;
            out->at = NULL;
        }
    }
    return is_date(out->date) &&
           (out->at ? is_clock(out->at) : is_clock(out->from) && is_clock(out->to));
}

static const char *every_day(struct arena *a, const struct problem *p)
{
    struct text t = text_new(a);
    int year, month, mday;

    for (int day = 0; day < DAYS; day++) {
        date_of_days(problem_date(p, day), &year, &month, &mday);
        text_print(&t, "%s%04d-%02d-%02d", day ? "," : "", year, month, mday);
    }
    return text_done(&t);
}

static enum status times_read(struct offering_task *t, struct wish *w)
{
    struct arena *a = t->amended.call->arena;
    struct wish_time *times = NEW_ARRAY(a, struct wish_time, TIMES_MOST);
    const char *said = option(t, OPTION_DAYS)->text;
    char *rest = arena_copy(a, said ? said : every_day(a, t->amended.before));

    while (rest && w->n_times < TIMES_MOST) {
        char *item = up_to(rest, ",", &rest);
        const char *kept = arena_copy(a, item);
        if (!time_scan(t, item, &times[w->n_times++]))
            return wrong(t, _("Say days such as 2026-11-26, with or without @14:00 or "
                              "@10:00..12:00, and clock times such as 14:00."),
                         arena_print(arena_of(t), _("'%s' is no time for an outing"), kept));
    }
    w->times = times;
    return STATUS_OK;
}

static void skills_read(struct offering_task *t, struct wish *w)
{
    struct arena *a = t->amended.call->arena;
    const char **skills = NEW_ARRAY(a, const char *, SKILLS_MOST);
    const char *said = option(t, OPTION_NEED)->text;
    char *rest = said ? arena_copy(a, said) : NULL;

    while (rest && w->n_skills < SKILLS_MOST)
        skills[w->n_skills++] = up_to(rest, ",", &rest);
    w->skills = skills;
}

/* ---- what is asked for ---------------------------------------------------- */

static enum status nobody(struct offering_task *t, const char *id)
{
    struct arena *a = t->amended.call->arena;
    const struct problem *p = t->amended.before;
    const char **ids = NEW_ARRAY(a, const char *, p->n_clients + p->n_requests + 1);

    for (int i = 0; i < p->n_clients; i++)
        ids[i] = p->clients[i].id;
    for (int i = 0; i < p->n_requests; i++)
        ids[p->n_clients + i] = p->requests[i].id;
    const char *near = nearest_word(id, ids);
    return wrong(t, near ? arena_print(a, _("Did you mean '%s'?"), near)
                         : _("The ids are in unit.json and week.json."),
                 arena_print(arena_of(t), _("there is no client and no request '%s'"), id));
}

static enum status wish_read(struct offering_task *t, const char *client)
{
    struct arena *a = t->amended.call->arena;
    struct wish w = {.client = client,
                     .activity = option(t, OPTION_ACTIVITY)->text,
                     .place = option(t, OPTION_PLACE)->text,
                     .minutes = (int)option(t, OPTION_MINUTES)->integer,
                     .escorts = (int)option(t, OPTION_ESCORTS)->integer};

    if (!w.activity || w.minutes == 0)
        return wrong(t, _("For example: --activity Cinema --minutes 120."),
                     arena_print(arena_of(t), _("a new wish of '%s' needs --activity and --minutes"), client));
    TRY(times_read(t, &w));
    skills_read(t, &w);
    t->asked.id = wish_id(a, t->amended.before);
    t->asked.request = wish_request(a, &w, t->asked.id);
    return STATUS_OK;
}

/* By the ids of the week; a client's wish is a new request. */
static enum status asked_now(struct offering_task *t)
{
    const char *id = t->amended.call->arguments.operands[1];
    const struct problem *p = t->amended.before;
    bool is_client = problem_find_client(p, id) != NONE;

    TRY(now_choose(t->amended.call, p, &t->asked.from));
    t->asked.may_move = option(t, OPTION_MOVE)->given;
    t->asked.id = id;
    if (is_client && (option(t, OPTION_ACTIVITY)->given || problem_find_request(p, id) == NONE))
        return wish_read(t, id);
    return problem_find_request(p, id) == NONE ? nobody(t, id) : STATUS_OK;
}

static const char *file_of_week(const struct offering_task *t, const char *name)
{
    const struct amended *x = &t->amended;

    return workspace_path(x->call->arena, x->dir, x->week.year, x->week.week, name);
}

static enum status asked_before(struct offering_task *t)
{
    const char *path = file_of_week(t, "offer.json");

    if (!option(t, OPTION_ACCEPT)->given || !file_exists(path))
        return wrong(t, _("'ledsaga help offer' has an example."),
                     _("say a client, or a request that is not served"));
    return offers_asked_read(t->amended.call->arena, path, &t->amended.before->week, &t->asked,
                             t->amended.call->faults);
}

/* ---- the problem with it -------------------------------------------------- */

static enum status request_put(struct offering_task *t)
{
    struct amended *x = &t->amended;
    struct week_edit *e;
    struct week_item at = {"requests", NULL, "id", t->asked.id};

    x->problem = x->before;
    if (!t->asked.request)
        return STATUS_OK;
    TRY(week_edit_open(x->call->arena, file_of_week(t, "week.json"), &e, x->call->faults));
    week_edit_put(e, &at, NULL, t->asked.request);
    x->week_text = week_edit_text(x->call->arena, e);
    week_edit_close(e);
    return workspace_read_texts(x->call->arena, x->dir, x->week.year, x->week.week, NULL,
                                x->week_text, &x->problem, x->call->faults);
}

static enum status may_be_offered(struct offering_task *t, int request)
{
    const char *id = t->asked.id;

    if (request == NONE)
        return nobody(t, id);
    if (t->amended.problem->requests[request].link != NONE)
        return wrong(t, _("'ledsaga solve --warm' finds a place for both."),
                     arena_print(arena_of(t), _("'%s' is in step with another request"), id));
    if (roster_serves(t->roster, request))
        return wrong(t, _("'ledsaga replan' moves it."), arena_print(arena_of(t), _("'%s' is served already"), id));
    return STATUS_OK;
}

static enum status roster_lawful(struct offering_task *t)
{
    struct amended *x = &t->amended;
    int n = rules_judge(x->call->arena, x->problem, t->roster)->n_breaches;

    if (n == 0)
        return STATUS_OK;
    return faults_add(x->call->faults, STATUS_BREACH, file_of_week(t, "roster.json"), "",
                      _("'ledsaga check' tells them, 'ledsaga replan' mends them."),
                      PLURAL("the roster breaks %d hard rule", "the roster breaks hard rules "
                             "in %d places", n), n);
}

static enum status ask(struct offering_task *t)
{
    struct amended *x = &t->amended;
    struct arena *a = x->call->arena;

    TRY(x->call->arguments.n_operands > 1 ? asked_now(t) : asked_before(t));
    TRY(request_put(t));
    t->roster = roster_carried(a, x->before, x->roster_before, x->problem);
    int request = problem_find_request(x->problem, t->asked.id);
    TRY(may_be_offered(t, request));
    TRY(roster_lawful(t));
    t->wish = (struct offer_wish){.request = request,
                                  .most = (int)option(t, OPTION_MOST)->integer,
                                  .may_move = t->asked.may_move,
                                  .from = t->asked.from,
                                  .work = MOVE_WORK};
    t->found = offers_find(a, x->problem, t->roster, &t->wish);
    return STATUS_OK;
}

/* ---- telling and taking up ------------------------------------------------ */

static enum status roster_hash(const struct offering_task *t, uint64_t *out)
{
    size_t length;
    char *data;

    TRY(file_read(t->amended.call->arena, file_of_week(t, "roster.json"), &data, &length,
                  t->amended.call->faults));
    *out = hash_bytes(HASH_START, data, length);
    return STATUS_OK;
}

static enum status still_true(struct offering_task *t)
{
    uint64_t hash;

    TRY(roster_hash(t, &hash));
    if (t->amended.call->arguments.n_operands > 1 ||
        (hash == t->asked.roster_hash && t->amended.problem->hash == t->asked.input_hash))
        return STATUS_OK;
    return faults_add(t->amended.call->faults, STATUS_INPUT, file_of_week(t, "offer.json"), "",
                      _("Ask anew: the offers may be others now."),
                      _("the week has changed since the offers were made"));
}

static enum status keep_asked(struct offering_task *t)
{
    t->asked.input_hash = t->amended.problem->hash;
    TRY(roster_hash(t, &t->asked.roster_hash));
    return offers_asked_write(&t->asked, &t->amended.problem->week,
                              file_of_week(t, "offer.json"), t->amended.call->faults);
}

static struct offers_sheet sheet_of(const struct offering_task *t)
{
    return (struct offers_sheet){t->amended.problem, t->roster, &t->wish, &t->found};
}

static enum status tell(struct offering_task *t)
{
    struct arena *a = t->amended.call->arena;
    const struct offers_sheet s = sheet_of(t);
    const struct option_value *width = option(t, OPTION_WIDTH);

    TRY(keep_asked(t));
    if (option(t, OPTION_JSON)->given)
        fputs(offers_json(a, &s), stdout);
    else if (!option(t, OPTION_QUIET)->given)
        fputs(offers_text(a, &s, width->given ? (int)width->integer
                                              : terminal_width(stdout, WIDTH_OF_A_FILE)),
              stdout);
    if (!option(t, OPTION_JSON)->given && !option(t, OPTION_QUIET)->given && t->found.n > 0)
        printf(_("One of them is taken up by: %s"),
               arena_print(a, "ledsaga offer %s --week %04d-W%02d --accept N\n", t->amended.dir,
                           t->amended.week.year, t->amended.week.week));
    return STATUS_OK;
}

static void taken_print(const struct offering_task *t, const struct offering *o)
{
    struct arena *a = t->amended.call->arena;
    const struct offers_sheet s = sheet_of(t);
    struct offerings one = {.n = 1, .list = o};

    if (option(t, OPTION_JSON)->given) {
        fputs(offers_json(a, &(struct offers_sheet){s.problem, s.roster, s.wish, &one}), stdout);
        return;
    }
    if (option(t, OPTION_QUIET)->given)
        return;
    printf(_("Taken up: %s, %s; changes for others: %s."),
           visit_phrase(a, s.problem, t->wish.request),
           moment_sentence(a, &s.problem->week, o->visit.start), offering_effect(a, &s, o));
    fputc('\n', stdout);
}

/* A week that nobody was told of stays a draft. */
static bool was_given_out(const struct offering_task *t)
{
    return t->amended.before->published != 0 || file_exists(file_of_week(t, "told.json"));
}

static enum status take_up(struct offering_task *t)
{
    struct amended *x = &t->amended;
    struct arena *a = x->call->arena;
    int number = (int)option(t, OPTION_ACCEPT)->integer;

    TRY(still_true(t));
    if (number > t->found.n)
        return wrong(t, _("Say the number of one of them."), 
                     arena_print(a, PLURAL("there is only %d offer", "there are only %d offers",
                                           t->found.n), t->found.n));
    const struct offering *o = &t->found.list[number - 1];
    x->roster = offering_taken(a, t->roster, t->wish.request, o);
    x->tells = was_given_out(t);
    TRY(amended_prepare(x));
    TRY(amended_write(x, "offer", 0, 0,
                      arena_print(a, "{\"change\": \"offer\", \"request\": \"%s\"}",
                                  t->asked.id)));
    taken_print(t, o);
    return STATUS_OK;
}

enum status cmd_offer(struct call *call)
{
    struct offering_task t = {.asked = {.from = INT_MIN}};

    TRY(amended_begin(call, &t.amended));
    TRY(ask(&t));
    return option(&t, OPTION_ACCEPT)->given ? take_up(&t) : tell(&t);
}
