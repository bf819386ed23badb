/* The exact program of a tier, written out for others to check. */
#include "base/file.h"
#include "solver/mathprog.h"

#include <string.h>

static enum status write_mps(struct arena *a, const struct formulation *formulation,
                             int64_t rights_value, const char *path,
                             struct faults *f)
{
    char *temporary;
    struct lp *lp = formulation_lp(a, formulation, rights_value, true);
    enum status status = file_begin(a, path, &temporary, f);
    if (status == STATUS_OK) {
        status = lp_write_mps(lp, temporary, f);
        if (status == STATUS_OK)
            status = file_commit(temporary, path, f);
        else
            file_abandon(temporary);
    }
    lp_free(lp);
    return status;
}

enum status program_write(const struct problem *p, enum program_format format,
                          int tier, int64_t rights_value, const char *path,
                          struct faults *f)
{
    struct arena *a = arena_new();
    struct net *net = net_new(a, p);
    struct formulation *formulation = formulation_new(a, net, tier, 0);
    enum status status;
    require(tier == TIER_RIGHTS || tier == TIER_REST, "tier is 1 or 2");
    if (format == PROGRAM_MPS) {
        status = write_mps(a, formulation, rights_value, path, f);
    } else {
        const char *data = mathprog_data(a, formulation, rights_value);
        status = file_write(path, data, strlen(data), f);
    }
    arena_free(a);
    return status;
}
