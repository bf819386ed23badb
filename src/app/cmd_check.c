#include "adapters/show/sheet.h"
#include "adapters/text/table.h"
#include "app/proof.h"
#include "app/terminal.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>

/* A line of a file is one breach or one rule, for other programs to find. */
enum { WIDTH_OF_A_FILE = 100000, MARGIN = 2 };

static void line_print(struct arena *a, const char *line)
{
    struct text out = text_new(a);
    paragraph_print(&out, "", line, terminal_width(stdout, WIDTH_OF_A_FILE));
    fputs(text_done(&out), stdout);
}

static void rows_print(const struct table *t)
{
    struct text out = text_new(t->arena);
    table_print(&out, t, MARGIN, terminal_width(stdout, WIDTH_OF_A_FILE), false);
    fputs(text_done(&out), stdout);
}

static void list_print(struct arena *a, const struct sheet *s,
                       const struct breach *list, int n)
{
    struct table t = table_new(a, 2, false);
    t.n_whole = 1;
    for (int i = 0; i < n; i++)
        table_add(&t, (const char *[]){RULE_ROWS[list[i].rule].name,
                                       sheet_breach(a, s, &list[i])});
    rows_print(&t);
}

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
    list_print(a, s, v->breaches, v->n_breaches);
}

static void warnings_print(struct arena *a, const struct sheet *s)
{
    if (s->verdict->n_warnings == 0)
        return;
    printf("%s:\n", warnings_phrase(a, s));
    list_print(a, s, s->verdict->warnings, s->verdict->n_warnings);
}

/* The rules of a tier that make points; how many they are. */
static int tier_rows_print(struct arena *a, const struct verdict *v, int tier)
{
    struct table t = table_new(a, 3, false);
    t.n_whole = 2;
    t.right = 1u << 1;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (RULE_ROWS[rule].tier == tier && v->points[rule] > 0)
            table_add(&t, (const char *[]){
                              RULE_ROWS[rule].name,
                              arena_print(a, "%" PRId64, v->points[rule]),
                              _(RULE_ROWS[rule].sentence)});
    if (t.n_rows > 0)
        rows_print(&t);
    return t.n_rows;
}

static int soft_rules(void)
{
    int n = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        n += RULE_ROWS[rule].tier == TIER_RIGHTS || RULE_ROWS[rule].tier == TIER_REST;
    return n;
}

static void points_print(struct arena *a, const struct verdict *v)
{
    int silent = soft_rules();
    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++) {
        printf(_("Tier %d: %" PRId64 " points"), tier, v->tier[tier]);
        putchar('\n');
        silent -= tier_rows_print(a, v, tier);
    }
    if (silent > 0) {
        printf(PLURAL("%d other rule makes no points.",
                      "%d other rules make no points.", silent),
               silent);
        putchar('\n');
    }
}

/* A bound is of the input that the roster was made from, and of no other. */
static void tier_add(struct table *t, const char *name,
                     const struct tier_result *stated, int64_t value, bool current)
{
    const char *told =
        !current ? arena_print(t->arena,
                               _("stated %" PRId64 ", counted anew %" PRId64),
                               stated->value, value)
                 : arena_print(t->arena,
                                   _("stated %" PRId64 ", counted anew %" PRId64
                                     ", at least %" PRId64 " in any lawful roster"),
                                   stated->value, value, stated->bound);
    table_add(t, (const char *[]){name, told});
}

static void record_print(struct arena *a, const struct judged *j)
{
    const int64_t *tier = j->sheet.verdict->tier;
    struct table t = table_new(a, 2, false);
    if (!j->record.stated) {
        line_print(a, _("The file states no tiers of its own."));
        return;
    }
    line_print(a, _("What the file states of itself:"));
    tier_add(&t, _("rights"), &j->record.rights, tier[TIER_RIGHTS], record_current(j));
    tier_add(&t, _("rest"), &j->record.rest, tier[TIER_REST], record_current(j));
    rows_print(&t);
    if (!record_true(j))
        line_print(a, _("This is not true of these visits: the file was edited, or its input was."));
    if (!record_current(j))
        line_print(a, _("It was made from other input than what the workspace holds now "
                        "(another week planned since, or a file edited); "
                        "its bounds prove nothing here."));
}

