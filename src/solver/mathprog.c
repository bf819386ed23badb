/* Data for models/roster.mod. Ids are quoted; a set without members is written
 * too, since MathProg wants every set to have data. */
#include "solver/mathprog.h"

#include "base/text.h"

struct writing {
    struct text t;
    const struct formulation *f;
    const struct problem *p;
};

static const struct node *chosen(const struct writing *w, int choice)
{
    return formulation_node(w->f, choice);
}

static const char *request_id(const struct writing *w, int r)
{
    return w->p->requests[r].id;
}

static int number_of(const struct writing *w, int option)
{
    const struct option *o = &w->p->options[option];
    return option - w->p->requests[o->request].first_option + 1;
}

static void open_set(struct writing *w, const char *name)
{
    text_print(&w->t, "\nset %s :=", name);
}

static void close(struct writing *w)
{
    text_add(&w->t, " ;\n");
}

/* No id has a space, so that a session is never taken for a request. */
static void say_session(struct writing *w, int session)
{
    text_print(&w->t, " 'session %s'", w->p->sessions[session].id);
}

/* What a choice is of: request and option, or a session and 1. */
static void say_task(struct writing *w, int choice)
{
    const struct node *n = chosen(w, choice);
    if (choice >= w->f->n_choices) {
        say_session(w, n->session - 1);
        text_add(&w->t, " 1");
        return;
    }
    text_print(&w->t, " '%s' %d", request_id(w, n->request), number_of(w, n->option));
}

/* request, option, escort of a choice */
static void say_choice(struct writing *w, int choice)
{
    say_task(w, choice);
    text_print(&w->t, " '%s'", w->p->escorts[chosen(w, choice)->escort].id);
}

static void say_option(struct writing *w, int option)
{
    text_print(&w->t, " '%s' %d", request_id(w, w->p->options[option].request),
               number_of(w, option));
}

/* escort, request, option, request, option of an arc */
static void say_arc(struct writing *w, const struct arc *a)
{
    text_print(&w->t, "\n  '%s'", w->p->escorts[chosen(w, a->from)->escort].id);
    say_task(w, a->from);
    say_task(w, a->to);
}

static void write_requests(struct writing *w)
{
    const struct problem *p = w->p;
    open_set(w, "REQUEST");
    for (int r = 0; r < p->n_requests; r++)
        text_print(&w->t, " '%s'", request_id(w, r));
    close(w);
    open_set(w, "CLIENT");
    for (int c = 0; c < p->n_clients; c++)
        text_print(&w->t, " '%s'", p->clients[c].id);
    close(w);
    open_set(w, "ESCORT");
    for (int e = 0; e < p->n_escorts; e++)
        text_print(&w->t, " '%s'", p->escorts[e].id);
    close(w);
    text_add(&w->t, "\nparam : client needed asked rights_point :=");
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        text_print(&w->t, "\n  '%s' '%s' %d %d %d", q->id,
                   p->clients[q->client].id, q->needed, q->minutes, q->rights);
    }
    close(w);
}

/* Options that some choice uses, once each. */
static void each_option(struct writing *w, void (*say)(struct writing *, int))
{
    for (int i = 0; i < w->f->n_choices; i++)
        if (i == 0 || chosen(w, i)->option != chosen(w, i - 1)->option)
            say(w, chosen(w, i)->option);
}

static void say_option_row(struct writing *w, int option)
{
    const struct option *o = &w->p->options[option];
    text_add(&w->t, "\n ");
    say_option(w, option);
    text_print(&w->t, " %d %d %d %d", o->start, o->minutes, o->delivered, o->debit);
}

static void say_draw(struct writing *w, int option)
{
    if (w->p->options[option].grant == NONE)
        return;
    text_print(&w->t, "\n  %d", w->p->options[option].grant);
    say_option(w, option);
}

static void write_choices(struct writing *w)
{
    text_add(&w->t, "\nparam : OPTION : begins minutes delivered debit :=");
    each_option(w, say_option_row);
    for (int s = 0; s < w->p->n_sessions; s++) {
        text_add(&w->t, "\n ");
        say_session(w, s);
        text_print(&w->t, " 1 %d %d 0 0", w->p->sessions[s].start,
                   w->p->sessions[s].minutes);
    }
    close(w);
    text_add(&w->t, "\nparam : CHOICE : choice_points :=");
    for (int i = 0; i < w->f->n_choices + w->f->n_staff; i++) {
        text_add(&w->t, "\n ");
        say_choice(w, i);
        text_print(&w->t, " %d", w->f->choices[i].points);
    }
    close(w);
}

