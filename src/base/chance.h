/* All chance in the program: xoshiro256** seeded by splitmix64 (Blackman and
 * Vigna 2018). Same seed, same sequence, on every machine. */
#ifndef BASE_CHANCE_H
#define BASE_CHANCE_H

#include <stdint.h>

struct chance {
    uint64_t s[4];
};

void chance_seed(struct chance *c, uint64_t seed);
uint64_t chance_bits(struct chance *c);
int chance_below(struct chance *c, int n);      /* 0..n-1, n >= 1, unbiased */
int chance_between(struct chance *c, int least, int most); /* both included */
double chance_share(struct chance *c);          /* [0, 1) */
int chance_one_in(struct chance *c, int n);     /* true once in n */
/* Index drawn in proportion to n nonnegative integer weights, sum > 0. */
int chance_weighted(struct chance *c, const int *weights, int n);
void chance_shuffle(struct chance *c, int *items, int n);

#endif