static const char *gap_phrase(struct arena *a, const struct tier_proof *proof,
                              int64_t value)
{
    if (proof->refusal)
        return _("refused");
    int tenths = gap_tenths(&(struct tier_result){value, proof->proved});
    return arena_print(a, "%d.%d %%", tenths / 10, tenths % 10);
}

/* "-" where there is no number. */
static const char *number_phrase(struct arena *a, bool given, int64_t number)
{
    return given ? arena_print(a, "%" PRId64, number) : "-";
}

static void proof_add(struct table *t, const char *name, const struct judged *j, int tier)
{
    struct arena *a = t->arena;
    const struct tier_proof *proof = &j->sheet.proofs[tier - 1];
    int64_t value = j->sheet.verdict->tier[tier];
    int64_t bound = tier == TIER_RIGHTS ? j->record.rights.bound : j->record.rest.bound;
    if (proof->stated)
        table_add(t, (const char *[]){
                         name, number_phrase(a, true, value),
                         number_phrase(a, j->record.stated, bound),
                         number_phrase(a, true, proof->certified),
                         number_phrase(a, proof->proved != INT64_MIN, proof->proved),
                         gap_phrase(a, proof, value)});
}

/* Of a week proved in parts: what the bound of tier 2 is a bound of. With tier 1 proved to
 * its value, which is the sum of the parts', none of them can have less. */
static const char *parts_phrase(struct arena *a, int n, bool least)
{
    if (least)
        return arena_print(a,
                           PLURAL("Proved in %d part. No lawful roster has fewer points of "
                                  "tier 1 in it.",
                                  "Proved in %d parts. No lawful roster has fewer points of "
                                  "tier 1 in any of them.",
                                  n),
                           n);
    return arena_print(a,
                       PLURAL("Proved in %d part. The bound of the rest is for rosters with no "
                              "more points of tier 1 in it than this one has.",
                              "Proved in %d parts. The bound of the rest is for rosters with "
                              "no more points of tier 1 in any of them than this one has.",
                              n),
                       n);
}

static void parts_print(struct arena *a, const struct judged *j)
{
    const struct certificate *c = j->record.certificate;
    const struct tier_proof *proofs = j->sheet.proofs;
    const struct verdict *v = j->sheet.verdict;
    bool least = proofs[0].stated && !proofs[0].refusal &&
                 proofs[0].proved == v->tier[TIER_RIGHTS];
    if (c && c->n_parts > 0 && v->n_breaches == 0 && !proofs[1].refusal)
        line_print(a, parts_phrase(a, c->n_parts, least));
}

static void proofs_print(struct arena *a, const struct judged *j)
{
    struct table t = table_new(a, 6, true);
    if (!j->sheet.proofs)
        return;
    t.right = 0x3e;
    line_print(a, record_current(j)
                      ? _("What its certificate proves, from the prices alone:")
                      : _("What its certificate proves of the week as it is now, from the "
                          "prices alone:"));
    table_add(&t, (const char *[]){_("tier"), _("value"), _("bound"), _("certified"),
                                   _("recomputed"), _("gap")});
    proof_add(&t, _("rights"), j, TIER_RIGHTS);
    proof_add(&t, _("rest"), j, TIER_REST);
    rows_print(&t);
    parts_print(a, j);
}

enum status cmd_check(struct call *call)
{
    struct judged j;
    TRY(judged_read(call, &j));
    j.sheet.proofs = proofs_find(call->arena, &j, call->faults);
    if (call_option(call, OPTION_JSON)->given) {
        fputs(show_json(call->arena, &j.sheet), stdout);
    } else {
        breaches_print(call->arena, &j.sheet);
        warnings_print(call->arena, &j.sheet);
        points_print(call->arena, j.sheet.verdict);
        record_print(call->arena, &j);
        proofs_print(call->arena, &j);
    }
    if (j.sheet.verdict->n_breaches || (j.record.stated && !record_true(&j)))
        return STATUS_BREACH;
    return faults_status(call->faults);
}
