/* Telling people: the roster of a week becomes what was told, and what was told is brought
 * to where people look. The first is done before the second, so that a run that ends in
 * the middle is made whole by the next; and what can be seen to be wrong, such as a folder
 * that cannot be written to, is seen before the first. */
#include "adapters/text/phrase.h"
#include "adapters/publish/publish_report.h"
#include "app/handout.h"
#include "app/interrupt.h"
#include "app/password.h"
#include "app/settled.h"
#include "app/week_choice.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { DAYS_SHOWN = 30 };

struct publishing {
    struct call *call;
    const char *dir, *to;
    bool tells; /* something new; else what was told is only brought up to today */
    bool dry, quiet, json;
    int n_told; /* weeks that were told, by time */
    struct iso_week *told;
    struct judged judged; /* where it tells */
    const struct problem *problem;
    struct handout handout;
    struct publication pub;
    struct publish_report report;
};

/* ---- what is asked for --------------------------------------------------- */

static bool given(const struct publishing *x, enum option_id id)
{
    return call_option(x->call, id)->given;
}

static bool on_server(const struct publishing *x)
{
    return strstr(x->to, "://") != NULL;
}

static enum status wrong(const struct publishing *x, const char *what, const char *remedy)
{
    return faults_add(x->call->faults, STATUS_USAGE, "", "", remedy, "%s", what);
}

static enum status options_check(const struct publishing *x)
{
    if (!x->to)
        return wrong(x, _("'publish' needs --to"),
                     _("It names a folder, or the https address of a CalDAV server."));
    if (!x->tells && given(x, OPTION_WEEK))
        return wrong(x, _("--refresh, --renew and --revoke tell nothing new, so --week cannot "
                          "be meant"),
                     _("Leave it out, or run publish twice."));
    if (given(x, OPTION_RENEW) && given(x, OPTION_REVOKE))
        return wrong(x, _("only one of --renew and --revoke can be meant"), "");
    bool addresses = given(x, OPTION_RENEW) || given(x, OPTION_REVOKE) ||
                     given(x, OPTION_RENEW_MISSING) || given(x, OPTION_LINKS);
    if (on_server(x) && addresses)
        return wrong(x, _("there are secret addresses in a folder only"),
                     _("On a server, people and their passwords are the server's."));
    if (!on_server(x) && (given(x, OPTION_USER) || given(x, OPTION_PASSWORD_FILE) ||
                          given(x, OPTION_ONLY_ONE)))
        return wrong(x, _("--user, --password-file and --only are for a server"),
                     _("A server's address begins with https://."));
    return STATUS_OK;
}

/* ---- which weeks --------------------------------------------------------- */

static const char *told_file(struct arena *a, const char *dir, struct iso_week w)
{
    return workspace_path(a, dir, w.year, w.week, "told.json");
}

static void told_weeks_find(struct publishing *x)
{
    int n = weeks_list(x->call->arena, x->dir, &x->told);

    x->n_told = 0;
    for (int i = 0; i < n; i++)
        if (file_exists(told_file(x->call->arena, x->dir, x->told[i])))
            x->told[x->n_told++] = x->told[i];
}

/* Of told weeks the one that holds the day, else the next one, else the last. */
static int told_week_on(const struct publishing *x, int64_t day)
{
    struct iso_week on;
    int i = 0;

    week_of_day(day, &on.year, &on.week);
    while (i < x->n_told - 1 && weeks_compare(x->told[i], on) < 0)
        i++;
    return i;
}

static enum status problem_of_told_week(struct publishing *x)
{
    struct iso_week *weeks;
    int n;

    TRY(weeks_choice(x->call, x->dir, &weeks, &n));
    if (x->n_told == 0)
        return faults_add(x->call->faults, STATUS_UNREADABLE, x->dir, "",
                          _("'ledsaga publish DIR --week WEEK --to PLACE' tells one."),
                          _("no week was told yet"));
    struct iso_week w = x->told[told_week_on(x, day_of_seconds(clock_utc()))];
    return workspace_read(x->call->arena, x->dir, w.year, w.week, &x->problem,
                          x->call->faults);
}

static enum status week_read(struct publishing *x)
{
    struct handout *h = &x->handout;

    told_weeks_find(x);
    if (x->tells) {
        TRY(judged_read(x->call, &x->judged));
        x->problem = x->judged.sheet.problem;
        return handout_prepare(x->call, &x->judged, h);
    }
    TRY(problem_of_told_week(x));
    TRY(handout_day(x->call, &x->problem->week, &h->on_day));
    return calendar_settings_read(x->call->arena, x->dir, x->problem, &h->settings,
                                  x->call->faults);
}

/* ---- what is published --------------------------------------------------- */

