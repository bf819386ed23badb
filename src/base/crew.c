#include "base/crew.h"

#include <pthread.h>
#include <stdatomic.h>

struct crew {
    atomic_int next;
    int n;
    crew_work *work;
    void *context;
};

struct hand {
    struct crew *crew;
    int worker;
    pthread_t thread;
};

static void *work_on(void *of)
{
    const struct hand *h = of;
    for (int i; (i = atomic_fetch_add(&h->crew->next, 1)) < h->crew->n;)
        h->crew->work(h->crew->context, h->worker, i);
    return NULL;
}

/* A thread that cannot be had leaves its share to the others. */
void crew_run(int threads, int n, crew_work *work, void *context)
{
    struct crew crew = {.n = n, .work = work, .context = context};
    struct hand hands[CREW_MOST];
    int started = 1;
    for (int i = 0; i < threads && i < CREW_MOST; i++)
        hands[i] = (struct hand){.crew = &crew, .worker = i};
    while (started < threads && started < CREW_MOST && n > 1 &&
           pthread_create(&hands[started].thread, NULL, work_on, &hands[started]) == 0)
        started++;
    hands[0] = (struct hand){.crew = &crew};
    work_on(&hands[0]);
    for (int i = 1; i < started; i++)
        pthread_join(hands[i].thread, NULL);
}
