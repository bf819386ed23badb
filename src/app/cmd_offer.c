/* A wish on the telephone: the request is put into the week in memory, every way to carry
 * it out is looked at, and one of them may be taken up. What was asked is kept in
 * offer.json, with hashes of what it was asked of: offers are found anew from it, and are
 * the same as long as these are. */
#include "adapters/text/nearest.h"
#include "adapters/replan/offers_told.h"
#include "adapters/text/phrase.h"
#include "adapters/workspace/week_edit.h"
#include "adapters/replan/whom.h"
#include "adapters/replan/wish.h"
#include "app/amended.h"
#include "app/now.h"
#include "app/shell_word.h"
#include "app/terminal.h"
#include "app/wish_times.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

/* Moves are tried until so many prices were asked for, some tenths of a second. */
enum { WIDTH_OF_A_FILE = 100, MOVE_WORK = 400000, SKILLS_MOST = 64 };

struct offering_task {
    struct amended amended; /* week_text: with the new request; NULL = it was there */
    struct offers_asked asked;
    struct offer_wish wish;
    struct offerings found;
    bool again; /* what was offered last, from its file */
    struct now now;
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

/* ---- what is asked for ---------------------------------------------------- */

static void skills_read(struct offering_task *t, struct wish *w)
{
    struct arena *a = t->amended.call->arena;
    const char **skills = NEW_ARRAY(a, const char *, SKILLS_MOST);
    const char *said = option(t, OPTION_NEED)->text;
    char *rest = said ? arena_copy(a, said) : NULL;

    while (rest && w->n_skills < SKILLS_MOST)
        skills[w->n_skills++] = strsep(&rest, ",");
    w->skills = skills;
}

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
                         : _("Ids, and names of people, are in unit.json and week.json."),
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
    TRY(wish_times_read(t->amended.call, t->amended.before, t->asked.from, &w));
    skills_read(t, &w);
    t->asked.id = wish_id(a, t->amended.before);
    t->asked.request = wish_request(a, &w, t->asked.id);
    return STATUS_OK;
}

/* A request by its id, else a client, whose wish is a new request. */
static enum status asked_now(struct offering_task *t)
{
    const char *said = t->amended.call->arguments.operands[1];
    const struct problem *p = t->amended.before;
    int client = whom_client(p, said);

    t->asked.may_move = option(t, OPTION_MOVE)->given;
    t->asked.most = (int)option(t, OPTION_MOST)->integer;
    t->asked.id = said;
    if (problem_find_request(p, said) != NONE && client == NONE && option(t, OPTION_ACTIVITY)->given)
        return wrong(t, _("Say the client for a new wish; a request is known by its id alone."),
                     arena_print(arena_of(t), _("'%s' is a request already"), said));
    if (problem_find_request(p, said) != NONE && !option(t, OPTION_ACTIVITY)->given)
        return STATUS_OK;
    return client == NONE ? nobody(t, said) : wish_read(t, p->clients[client].id);
}

static const char *file_of_week(const struct offering_task *t, const char *name)
{
    const struct amended *x = &t->amended;

    return workspace_path(x->call->arena, x->dir, x->week.year, x->week.week, name);
}

static enum status asked_before(struct offering_task *t)
{
    const char *path = file_of_week(t, "offer.json");

    if (!option(t, OPTION_ACCEPT)->given)
        return wrong(t, _("'ledsaga help offer' has an example."),
                     _("say a client, or a request that is not served"));
    if (!file_exists(path))
        return wrong(t, _("'ledsaga help offer' has an example."),
                     _("nothing was offered that could be taken up"));
    t->again = true;
    return offers_asked_read(t->amended.call->arena, path, &t->amended.before->week, &t->asked,
                             t->amended.call->faults);
}

/* Without a wish: what was offered last is taken up, and a client who is named guards against
 * taking up what somebody else on the phone was offered. */
static bool speaks_of_the_last(const struct offering_task *t)
{
    const struct arguments *given = &t->amended.call->arguments;

    return given->n_operands < 2 ||
           (option(t, OPTION_ACCEPT)->given && !option(t, OPTION_ACTIVITY)->given &&
            problem_find_request(t->amended.before, given->operands[1]) == NONE &&
            whom_client(t->amended.before, given->operands[1]) != NONE);
}

static enum status asked(struct offering_task *t)
{
    return speaks_of_the_last(t) ? asked_before(t) : asked_now(t);
}

/* Is the request that of the client who was named? */
static enum status guarded(struct offering_task *t, int request)
{
    const struct arguments *given = &t->amended.call->arguments;
    const struct problem *p = t->amended.problem;

    if (!t->again || given->n_operands < 2 || request == NONE ||
        whom_client(p, given->operands[1]) == p->requests[request].client)
        return STATUS_OK;
    return wrong(t, _("Ask anew."),
                 arena_print(arena_of(t), _("what was offered last is for %s"),
                             client_name(arena_of(t), p, p->requests[request].client)));
}

/* ---- the problem with it -------------------------------------------------- */

/* The week without the wish was read: what is wrong is what was said, of no file. */
static enum status wish_faults(struct offering_task *t, struct faults *found)
{
    for (int i = 0; i < found->seen && i < FAULTS_KEPT; i++) {
        found->list[i].status = STATUS_USAGE;
        found->list[i].file[0] = found->list[i].place[0] = '\0';
    }
    *t->amended.call->faults = *found;
    return faults_status(found);
}

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
    struct faults found = {0};
    if (workspace_read_texts(x->call->arena, x->dir, x->week.year, x->week.week, NULL,
                             x->week_text, &x->problem, &found) == STATUS_OK)
        return STATUS_OK;
    return wish_faults(t, &found);
}