static void write_sessions(struct writing *w)
{
    const struct formulation *f = w->f;
    text_add(&w->t, "\nparam : SESSION : capacity per_escort :=");
    for (int s = 0; s < w->p->n_sessions; s++) {
        say_session(w, s);
        text_print(&w->t, " %d %d", w->p->sessions[s].capacity,
                   w->p->sessions[s].per_escort);
    }
    close(w);
    open_set(w, "MEMBER");
    for (int i = 0; i < f->n_choices; i++) {
        if (f->choices[i].staff == NONE)
            continue;
        text_add(&w->t, "\n ");
        say_session(w, chosen(w, i)->session - 1);
        say_choice(w, i);
    }
    close(w);
    open_set(w, "REFUSAL");
    for (int i = 0; i < f->n_refusals; i++) {
        say_session(w, f->refusals[i].session);
        text_print(&w->t, " '%s' '%s'", request_id(w, f->refusals[i].first),
                   request_id(w, f->refusals[i].second));
    }
    close(w);
}

static void write_teams(struct writing *w)
{
    const struct formulation *f = w->f;
    const struct problem *p = w->p;
    open_set(w, "TEAM");
    for (int r = 0; r < p->n_requests; r++)
        if (f->team[r])
            text_print(&w->t, " '%s'", request_id(w, r));
    close(w);
    text_add(&w->t, "\nparam : TEAM_OPTION : team_points :=");
    for (int t = 0; t < f->n_teams; t++) {
        say_option(w, f->teams[t].option);
        text_print(&w->t, " %d", f->teams[t].points);
    }
    close(w);
    open_set(w, "PINNED");
    for (int i = 0; i < f->n_choices; i++) {
        const struct node *n = chosen(w, i);
        if (f->team[n->request] &&
            pin_names(&p->requests[n->request], n->escort))
            say_choice(w, i);
    }
    close(w);
    text_add(&w->t, "\nparam : LINK : gap_min gap_max :=");
    for (int i = 0; i < p->n_links; i++)
        text_print(&w->t, "\n  '%s' '%s' %d %d", request_id(w, p->links[i].first),
                   request_id(w, p->links[i].second), p->links[i].gap_min,
                   p->links[i].gap_max);
    close(w);
    open_set(w, "APART");
    for (int i = 0; i < p->n_links; i++)
        if (!p->links[i].same_escort)
            text_print(&w->t, " '%s' '%s'", request_id(w, p->links[i].first),
                       request_id(w, p->links[i].second));
    close(w);
}

static void write_grants(struct writing *w)
{
    text_add(&w->t, "\nparam : GRANT : left :=");
    for (int g = 0; g < w->p->n_grants; g++)
        text_print(&w->t, " %d %d", g, w->p->grants[g].left);
    close(w);
    open_set(w, "DRAWS");
    each_option(w, say_draw);
    close(w);
}

static void write_days(struct writing *w)
{
    const struct formulation *f = w->f;
    open_set(w, "DAY");
    for (int d = 0; d < f->n_flows; d++)
        text_print(&w->t, " '%s' %d", w->p->escorts[f->flows[d].escort].id,
                   f->flows[d].day);
    close(w);
    open_set(w, "IN_DAY");
    for (int d = 0; d < f->n_flows; d++)
        for (int k = 0; k < f->flows[d].n_choices; k++) {
            int i = f->by_day[f->flows[d].first_choice + k];
            text_print(&w->t, "\n  '%s' %d", w->p->escorts[chosen(w, i)->escort].id,
                       f->flows[d].day);
            say_task(w, i);
        }
    close(w);
    text_add(&w->t,
             "\nparam : first_points last_points may_be_first may_be_last :=");
    for (int i = 0; i < f->n_choices + f->n_staff; i++) {
        const struct choice *c = &f->choices[i];
        if (c->flow == NONE)
            continue;
        text_add(&w->t, "\n ");
        say_choice(w, i);
        text_print(&w->t, " %d %d %d %d", c->first_points, c->last_points,
                   c->may_be_first, c->may_be_last);
    }
    close(w);
    text_add(&w->t, "\nparam : ARC : travel_points paid :=");
    for (int k = 0; k < f->n_arcs; k++) {
        say_arc(w, &f->arcs[k]);
        text_print(&w->t, " %d %d", f->arcs[k].points, f->arcs[k].paid);
    }
    close(w);
}

