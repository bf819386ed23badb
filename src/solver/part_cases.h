/* Cases of a week cut to one of its parts, and those of the parts put together. A case is
 * of something that only one part has. */
#ifndef SOLVER_PART_CASES_H
#define SOLVER_PART_CASES_H

#include "ledsaga/certificate.h"
#include "model/part.h"

/* Those cases of a list that fits which are the part's; they keep their order. */
struct case_list cases_cut(struct arena *a, const struct part *part,
                           const struct case_list *whole);
/* Put the cases of a part after those that the whole has of others; room: of the list. */
void cases_join(struct arena *a, struct case_list *whole, int *room, const struct part *part,
                const struct case_list *cases);

#endif