/* When something was told last, but not before today. */
static int64_t last_change(const struct publishing *x, int64_t day_utc, int64_t now_utc)
{
    int64_t last = day_utc;

    for (int i = 0; i < x->n_told; i++) {
        int64_t utc = file_changed_utc(told_file(x->call->arena, x->dir, x->told[i]));
        if (utc > last && utc <= now_utc)
            last = utc;
    }
    return last;
}

static enum status publication_fill(struct publishing *x)
{
    TRY(handout_diaries(x->call, x->dir, x->problem, &x->handout));
    x->pub = handout_publication(x->call->arena, &x->handout, x->dir, x->problem);
    if (x->pub.now_utc < x->pub.day_utc) /* --on is a day to come */
        x->pub.now_utc = x->pub.day_utc;
    x->pub.changed_utc = last_change(x, x->pub.day_utc, x->pub.now_utc);
    x->pub.force = given(x, OPTION_FORCE_PUBLISH);
    return STATUS_OK;
}

static enum status tell(struct publishing *x)
{
    if (!x->tells)
        return STATUS_OK;
    TRY(handout_tell(x->call, &x->judged, &x->handout));
    told_weeks_find(x);
    return publication_fill(x);
}

static enum status journal(const struct publishing *x)
{
    return x->tells ? STATUS_OK /* handing out has its own line */
                    : journal_append(x->dir, x->problem, "refresh", 0, NULL, x->call->faults);
}

static void report_print(struct publishing *x)
{
    struct arena *a = x->call->arena;
    struct publish_report *r = &x->report;

    r->dir = x->dir;
    r->to = x->to;
    r->dry = x->dry;
    r->told = x->tells ? &x->handout.counts : NULL;
    r->week = x->tells ? arena_print(a, "%04d-W%02d", x->judged.iso_year, x->judged.iso_week)
                       : "";
    if (x->json)
        fputs(publish_json(a, r), stdout);
    else if (!x->quiet)
        fputs(publish_text(a, r), stdout);
    fputs(publish_notes(a, r), stderr);
}

/* ---- into a folder ------------------------------------------------------- */

static enum status weeks_shown(struct publishing *x, struct folder_weeks *out)
{
    struct week *weeks = NEW_ARRAY(x->call->arena, struct week, x->n_told + 1);
    const struct iso_week first = x->told[told_week_on(x, x->handout.on_day)];

    *out = (struct folder_weeks){.weeks = weeks, .first = NONE};
    for (int i = 0; i < x->n_told; i++) {
        struct week *w = &weeks[out->n];
        TRY(week_make(w, x->told[i].year, x->told[i].week, x->problem->week.zone,
                      x->call->faults));
        bool is_first = weeks_compare(x->told[i], first) == 0;
        if (w->monday + DAYS + DAYS_SHOWN <= x->handout.on_day && !is_first)
            continue;
        if (is_first)
            out->first = out->n;
        out->n++;
    }
    return STATUS_OK;
}

/* New addresses can be shown only now, so there must be somewhere to show them. */
static enum status links_check(const struct publishing *x, const struct folder_plan *plan)
{
    const char *path = call_option(x->call, OPTION_LINKS)->text;

    if (path && file_exists(path))
        return faults_add(x->call->faults, STATUS_EXISTS, path, "",
                          _("Name another file, or remove it once its addresses are handed "
                            "out."),
                          _("the file is there already"));
    if (path)
        return file_replaceable(path, x->call->faults);
    if (!x->quiet || x->json || plan->n_fresh == 0)
        return STATUS_OK;
    return wrong(x, _("there are new addresses, which --quiet would not tell"),
                 _("--links names a file for them."));
}

static enum status links_hand_over(struct publishing *x, const struct folder_plan *plan)
{
    const char *path = call_option(x->call, OPTION_LINKS)->text;

    if (plan->n_fresh == 0)
        return STATUS_OK;
    if (path) {
        const char *csv = folder_links_csv(x->call->arena, plan);
        x->report.links = path;
        return file_write_private(path, csv, strlen(csv), x->call->faults);
    }
    if (!x->json)
        fputs(folder_links_text(x->call->arena, plan), stdout);
    return STATUS_OK;
}

static enum status plan_make(struct publishing *x, struct folder_plan **plan)
{
    const struct access_wishes wishes = {
        .renew = call_option(x->call, OPTION_RENEW)->text,
        .revoke = call_option(x->call, OPTION_REVOKE)->text,
        .renew_missing = given(x, OPTION_RENEW_MISSING)};

    TRY(folder_plan_make(x->call->arena, &x->pub, x->to, &wishes, plan, x->call->faults));
    x->report.plan = *plan;
    return STATUS_OK;
}

