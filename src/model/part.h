/* A smaller problem cut out of a frozen one: some of its requests and escorts, with
 * everything they need. What is judged in the part is worth what it is in the whole.
 *
 * Figures of the unit, the week, codes and means are the whole's. Clients are those of
 * the requests, with all their decisions and grants; sessions those that a request
 * names. Whoever else is named (a wished escort, an own escort, who was told, whom a
 * contractor met) stays in their place as ELSEWHERE: a rank, a count or a "somebody
 * else" is then the same as before, and nobody of the part is meant.
 *
 * Split so that each client's, session's and link's requests are in one part, and each
 * escort in one, the points and breaches of a roster's parts are together the whole's. */
#ifndef MODEL_PART_H
#define MODEL_PART_H

#include "ledsaga/roster.h"

/* Somebody of the whole whom the part does not have: nobody's index, and not NONE. */
enum { ELSEWHERE = -2 };

/* The whole's index by the part's, ascending; as many as the part's problem has. */
struct part {
    const struct problem *problem;
    const int *requests, *escorts, *clients, *decisions, *grants, *options, *links,
        *sessions, *places;
};

/* requests[n_requests] and escorts[n_escorts] of the whole say which to take; of two
 * requests in step both or none. Memory is in proportion to the part, which shares ids
 * and spans with the whole and must not outlive it. The part has no index: it cannot be
 * asked problem_find_*(). Parts can be cut again. */
const struct part *part_of(struct arena *a, const struct problem *whole,
                           const bool *requests, const bool *escorts);

/* As part_of, where the whole's other visits stay as they are in `stays`: what they take
 * of grants, sessions and clients' minutes is not the part's any more. A lawful roster of
 * the part put into `stays` may still be unlawful, as what two clients think of each other
 * at a session is not seen; its points grow or fall by as much as the part's do, unless a
 * rule joins visits of one client by different escorts. */
const struct part *part_beside(struct arena *a, const struct problem *whole,
                               const bool *requests, const bool *escorts,
                               const struct roster *stays);

/* The part's index of something of the whole, in that one of the part's lists; ELSEWHERE. */
int part_index(const int *list, int n, int whole);

/* The part's share of the whole's roster. A visit with an escort or in a session that
 * is elsewhere is left out. */
struct roster *roster_cut(struct arena *a, const struct part *part,
                          const struct roster *whole);
/* Put what a part's roster has for the part's requests into the whole's, whose visits
 * the arena owns. */
void roster_merge(struct arena *a, struct roster *whole, const struct part *part,
                  const struct roster *r);

#endif
