/* The sizes of invented units. Numbers of people and visits are assumptions, except
 * that 65 clients with LSS in Halmstad follow from the national rate. */
#include "adapters/invent/invent.h"
#include "base/text.h"

#include <string.h>

/* X(name, sentence, geography, LSS, SoL, open offer, escorts, least and most visits
 * a week, hours a week with decisions, and of the open offer, contractors and
 * monthly employees in thousandths of the escorts, grants pooled, weekly group
 * activities, dense). tiny is written by hand. */
#define PRESET_LIST(X)                                                         \
    X(tiny, N_("four visits, three clients, three escorts: the smallest "      \
               "example, always the same people"),                             \
      HALMSTAD, 2, 1, 0, 3, 4, 4, 0, 0, 667, 0, false, 0, false)                    \
    X(village, N_("12 clients and 8 escorts in and around a village, about "   \
                  "15 visits a week: small enough to check by hand"),          \
      VILLAGE, 6, 6, 0, 8, 14, 16, 46, 0, 700, 150, false, 0, false)                 \
    X(halmstad, N_("140 clients and 95 escorts, nearly all contractors, 120 "  \
                   "to 150 visits a week: a town like Halmstad today"),        \
      HALMSTAD, 65, 75, 0, 95, 131, 141, 415, 0, 950, 0, false, 2, false)      \
    X(halmstad_open, N_("the same town with 120 more clients in an open "      \
                        "offer without needs assessment, 300 visits a week"),  \
      HALMSTAD, 65, 75, 120, 130, 292, 308, 415, 435, 950, 0, false, 2, false)      \
    X(region, N_("520 clients and 300 escorts in six municipalities, 500 "     \
                 "visits a week"),                                             \
      HALLAND, 220, 300, 0, 300, 490, 510, 1500, 0, 900, 50, false, 2, false)         \
    X(bigcity, N_("1550 clients and 900 escorts in the districts of a big "    \
                  "city, 1600 visits a week, grants pooled over three months"),\
      STOCKHOLM, 650, 900, 0, 900, 1570, 1630, 4800, 0, 870, 80, true, 2, false)      \
    X(stress, N_("3000 clients, 1800 escorts, 5000 visits a week: only to "    \
                 "see what the program can bear"),                             \
      STOCKHOLM, 1500, 1000, 500, 1800, 4950, 5050, 12800, 2400, 850, 100,     \
      false, 2, false)                                                         \
    X(sweden, N_("7000 clients and 4000 escorts in 290 municipalities, each "  \
                 "on its own, 14000 visits a week"),                           \
      SWEDEN, 3250, 3750, 0, 4000, 13900, 14100, 42000, 0, 700, 200, false, 0, \
      false)                                                                   \
    X(dense_s, N_("benchmark, hard on purpose and not as in life: 60 clients " \
                  "who accept nearly any of 20 escorts, 120 visits"),          \
      HALMSTAD, 28, 32, 0, 20, 120, 120, 340, 0, 50, 850, false, 0, true)     \
    X(dense_m, N_("benchmark like dense_s: 250 clients, 80 escorts, 550 "      \
                  "visits"),                                                   \
      HALMSTAD, 116, 134, 0, 80, 550, 550, 1555, 0, 50, 850, false, 0, true)  \
    X(dense_l, N_("benchmark like dense_s: 1000 clients, 320 escorts, 2200 "   \
                  "visits"),                                                   \
      HALMSTAD, 464, 536, 0, 320, 2200, 2200, 6220, 0, 50, 850, false, 0,     \
      true)

const struct preset PRESETS[] = {
#define X(name, text, geography, ...) {#name, &GEOGRAPHY_##geography, __VA_ARGS__},
    PRESET_LIST(X)
#undef X
};

const struct preset_row PRESET_ROWS[] = {
#define X(name, text, ...) {#name, text},
    PRESET_LIST(X)
#undef X
    {NULL, NULL}};

const struct preset *preset_find(const char *name)
{
    for (int i = 0; PRESET_ROWS[i].name; i++)
        if (strcmp(PRESET_ROWS[i].name, name) == 0)
            return &PRESETS[i];
    return NULL;
}
