#include "base/chance.h"
#include "ledsaga/status.h"

static uint64_t splitmix64(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

void chance_seed(struct chance *c, uint64_t seed)
{
    for (int i = 0; i < 4; i++)
        c->s[i] = splitmix64(&seed);
}

static uint64_t rotate(uint64_t x, int by)
{
    return x << by | x >> (64 - by);
}

uint64_t chance_bits(struct chance *c)
{
    uint64_t *s = c->s;
    uint64_t out = rotate(s[1] * 5, 7) * 9;
    uint64_t kept = s[1] << 17;

    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= kept;
    s[3] = rotate(s[3], 45);
    return out;
}

/* Lemire, Fast random integer generation in an interval (2019), with 32 bits:
 * the high half of a product is the draw, and the few products whose low half
 * would favour some values are thrown back. */
int chance_below(struct chance *c, int n)
{
    uint32_t range = (uint32_t)n;
    uint64_t product;

    require(n >= 1, "there must be something to draw from");
    product = (chance_bits(c) >> 32) * range;
    if ((uint32_t)product < range) {
        uint32_t favoured = (0u - range) % range;

        while ((uint32_t)product < favoured)
            product = (chance_bits(c) >> 32) * range;
    }
    return (int)(product >> 32);
}

int chance_between(struct chance *c, int least, int most)
{
    require(least <= most, "least must not exceed most");
    require((int64_t)most - least < INT32_MAX, "the range must fit an int");
    return least + chance_below(c, most - least + 1);
}

double chance_share(struct chance *c)
{
    return (double)(chance_bits(c) >> 11) * 0x1p-53;
}

int chance_one_in(struct chance *c, int n)
{
    return chance_below(c, n) == 0;
}

int chance_weighted(struct chance *c, const int *weights, int n)
{
    uint64_t sum = 0, favoured, draw;

    for (int i = 0; i < n; i++) {
        require(weights[i] >= 0, "a weight must not be negative");
        sum += (uint64_t)weights[i];
    }
    require(sum > 0, "one weight at least must be positive");
    favoured = (0 - sum) % sum;
    do
        draw = chance_bits(c);
    while (draw < favoured);
    draw %= sum;
    for (int i = 0; i < n; i++) {
        if (draw < (uint64_t)weights[i])
            return i;
        draw -= (uint64_t)weights[i];
    }
    require_failed(__func__, "the draw must lie below the sum");
}

void chance_shuffle(struct chance *c, int *items, int n)
{
    for (int i = n - 1; i > 0; i--) {
        int j = chance_below(c, i + 1);
        int kept = items[i];

        items[i] = items[j];
        items[j] = kept;
    }
}
