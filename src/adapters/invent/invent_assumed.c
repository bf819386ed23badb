/* What an invented unit rests on, sentence by sentence, for the file. */
#include "adapters/invent/invent_json.h"

#include "base/text.h"

static void say(json_t *list, const char *sentence)
{
    json_array_append_new(list, json_string(sentence));
}

static const char *inhabitants_sentence(const struct invention *v)
{
    const struct geography *g = v->preset->geography;
    struct text t = text_new(v->arena);

    text_add(&t, "Homes are spread by inhabitants: ");
    for (int i = 0; i < g->n; i++)
        text_print(&t, "%s%s %d", i > 0 ? ", " : "", g->localities[i].name,
                   g->localities[i].inhabitants);
    text_print(&t, "; %s. Coordinates are those of the localities; homes and "
                   "venues are scattered about them by chance.",
               g->basis);
    return text_done(&t);
}

static const char *size_sentence(const struct invention *v)
{
    const struct preset *p = v->preset;
    int contractors = 0, monthly = 0;

    for (int i = 0; i < v->n_escorts; i++) {
        contractors += v->escorts[i].engagement == CONTRACTOR;
        monthly += v->escorts[i].engagement == EMPLOYED_MONTHLY;
    }
    return arena_print(
        v->arena,
        "Size: %d clients with LSS, %d with SoL, %d in an open offer without "
        "needs assessment; %d contractors, %d escorts employed by the month, %d "
        "by the hour; %d to %d visits a week. Assumption.",
        p->lss, p->sol, p->open, contractors, monthly,
        v->n_escorts - contractors - monthly, p->visits_least, p->visits_most);
}

static const char *apart_sentence(const struct invention *v)
{
    return arena_print(
        v->arena,
        "Each of the %d municipalities is on its own: no escort works in two, and "
        "clients who accept anybody suitable name all escorts of theirs. People are "
        "shared out by inhabitants, at least one client and two escorts in each. LSS "
        "and SoL have the shares of the preset halmstad; for SoL there are no national "
        "figures, and LSS escort service had about 6 400 persons in 2022. Assumption.",
        v->n_districts);
}

static const char *volume_sentence(const struct invention *v)
{
    return arena_print(
        v->arena,
        "Share of the granted time that is asked for: between Beta(6, 3), whose "
        "mean of 67 %% is near the 64 %% used in Stockholm, and all of it, mean "
        "80 %%; and every grant is %d h a month more than the table of granted "
        "hours says. Both so that about %d hours a week are asked for. "
        "Assumption.",
        v->raise / HOUR, v->preset->hours + v->preset->open_hours);
}

static const char *limits_sentence(const struct invention *v)
{
    return arena_print(
        v->arena,
        "In a single week a contractor works at most %d %% of the hours of a "
        "month; at most one escort in %d is ill or on holiday at once. "
        "Assumption.",
        WEEK_PERCENT, AWAY_MOST);
}

static const char *groups_sentence(const struct invention *v)
{
    struct text t = text_new(v->arena);

    text_add(&t, "Leisure activities in a group, the same every week, that some "
                 "clients with LSS would take instead of an outing: ");
    for (int i = 0; i < v->n_groups; i++) {
        const struct invented_group *g = &v->groups[i];
        text_print(&t, "%s%s, %d places, an escort for %d clients, %d %% of its "
                       "time charged to the decision, fee %d kr",
                   i > 0 ? "; " : "", g->activity, g->capacity, g->per_escort,
                   g->debit_percent, g->fee_ore / 100);
    }
    text_add(&t, ". LSS 15 § 5 speaks of such activities; all figures assumed.");
    return text_done(&t);
}

json_t *assumptions_json(const struct invention *v)
{
    json_t *list = json_array();

    say(list, "All people, names, homes, decisions and outings in this workspace "
              "are invented. What follows was assumed; a municipality that knows "
              "better should replace it.");
    if (v->preset->hours == 0) {
        say(list, "Written by hand as the smallest example: nothing is drawn by "
                  "chance and nothing in it is typical.");
        return list;
    }
    say(list, size_sentence(v));
    say(list, inhabitants_sentence(v));
    if (v->preset->geography->apart)
        say(list, apart_sentence(v));
    if (v->preset->dense)
        say(list, "A benchmark: most clients accept most suitable escorts, there are "
                  "several times for most outings, and about as many hours are worked as "
                  "there are. No municipality is like that.");
    say(list, volume_sentence(v));
    say(list, limits_sentence(v));
    say(list, "Nobody goes by private car: escorts walk, or ride the bus or "
              "special transport at the speeds under travel. Halmstad's "
              "guideline.");
    if (v->n_groups > 0)
        say(list, groups_sentence(v));
    say(list, arena_print(v->arena,
                          "Each week is planned %d days before its Monday. "
                          "Paratransit runs at all hours. Assumption.",
                          PLANNED_BEFORE));
    say(list, "Clients are out from 8:00 to 22:30, Friday and Saturday to 0:30; a "
              "start that would end later is moved forward. Assumption.");
    for (int i = 0; i < SHARE_COUNT; i++) {
        const char *sentence =
            share_sentence(v->arena, &v->dealer, (enum share_id)i);
        if (sentence)
            say(list, sentence);
    }
    return list;
}