static enum status may_be_offered(struct offering_task *t, int request)
{
    const char *id = t->asked.id;

    if (request == NONE)
        return nobody(t, id);
    if (t->amended.problem->requests[request].link != NONE)
        return wrong(t, _("'ledsaga solve --warm' finds a place for both."),
                     arena_print(arena_of(t), _("'%s' is in step with another request"), id));
    if (!roster_serves(t->roster, request))
        return STATUS_OK;
    return t->again ? wrong(t, _("Ask anew."),
                            _("what was offered last has been taken up already"))
                    : wrong(t, _("'ledsaga replan' moves it."),
                            arena_print(arena_of(t), _("'%s' is served already"), id));
}

static enum status roster_lawful(struct offering_task *t)
{
    struct amended *x = &t->amended;
    int n = rules_judge(x->call->arena, x->problem, t->roster)->n_breaches;

    if (n == 0)
        return STATUS_OK;
    return faults_add(x->call->faults, STATUS_BREACH, file_of_week(t, "roster.json"), "",
                      _("'ledsaga check' tells them; 'ledsaga replan' without an event mends them."),
                      PLURAL("the roster breaks %d hard rule", "the roster breaks hard rules "
                             "in %d places", n), n);
}

static enum status ask(struct offering_task *t)
{
    struct amended *x = &t->amended;
    struct arena *a = x->call->arena;

    TRY(now_choose(x->call, x->before, &t->now));
    t->asked.from = t->now.minute;
    TRY(asked(t));
    TRY(request_put(t));
    t->roster = roster_carried(a, x->before, x->roster_before, x->problem);
    int request = problem_find_request(x->problem, t->asked.id);
    TRY(guarded(t, request));
    TRY(may_be_offered(t, request));
    TRY(roster_lawful(t));
    t->wish = (struct offer_wish){.request = request,
                                  .most = t->asked.most,
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
    if (!t->again || (hash == t->asked.roster_hash && t->amended.problem->hash == t->asked.input_hash))
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
    return (struct offers_sheet){.problem = t->amended.problem, .roster = t->roster,
                                 .wish = &t->wish, .found = &t->found};
}

static int width_of(const struct offering_task *t)
{
    const struct option_value *width = option(t, OPTION_WIDTH);

    return width->given ? (int)width->integer : terminal_width(stdout, WIDTH_OF_A_FILE);
}

/* The client's name in it keeps two people on two phones from taking up each other's. */
static void next_print(const struct offering_task *t)
{
    struct arena *a = arena_of(t);
    const struct problem *p = t->amended.problem;

    printf(_("One of them is taken up by: %s"),
           arena_print(a, "ledsaga offer %s %s --week %04d-W%02d --accept N\n",
                       shell_word(a, t->amended.dir),
                       p->clients[p->requests[t->wish.request].client].id, t->amended.week.year,
                       t->amended.week.week));
}

static enum status tell(struct offering_task *t)
{
    const struct offers_sheet s = sheet_of(t);
    enum status kept = keep_asked(t); /* who may not write there may still ask */

    if (option(t, OPTION_JSON)->given)
        fputs(offers_json(arena_of(t), &s), stdout);
    else if (!option(t, OPTION_QUIET)->given) {
        fputs(offers_text(arena_of(t), &s, width_of(t)), stdout);
        if (t->found.n > 0 && kept == STATUS_OK)
            next_print(t);
    }
    return kept;
}

static void taken_print(const struct offering_task *t, int number)
{
    const struct amended *x = &t->amended;
    const struct tidings by = {NULL, x->problem->requests[t->wish.request].client};
    struct offers_sheet s = sheet_of(t);

    s.taken = number;
    if (x->tells)
        s.n_news = news_find(arena_of(t), x->becomes, x->told_before, x->told, &by, &s.news);
    if (option(t, OPTION_JSON)->given)
        fputs(offers_json(arena_of(t), &s), stdout);
    else if (!option(t, OPTION_QUIET)->given)
        fputs(offer_taken_text(arena_of(t), &s, width_of(t)), stdout);
}

/* A week that nobody was told of stays a draft. */
static bool was_given_out(const struct offering_task *t)
{
    return t->amended.before->published != 0 || file_exists(file_of_week(t, "told.json"));
}

static enum status still_to_come(struct offering_task *t, const struct offering *o)
{
    if (o->visit.start >= t->now.minute &&
        (o->moved == NONE || (o->moved_to.start >= t->now.minute &&
                              t->roster->visits[o->moved].start >= t->now.minute)))
        return STATUS_OK;
    return faults_add(t->amended.call->faults, STATUS_INPUT, "", "", _("Ask anew."),
                      _("it is past the time of that offer"));
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
    TRY(still_to_come(t, o));
    x->roster = offering_taken(a, t->roster, t->wish.request, o);
    x->tells = was_given_out(t);
    TRY(amended_prepare(x));
    TRY(amended_write(x, "offer", 0, 0,
                      arena_print(a, "{\"change\": \"offer\", \"request\": \"%s\"}",
                                  t->asked.id)));
    taken_print(t, number);
    return STATUS_OK;
}

enum status cmd_offer(struct call *call)
{
    struct offering_task t = {0};

    TRY(amended_begin(call, &t.amended));
    TRY(ask(&t));
    return option(&t, OPTION_ACCEPT)->given ? take_up(&t) : tell(&t);
}
