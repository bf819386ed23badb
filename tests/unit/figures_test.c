#include "ledsaga/figures.h"

#include <CUnit/CUnit.h>
#include <string.h>

static void check_rows(const struct figure *rows, const void *values)
{
    for (const struct figure *row = rows; row->name; row++) {
        const void *at = (const char *)values + row->offset;

        CU_ASSERT_EQUAL(*(const int *)at, row->value);
        CU_ASSERT(row->least <= row->value && row->value <= row->most);
        CU_ASSERT(row->unit[0] && row->text[0]);
        for (const struct figure *other = rows; other != row; other++)
            CU_ASSERT(strcmp(other->name, row->name) != 0);
    }
}

static void each_row_leads_to_its_field(void)
{
    struct rule_figures rule = rule_figures_default();
    struct weight_figures weight = weight_figures_default();
    struct cost_figures cost = cost_figures_default();

    check_rows(RULE_FIGURE_ROWS, &rule);
    check_rows(WEIGHT_FIGURE_ROWS, &weight);
    check_rows(COST_FIGURE_ROWS, &cost);
    CU_ASSERT_EQUAL(rule.daily_rest_minutes, 11 * 60);
    CU_ASSERT_EQUAL(rule.weekly_rest_minutes, 36 * 60);
    CU_ASSERT_EQUAL(cost.hourly_wage_ore, 155 * 100);
    CU_ASSERT_STRING_EQUAL(RULE_FIGURE_ROWS[1].name, "daily_rest_minutes");
}

void figures_suite(void)
{
    CU_pSuite s = CU_add_suite("figures", NULL, NULL);

    CU_add_test(s, "each row leads to its field and its default is allowed",
                each_row_leads_to_its_field);
}