static enum status folder_ready(struct publishing *x)
{
    TRY(folder_make(x->to, x->call->faults));
    TRY(folder_lock(x->to, x->call->faults));
    return file_replaceable(arena_print(x->call->arena, "%s/robots.txt", x->to),
                            x->call->faults);
}

/* What lies there is for everybody who knows its name; the workspace is for nobody. */
static enum status folder_apart(const struct publishing *x)
{
    struct arena *a = x->call->arena;

    if (!folder_within(a, x->to, x->dir) && !folder_within(a, x->dir, x->to))
        return STATUS_OK;
    return faults_add(x->call->faults, STATUS_USAGE, x->to, "",
                      _("Name a folder of its own, which only the web server shows."),
                      _("a folder that is published and the workspace cannot lie in each "
                        "other"));
}

static enum status folder_publish(struct publishing *x)
{
    struct folder_plan *plan;
    struct folder_weeks weeks;
    struct folder_result result;

    TRY(folder_apart(x));
    TRY(plan_make(x, &plan));
    if (x->dry)
        return STATUS_OK;
    TRY(links_check(x, plan));
    TRY(folder_ready(x));
    if (x->tells) {
        TRY(tell(x));
        TRY(plan_make(x, &plan));
    }
    TRY(weeks_shown(x, &weeks));
    TRY(folder_write(plan, &weeks, &result, x->call->faults));
    x->report.folder = &result;
    TRY(links_hand_over(x, plan));
    TRY(folder_plan_finish(plan, x->call->faults));
    TRY(journal(x));
    report_print(x);
    return STATUS_OK;
}

/* ---- to a server --------------------------------------------------------- */

static enum status person_only(const struct publishing *x, int *out)
{
    const char *id = call_option(x->call, OPTION_ONLY_ONE)->text;
    int found[2];

    *out = NONE;
    if (!id)
        return STATUS_OK;
    if (publication_find(&x->pub, id, found) == 0)
        return faults_add(x->call->faults, STATUS_USAGE, "", "",
                          _("Say an id of unit.json."), _("nobody has the id '%s'"), id);
    *out = found[0];
    return STATUS_OK;
}

/* The address, the password and the certificate are right. */
static enum status server_ready(const struct publishing *x, struct dav *server)
{
    const struct dav_entry *entries;
    bool exists, partial; /* of people's calendars it matters, not of the list of them */
    int n;

    TRY(dav_list(server, x->call->arena, "", &exists, &partial, &entries, &n, x->call->faults));
    if (exists)
        return STATUS_OK;
    return faults_add(x->call->faults, STATUS_SERVER, x->to, "",
                      _("Is the address that of the user's calendars?"),
                      _("the server has nothing there"));
}

static enum status server_send(struct publishing *x, struct dav *server)
{
    struct dav_published *result = NEW(x->call->arena, struct dav_published);
    int only;

    TRY(person_only(x, &only));
    TRY(server_ready(x, server));
    if (x->dry)
        return STATUS_OK;
    TRY(tell(x));
    interrupt_begin(_("Stopping; the same command again sends the rest. Ctrl-C again ends at "
                      "once."));
    enum status s = dav_publish(x->call->arena, &x->pub, server, only,
                                interrupt_asked(), result, x->call->faults);
    x->report.server = result;
    report_print(x);
    TRY(journal(x));
    if (s == STATUS_OK && result->stopped)
        return faults_add(x->call->faults, STATUS_INTERRUPTED, x->to, "",
                          _("The same command again sends the rest."),
                          _("stopped after %d events"), result->sent + result->removed);
    return s;
}

static enum status server_publish(struct publishing *x)
{
    const char *user, *password;
    struct dav *server = NULL;

    TRY(password_read(x->call, &user, &password));
    TRY(dav_open(x->call->arena, x->to, user, password, &server, x->call->faults));
    enum status s = server_send(x, server);
    dav_close(server);
    return s;
}

enum status cmd_publish(struct call *call)
{
    struct publishing x = {.call = call, .dir = call_operand(call),
                           .to = call_option(call, OPTION_TO)->text};

    x.tells = !given(&x, OPTION_REFRESH) && !given(&x, OPTION_RENEW) &&
              !given(&x, OPTION_REVOKE);
    x.dry = given(&x, OPTION_DRY);
    x.quiet = given(&x, OPTION_QUIET);
    x.json = given(&x, OPTION_JSON);
    TRY(options_check(&x));
    if (!x.dry)
        TRY(workspace_claim(call, x.dir));
    TRY(week_read(&x));
    TRY(publication_fill(&x));
    TRY(on_server(&x) ? server_publish(&x) : folder_publish(&x));
    if (x.dry)
        report_print(&x);
    return STATUS_OK;
}
