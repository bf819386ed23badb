#include "adapters/sheet.h"
#include "app/judged.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>

static void breaches_print(struct arena *a, const struct sheet *s)
{
    const struct verdict *v = s->verdict;
    if (v->n_breaches == 0) {
        puts(_("No hard rule is broken."));
        return;
    }
    printf(PLURAL("%d breach of a hard rule:", "%d breaches of hard rules:",
                  v->n_breaches),
           v->n_breaches);
    putchar('\n');
    for (int i = 0; i < v->n_breaches; i++) {
        const struct breach *b = &v->breaches[i];
        printf("  %-14s %s\n", RULE_ROWS[b->rule].name,
               sheet_breach(a, s, b));
    }
}

static void points_print(const struct verdict *v)
{
    for (int tier = TIER_RIGHTS; tier < TIER_COUNT; tier++) {
        printf(_("Tier %d: %" PRId64 " points"), tier, v->tier[tier]);
        putchar('\n');
        for (int rule = 0; rule < RULE_COUNT; rule++)
            if (RULE_ROWS[rule].tier == tier)
                printf("  %-14s %10" PRId64 "  %s\n", RULE_ROWS[rule].name,
                       v->points[rule], _(RULE_ROWS[rule].sentence));
    }
}

static void tier_print(const char *name, const struct tier_result *stated,
                       int64_t value)
{
    printf("  %-14s ", name);
    printf(_("stated %" PRId64 ", counted anew %" PRId64
             ", at least %" PRId64 " in any lawful roster"),
           stated->value, value, stated->bound);
    putchar('\n');
}

static void record_print(const struct judged *j)
{
    const int64_t *tier = j->sheet.verdict->tier;
    if (!j->record.stated) {
        puts(_("The file states no tiers of its own."));
        return;
    }
    puts(_("What the file states of itself:"));
    tier_print(_("rights"), &j->record.rights, tier[TIER_RIGHTS]);
    tier_print(_("rest"), &j->record.rest, tier[TIER_REST]);
    if (!record_true(j))
        puts(_("This is not true of these visits: the file was edited, or its input was."));
    if (!record_current(j))
        puts(_("It was made from other input than what the workspace holds now; "
               "its bounds prove nothing here."));
}

enum status cmd_check(struct call *call)
{
    struct judged j;
    TRY(judged_read(call, &j));
    if (call_option(call, OPTION_JSON)->given) {
        fputs(show_json(call->arena, &j.sheet), stdout);
    } else {
        breaches_print(call->arena, &j.sheet);
        points_print(j.sheet.verdict);
        record_print(&j);
    }
    if (j.sheet.verdict->n_breaches || (j.record.stated && !record_true(&j)))
        return STATUS_BREACH;
    return STATUS_OK;
}