static void write_pack_side(struct writing *w, const char *set,
                            const struct pack *packs, int n, int side)
{
    open_set(w, set);
    for (int i = 0; i < n; i++) {
        const struct pack *k = &packs[i];
        int count = side == 0 ? k->n_choices : side == 1 ? k->n_last : k->n_first;
        const int *items = side == 0 ? k->choices : side == 1 ? k->last : k->first;
        for (int m = 0; m < count; m++) {
            text_print(&w->t, "\n  %d", i);
            say_choice(w, items[m]);
        }
    }
    close(w);
}

static void write_numbers(struct writing *w, const char *set, int n)
{
    open_set(w, set);
    for (int i = 0; i < n; i++)
        text_print(&w->t, " %d", i);
    close(w);
}

static void write_short_nights(struct writing *w)
{
    const struct formulation *f = w->f;
    write_numbers(w, "SOFT_NIGHT", f->n_soft_nights);
    write_pack_side(w, "SOFT_LAST", f->soft_nights, f->n_soft_nights, 1);
    write_pack_side(w, "SOFT_FIRST", f->soft_nights, f->n_soft_nights, 2);
    text_add(&w->t, "\nparam : SHORT_NIGHT : short_night_points :=");
    for (int k = 0; k < f->n_short_nights; k++)
        text_print(&w->t, " %d %d", k, f->short_nights[k].points);
    close(w);
    text_add(&w->t, "\nparam night_of :=");
    for (int k = 0; k < f->n_short_nights; k++)
        for (int i = 0; i < f->short_nights[k].n; i++)
            text_print(&w->t, " %d %d", f->short_nights[k].first + i, k);
    close(w);
}

static void write_packs(struct writing *w)
{
    const struct formulation *f = w->f;
    write_numbers(w, "NIGHT", f->n_nights);
    write_pack_side(w, "NIGHT_LAST", f->nights, f->n_nights, 1);
    write_pack_side(w, "NIGHT_FIRST", f->nights, f->n_nights, 2);
    write_numbers(w, "SPAN", f->n_spans);
    write_pack_side(w, "TOO_LONG", f->spans, f->n_spans, 0);
}

static void write_hours(struct writing *w)
{
    const struct formulation *f = w->f;
    const struct problem *p = w->p;
    text_add(&w->t, "\nparam : LONG_DAY : day_minutes_max :=");
    for (int d = 0; d < f->n_flows; d++)
        if (f->flows[d].limit != NONE)
            text_print(&w->t, " '%s' %d %d", p->escorts[f->flows[d].escort].id,
                       f->flows[d].day, f->flows[d].limit);
    close(w);
    text_add(&w->t, "\nparam : LIMITED : week_minutes_max :=");
    for (int k = 0; k < f->n_hours; k++)
        if (f->hours[k].limit != NONE)
            text_print(&w->t, " '%s' %d", p->escorts[f->hours[k].escort].id,
                       f->hours[k].limit);
    close(w);
    text_add(&w->t, "\nparam : CONTRACT : contract_minutes :=");
    for (int k = 0; k < f->n_hours; k++)
        if (f->hours[k].contract != NONE)
            text_print(&w->t, " '%s' %d", p->escorts[f->hours[k].escort].id,
                       f->hours[k].contract);
    close(w);
    text_print(&w->t, "\nparam under_points := %d ;\nparam over_points := %d ;\n",
               p->weight.contract_under_minute, p->weight.contract_over_minute);
}

static void write_breaks_and_rest(struct writing *w)
{
    const struct formulation *f = w->f;
    open_set(w, "RUN");
    for (int k = 0; k < f->n_arcs; k++)
        if (f->arcs[k].run != NONE)
            say_arc(w, &f->arcs[k]);
    close(w);
    text_add(&w->t, "\nparam : RUNS : run_most :=");
    for (int i = 0; i < f->n_choices + f->n_staff; i++)
        if (f->choices[i].run_most != NONE) {
            say_choice(w, i);
            text_print(&w->t, " %d", f->choices[i].run_most);
        }
    close(w);
    write_numbers(w, "PERIOD", f->n_rests);
    open_set(w, "KEEP_APART");
    for (int k = 0; k < f->n_rest_pairs; k++)
        text_print(&w->t, " %d %d", f->rest_pairs[k].daily, f->rest_pairs[k].weekly);
    close(w);
    text_add(&w->t, "\nparam : WINDOW : rest_ends :=");
    for (int k = 0; k < f->n_rests; k++)
        for (int i = 0; i < f->rests[k].n_windows; i++)
            text_print(&w->t, " %d %d %d", k, f->rests[k].windows[i].from,
                       f->rests[k].windows[i].to);
    close(w);
    open_set(w, "WORK");
    for (int k = 0; k < f->n_rests; k++)
        for (int i = 0; i < f->rests[k].n_choices; i++) {
            text_print(&w->t, "\n  %d", k);
            say_choice(w, f->rests[k].choices[i]);
        }
    close(w);
}

