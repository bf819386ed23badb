#include "adapters/invent/invent_again.h"

#include "adapters/invent/invent_json.h"

/* Weeks before it are drawn too: what was asked for in them is not asked for again. */
json_t *week_draw_again(struct arena *a, const char *preset, uint64_t seed,
                        struct iso_week first, int n, struct iso_week week, uint64_t demand)
{
    struct faults none = {0};
    struct week monday;
    struct invention v = {.arena = a, .preset = preset_find(preset), .seed = seed,
                          .first_year = first.year, .first_week = first.week, .n_weeks = n};

    if (!v.preset || v.preset->hours == 0 ||
        week_make(&monday, first.year, first.week, "Europe/Stockholm", &none) != STATUS_OK)
        return NULL;
    v.monday = monday.monday;
    unit_invent(&v);
    v.seed = demand;
    struct invented_week w = {.iso_year = first.year, .iso_week = first.week, .monday = v.monday};
    for (int i = 0; i < n; i++) {
        week_invent(&v, &w);
        if (weeks_compare(week, (struct iso_week){w.iso_year, w.iso_week}) == 0)
            return week_json(&v, &w);
        w.n_outings = w.n_absences = 0;
        w.monday += DAYS;
        week_step(&w.iso_year, &w.iso_week, 1);
    }
    return NULL;
}
