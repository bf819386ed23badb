#include "base/chance.h"

#include <CUnit/CUnit.h>
#include <stdbool.h>

/* The first numbers of the published generators, worked out from their
 * definitions by other means. */
static void the_sequence_is_that_of_xoshiro256(void)
{
    static const uint64_t FROM_1234[] = {
        11520u, 0u, 1509978240u, 1215971899390074240u, 1216172134540287360u,
        607988272756665600u};
    static const uint64_t SEEDED[] = {
        3504822795582309479u, 1819558768956484042u, 1250851346055027673u,
        16940231675099994102u};
    struct chance c = {{1, 2, 3, 4}};

    for (int i = 0; i < 6; i++)
        CU_ASSERT_EQUAL(chance_bits(&c), FROM_1234[i]);
    chance_seed(&c, 1234567);
    CU_ASSERT_EQUAL(c.s[0], 6457827717110365317u);
    CU_ASSERT_EQUAL(c.s[3], 4593380528125082431u);
    for (int i = 0; i < 4; i++)
        CU_ASSERT_EQUAL(chance_bits(&c), SEEDED[i]);
}

static void draws_cover_their_range_evenly(void)
{
    struct chance c;
    int counts[7] = {0};
    double sum = 0;

    chance_seed(&c, 1);
    for (int i = 0; i < 70000; i++) {
        int draw = chance_between(&c, -3, 3);

        CU_ASSERT_FATAL(draw >= -3 && draw <= 3);
        counts[draw + 3]++;
    }
    for (int i = 0; i < 7; i++)
        CU_ASSERT(counts[i] > 9600 && counts[i] < 10400);
    for (int i = 0; i < 10000; i++) {
        double share = chance_share(&c);

        CU_ASSERT_FATAL(share >= 0 && share < 1);
        sum += share;
    }
    CU_ASSERT(sum > 4850 && sum < 5150);
    CU_ASSERT_EQUAL(chance_below(&c, 1), 0);
    CU_ASSERT(chance_one_in(&c, 1));
}

/* Here 32 bits hold 8/3 draws for each value: if none were thrown back, of any
 * three values two would come three times as the third comes twice. */
static void a_large_range_is_not_skewed(void)
{
    const int n = 1610612736;
    struct chance c;
    int low = 0;

    chance_seed(&c, 2);
    for (int i = 0; i < 30000; i++)
        low += chance_below(&c, n) % 3 == 0;
    CU_ASSERT(low > 9700 && low < 10300);
}

static void weights_are_drawn_in_proportion(void)
{
    static const int WEIGHTS[] = {0, 3, 0, 1, 0};
    static const int HUGE_ONES[] = {2147483647, 2147483647, 0};
    struct chance c;
    int counts[5] = {0};

    chance_seed(&c, 3);
    for (int i = 0; i < 40000; i++)
        counts[chance_weighted(&c, WEIGHTS, 5)]++;
    CU_ASSERT_EQUAL(counts[0] + counts[2] + counts[4], 0);
    CU_ASSERT(counts[1] > 29500 && counts[1] < 30500);
    for (int i = 0; i < 1000; i++)
        CU_ASSERT(chance_weighted(&c, HUGE_ONES, 3) < 2);
}

static void a_shuffle_keeps_every_item(void)
{
    int items[52], first[52] = {0};
    struct chance c;

    chance_seed(&c, 4);
    for (int i = 0; i < 52; i++)
        items[i] = i;
    for (int round = 0; round < 5200; round++) {
        bool seen[52] = {false};

        chance_shuffle(&c, items, 52);
        for (int i = 0; i < 52; i++) {
            CU_ASSERT_FALSE(seen[items[i]]);
            seen[items[i]] = true;
        }
        first[items[0]]++;
    }
    for (int i = 0; i < 52; i++)
        CU_ASSERT(first[i] > 50 && first[i] < 160);
}

void chance_suite(void)
{
    CU_pSuite s = CU_add_suite("chance", NULL, NULL);

    CU_add_test(s, "the sequence is that of xoshiro256** and splitmix64",
                the_sequence_is_that_of_xoshiro256);
    CU_add_test(s, "draws cover their range evenly",
                draws_cover_their_range_evenly);
    CU_add_test(s, "a large range is not skewed", a_large_range_is_not_skewed);
    CU_add_test(s, "weights are drawn in proportion, zero never",
                weights_are_drawn_in_proportion);
    CU_add_test(s, "a shuffle keeps every item and favours none",
                a_shuffle_keeps_every_item);
}