static void write_shortages_and_faces(struct writing *w)
{
    const struct formulation *f = w->f;
    const struct problem *p = w->p;
    open_set(w, "ASSESSED");
    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].assessed)
            text_print(&w->t, " '%s'", request_id(w, r));
    close(w);
    text_add(&w->t, "\nparam : SHORT : over short_points :=");
    for (int k = 0; k < f->n_shortages; k++)
        text_print(&w->t, "\n  '%s' %d %d %d",
                   p->clients[f->shortages[k].client].id, f->shortages[k].level,
                   f->shortages[k].over, f->shortages[k].points);
    close(w);
    text_add(&w->t, "\nparam : FACE : face_points :=");
    for (int k = 0; k < f->n_faces; k++)
        text_print(&w->t, "\n  '%s' '%s' %d", p->clients[f->faces[k].client].id,
                   p->escorts[f->faces[k].escort].id, f->faces[k].points);
    close(w);
}

static void write_weekends(struct writing *w)
{
    const struct formulation *f = w->f;
    text_add(&w->t, "\nparam : WEEKEND : weekend_points :=");
    for (int k = 0; k < f->n_weekends; k++)
        text_print(&w->t, " '%s' %d", w->p->escorts[f->weekends[k].escort].id,
                   f->weekends[k].points);
    close(w);
    open_set(w, "ON_WEEKEND");
    for (int k = 0; k < f->n_weekends; k++)
        for (int i = 0; i < f->weekends[k].n_choices; i++)
            say_choice(w, f->weekends[k].choices[i]);
    close(w);
}

static void write_used(struct writing *w)
{
    const struct formulation *f = w->f;
    text_add(&w->t, "\nparam : USED : used_points :=");
    for (int k = 0; k < f->n_used; k++)
        text_print(&w->t, " '%s' %d", w->p->escorts[f->used[k].escort].id,
                   f->used[k].points);
    close(w);
}

static void write_clients(struct writing *w)
{
    const struct formulation *f = w->f;
    const struct problem *p = w->p;
    text_add(&w->t, "\nparam : FEW_CLIENTS : clients_room :=");
    for (int k = 0; k < f->n_newcomers; k++)
        text_print(&w->t, " '%s' %d", p->escorts[f->newcomers[k].escort].id,
                   f->newcomers[k].room);
    close(w);
    open_set(w, "NEWCOMER");
    for (int k = 0; k < f->n_newcomers; k++)
        for (int i = 0; i < f->newcomers[k].n; i++)
            text_print(&w->t, " '%s' '%s'",
                       p->clients[f->newcomers[k].pairs[i].client].id,
                       p->escorts[f->newcomers[k].escort].id);
    close(w);
    text_add(&w->t, "\nparam : ASSIGNMENT : assignment_left :=");
    for (int k = 0; k < f->n_assignments; k++)
        text_print(&w->t, " %d %d", k, f->assignments[k].left);
    close(w);
    open_set(w, "IN_ASSIGNMENT");
    for (int k = 0; k < f->n_assignments; k++)
        for (int i = 0; i < f->assignments[k].n_choices; i++) {
            text_print(&w->t, "\n  %d", k);
            say_choice(w, f->assignments[k].choices[i]);
        }
    close(w);
    text_print(&w->t,
               "\nparam client_over_points := %d ;\nparam assignment_points := %d ;\n",
               p->weight.client_over, p->weight.assignment_over_minute);
}

const char *mathprog_data(struct arena *a, const struct formulation *f,
                          int64_t rights_value)
{
    struct writing w = {.t = text_new(a), .f = f, .p = f->net->problem};
    char week[16];
    week_name(&w.p->week, week);
    text_print(&w.t,
               "# %s, %s. Data for models/roster.mod.\ndata;\n"
               "param tier := %d ;\nparam rights_value := %lld ;\n",
               w.p->unit_id, week, f->tier, (long long)rights_value);
    write_requests(&w);
    write_choices(&w);
    write_sessions(&w);
    write_teams(&w);
    write_grants(&w);
    write_days(&w);
    write_packs(&w);
    write_hours(&w);
    write_breaks_and_rest(&w);
    write_shortages_and_faces(&w);
    write_weekends(&w);
    write_used(&w);
    write_short_nights(&w);
    write_clients(&w);
    text_add(&w.t, "\nend;\n");
    return text_done(&w.t);
}
