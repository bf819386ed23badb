/* The last change is taken back: week.json, roster.json and unit.json are again as they
 * were before it. What people were told cannot be untold: they are told again. */
#include "adapters/replan/replan_told.h"
#include "adapters/text/phrase.h"
#include "app/amended.h"
#include "app/now.h"
#include "app/terminal.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH_OF_A_FILE = 100 };

static bool has(const struct amendment *m, const char *file)
{
    for (int i = 0; i < m->n_files; i++)
        if (strcmp(m->files[i], file) == 0)
            return true;
    return false;
}

static enum status last_change(struct amended *x, const struct amendment **out)
{
    TRY(amendment_last(x->call->arena, x->dir, x->week, out, x->call->faults));
    if (*out)
        return amendment_untouched(*out, x->call->faults);
    return faults_add(x->call->faults, STATUS_USAGE, x->dir, "",
                      _("'offer --accept' and 'replan' can be taken back."),
                      _("there is nothing to take back"));
}

/* ---- what has begun ------------------------------------------------------- */

static bool as_it_is(const struct visit *x, const struct visit *y)
{
    return x->start == y->start && x->minutes == y->minutes && x->n_escorts == y->n_escorts &&
           memcmp(x->escorts, y->escorts, (size_t)x->n_escorts * sizeof *x->escorts) == 0;
}

/* Requests of p that r carried out before `now` otherwise than the other roster; *first: one. */
static int begun_otherwise(const struct problem *p, const struct roster *r,
                           const struct problem *other_p, const struct roster *other, int now,
                           int *first)
{
    static const struct visit nobody;
    int n = 0;

    for (int i = p->n_requests - 1; i >= 0; i--) {
        int row = problem_find_request(other_p, p->requests[i].id);
        const struct visit *v = &r->visits[i], *w = row == NONE ? &nobody : &other->visits[row];
        if (v->n_escorts == 0 || v->start >= now || as_it_is(v, w))
            continue;
        *first = i;
        n++;
    }
    return n;
}

/* What was done is done, and what was not cannot be any more. */
static enum status nothing_begun(const struct amended *x)
{
    struct arena *a = x->call->arena;
    struct now now;
    int is = NONE, was = NONE;

    TRY(now_choose(x->call, x->before, &now));
    int n = begun_otherwise(x->before, x->roster_before, x->problem, x->roster, now.minute, &is);
    if (n == 0)
        n = begun_otherwise(x->problem, x->roster, x->before, x->roster_before, now.minute, &was);
    if (n == 0)
        return STATUS_OK;
    const char *visit = is != NONE ? visit_phrase(a, x->before, is) : visit_phrase(a, x->problem, was);
    return faults_add(x->call->faults, STATUS_EXISTS, x->dir, "",
                      _("Plan on from here: 'ledsaga replan' with what is otherwise now."),
                      PLURAL("%d visit has begun meanwhile that would become another: %s",
                             "%d visits have begun meanwhile that would become others, such as %s", n),
                      n, visit);
}

/* ---- taking back ---------------------------------------------------------- */

static enum status text_was(struct amended *x, const struct amendment *m, const char *file,
                            const char **out)
{
    size_t length;
    char *text;

    *out = NULL;
    if (!has(m, file))
        return STATUS_OK;
    TRY(file_read(x->call->arena, amendment_was(m, file), &text, &length, x->call->faults));
    *out = text;
    return STATUS_OK;
}

static enum status week_as_it_was(struct amended *x, const struct amendment *m)
{
    struct arena *a = x->call->arena;
    struct roster *r;

    TRY(text_was(x, m, "unit.json", &x->unit_text));
    TRY(text_was(x, m, "week.json", &x->week_text));
    TRY(workspace_read_texts(a, x->dir, x->week.year, x->week.week, x->unit_text, x->week_text,
                             &x->problem, x->call->faults));
    TRY(roster_read(a, x->problem, amendment_was(m, "roster.json"), &r, NULL, x->call->faults));
    x->roster = r;
    TRY(text_was(x, m, "roster.json", &x->roster_text));
    x->tells = has(m, "told.json");
    return STATUS_OK;
}

static struct replan_sheet sheet_of(const struct amended *x)
{
    static const struct tidings nothing = {NULL, NONE};
    struct arena *a = x->call->arena;
    int64_t now = x->verdict->tier[TIER_RIGHTS];
    struct replan_sheet s = {
        .before = x->before,
        .after = x->becomes,
        .roster_before = x->roster_before,
        .roster = x->roster,
        .rights_before = rules_judge(a, x->before, x->roster_before)->tier[TIER_RIGHTS],
        .rights = {now, 0},
        .dry = call_option(x->call, OPTION_DRY)->given};

    if (x->tells)
        s.n = news_find(a, x->becomes, x->told_before, x->told, &nothing, &s.news);
    return s;
}

static void tell(struct amended *x, const struct replan_sheet *s, const struct amendment *m)
{
    struct arena *a = x->call->arena;
    const struct option_value *width = call_option(x->call, OPTION_WIDTH);

    if (call_option(x->call, OPTION_JSON)->given)
        fputs(replan_json(a, s), stdout);
    else if (!call_option(x->call, OPTION_QUIET)->given) {
        printf(s->dry ? _("Would be taken back: '%s', change %03d of the week: %s")
                      : _("Taken back: '%s', change %03d of the week: %s"),
               m->command, m->number, amendment_about(m));
        fputc('\n', stdout);
        fputs(replan_text(a, s, width->given ? (int)width->integer
                                             : terminal_width(stdout, WIDTH_OF_A_FILE)),
              stdout);
    }
}

enum status cmd_undo(struct call *call)
{
    const struct amendment *m;
    struct amended x;

    TRY(amended_begin(call, &x));
    TRY(last_change(&x, &m));
    TRY(week_as_it_was(&x, m));
    TRY(nothing_begun(&x));
    TRY(amended_prepare(&x));
    struct replan_sheet s = sheet_of(&x);
    if (!s.dry)
        TRY(amended_write(&x, "undo", m->number, 0, replan_journal(call->arena, &s)));
    tell(&x, &s, m);
    return STATUS_OK;
}
