#include "app/command.h"

#include <CUnit/CUnit.h>
#include <string.h>

static struct arguments parsed;
static struct faults faults;
static struct arena *arena;

/* Parses "ledsaga solve" with up to five words after it. */
static enum status parse(const char *a, const char *b, const char *c,
                         const char *d, const char *e)
{
    const struct command *solve;
    char *argv[7] = {arena_copy(arena, "solve")};
    const char *words[] = {a, b, c, d, e};
    int argc = 1;
    for (int i = 0; i < 5 && words[i]; i++)
        argv[argc++] = arena_copy(arena, words[i]);
    faults = (struct faults){0};
    parsed = (struct arguments){0};
    if (command_find(arena, "solve", &solve, &faults) != STATUS_OK)
        return STATUS_USAGE;
    return options_parse(arena, "solve", solve->options, argc, argv, &parsed,
                         &faults);
}

static int begin(void)
{
    arena = arena_new();
    return 0;
}

static int end(void)
{
    arena_free(arena);
    return 0;
}

static void defaults_hold_without_options(void)
{
    CU_ASSERT_EQUAL(parse("dir", NULL, NULL, NULL, NULL), STATUS_OK);
    CU_ASSERT_EQUAL(parsed.option[OPTION_SEED].integer, 1);
    CU_ASSERT_FALSE(parsed.option[OPTION_SEED].given);
    CU_ASSERT_PTR_NULL(parsed.option[OPTION_WEEK].text);
    CU_ASSERT_EQUAL(parsed.n_operands, 1);
}

static void operands_may_stand_anywhere(void)
{
    CU_ASSERT_EQUAL(parse("--seed=7", "dir", "-w", "2026-W48", "--json"), STATUS_OK);
    CU_ASSERT_EQUAL(parsed.option[OPTION_SEED].integer, 7);
    CU_ASSERT_STRING_EQUAL(parsed.option[OPTION_WEEK].text, "2026-W48");
    CU_ASSERT_TRUE(parsed.option[OPTION_JSON].given);
    CU_ASSERT_EQUAL(parsed.n_operands, 1);
    CU_ASSERT_STRING_EQUAL(parsed.operands[0], "dir");
}

static void two_dashes_end_the_options(void)
{
    CU_ASSERT_EQUAL(parse("--", "--json", NULL, NULL, NULL), STATUS_OK);
    CU_ASSERT_FALSE(parsed.option[OPTION_JSON].given);
    CU_ASSERT_STRING_EQUAL(parsed.operands[0], "--json");
}

static void a_prefix_is_enough_where_it_is_clear(void)
{
    CU_ASSERT_EQUAL(parse("--ef", "5", NULL, NULL, NULL), STATUS_OK);
    CU_ASSERT_EQUAL(parsed.option[OPTION_EFFORT].integer, 5);
}

static void numbers_are_whole_and_in_range(void)
{
    CU_ASSERT_EQUAL(parse("--seed", "-1", NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_EQUAL(parse("--seed", "1x", NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_EQUAL(parse("--seed", "", NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_EQUAL(parse("--seed", "9223372036854775808", NULL, NULL, NULL),
                    STATUS_USAGE);
    CU_ASSERT_EQUAL(parse("--seed", "9223372036854775807", NULL, NULL, NULL),
                    STATUS_OK);
    CU_ASSERT_EQUAL(parse("--time", "0.5", NULL, NULL, NULL), STATUS_OK);
    CU_ASSERT_EQUAL(parsed.option[OPTION_TIME].real, 0.5);
    CU_ASSERT_EQUAL(parse("--time", "nan", NULL, NULL, NULL), STATUS_USAGE);
}

static void a_misspelt_option_is_answered_with_the_right_one(void)
{
    CU_ASSERT_EQUAL(parse("--sead=3", NULL, NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.list[0].what, "--sead"));
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.list[0].remedy, "'--seed'"));
}

static void a_letter_inside_a_group_is_named_alone(void)
{
    CU_ASSERT_EQUAL(parse("-jz", NULL, NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.list[0].what, "'-z'"));
}

static void values_are_missed_and_refused(void)
{
    CU_ASSERT_EQUAL(parse("--week", NULL, NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.list[0].what, "--week"));
    CU_ASSERT_EQUAL(parse("--json=yes", NULL, NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.list[0].what, "--json=yes"));
}

static void percent_signs_in_what_was_typed_are_only_text(void)
{
    CU_ASSERT_EQUAL(parse("--%n%s", NULL, NULL, NULL, NULL), STATUS_USAGE);
    CU_ASSERT_PTR_NOT_NULL(strstr(faults.list[0].what, "--%n%s"));
    CU_ASSERT_EQUAL(parse("--lang", "%s%n", NULL, NULL, NULL), STATUS_USAGE);
}

static void every_option_of_a_command_has_its_own_name_and_letter(void)
{
    for (const struct command *c = COMMANDS; c->name; c++)
        for (int i = 0; c->options[i] != OPTION_END; i++)
            for (int j = 0; j < i; j++) {
                const struct option_row *x = &OPTION_ROWS[c->options[i]],
                                        *y = &OPTION_ROWS[c->options[j]];
                CU_ASSERT_STRING_NOT_EQUAL(x->name, y->name);
                CU_ASSERT_TRUE(!x->letter || x->letter != y->letter);
            }
}

static void every_default_is_one_that_could_be_typed(void)
{
    for (const struct command *c = COMMANDS; c->name; c++) {
        char *argv[] = {arena_copy(arena, c->name), NULL};
        faults = (struct faults){0};
        parsed = (struct arguments){0};
        CU_ASSERT_EQUAL(options_parse(arena, c->name, c->options, 1, argv,
                                      &parsed, &faults),
                        STATUS_OK);
    }
}

void command_line_suite(void)
{
    CU_pSuite s = CU_add_suite("command line", begin, end);
    CU_add_test(s, "defaults hold without options",
                defaults_hold_without_options);
    CU_add_test(s, "operands may stand anywhere",
                operands_may_stand_anywhere);
    CU_add_test(s, "two dashes end the options",
                two_dashes_end_the_options);
    CU_add_test(s, "a prefix is enough where it is clear",
                a_prefix_is_enough_where_it_is_clear);
    CU_add_test(s, "numbers are whole and in range",
                numbers_are_whole_and_in_range);
    CU_add_test(s, "a misspelt option is answered with the right one",
                a_misspelt_option_is_answered_with_the_right_one);
    CU_add_test(s, "a letter inside a group is named alone",
                a_letter_inside_a_group_is_named_alone);
    CU_add_test(s, "values are missed and refused",
                values_are_missed_and_refused);
    CU_add_test(s, "percent signs in what was typed are only text",
                percent_signs_in_what_was_typed_are_only_text);
    CU_add_test(s, "every option of a command has its own name and letter",
                every_option_of_a_command_has_its_own_name_and_letter);
    CU_add_test(s, "every default is one that could be typed",
                every_default_is_one_that_could_be_typed);
}
