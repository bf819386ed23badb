#include "base/crew.h"

#include <CUnit/CUnit.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>

enum { MANY = 1000, PATIENCE = 50000000 };

struct deed {
    atomic_int times[MANY], worker_most, worker_least;
    int order[MANY], n_order;
};

static void note(void *context, int worker, int i)
{
    struct deed *d = context;
    atomic_fetch_add(&d->times[i], 1);
    if (worker > atomic_load(&d->worker_most))
        atomic_store(&d->worker_most, worker);
    if (worker < atomic_load(&d->worker_least))
        atomic_store(&d->worker_least, worker);
}

static bool each_once(struct deed *d, int n)
{
    bool once = true;
    for (int i = 0; i < MANY; i++)
        once &= d->times[i] == (i < n);
    return once;
}

static void everything_is_done_once(void)
{
    const int threads[] = {1, 2, 3, CREW_MOST, CREW_MOST + 5}, n[] = {0, 1, 2, 7, MANY};
    for (int i = 0; i < 5; i++)
        for (int k = 0; k < 5; k++) {
            struct deed d = {.worker_most = 0};
            crew_run(threads[i], n[k], note, &d);
            CU_ASSERT(each_once(&d, n[k]));
            CU_ASSERT(d.worker_least >= 0 && d.worker_most < CREW_MOST &&
                      d.worker_most < threads[i]);
        }
}

static void note_order(void *context, int worker, int i)
{
    struct deed *d = context;
    (void)worker;
    d->order[d->n_order++] = i;
}

static void one_thread_goes_from_the_first_to_the_last(void)
{
    struct deed d = {.n_order = 0};
    crew_run(1, 100, note_order, &d);
    CU_ASSERT_EQUAL(d.n_order, 100);
    for (int i = 0; i < 100; i++)
        CU_ASSERT_EQUAL(d.order[i], i);
}

struct meeting {
    atomic_int arrived;
    int worker[2];
    bool met[2];
};

/* Each waits for the other, but not for ever. */
static void meet(void *context, int worker, int i)
{
    struct meeting *m = context;
    m->worker[i] = worker;
    atomic_fetch_add(&m->arrived, 1);
    for (int tries = 0; tries < PATIENCE && atomic_load(&m->arrived) < 2; tries++)
        sched_yield();
    m->met[i] = atomic_load(&m->arrived) == 2;
}

static void two_threads_work_at_once_and_know_who_they_are(void)
{
    struct meeting m = {.arrived = 0};
    crew_run(2, 2, meet, &m);
    CU_ASSERT(m.met[0] && m.met[1]);
    CU_ASSERT_EQUAL(m.worker[0] + m.worker[1], 1);
}

static void run_inner(void *context, int worker, int i)
{
    struct deed *deeds = context;
    (void)worker;
    crew_run(2, 50, note, &deeds[i]);
}

static void work_within_work_is_done_too(void)
{
    struct deed deeds[4] = {0};
    crew_run(2, 4, run_inner, deeds);
    for (int i = 0; i < 4; i++)
        CU_ASSERT(each_once(&deeds[i], 50));
}

void crew_suite(void)
{
    CU_pSuite s = CU_add_suite("crew", NULL, NULL);

    CU_ADD_TEST(s, everything_is_done_once);
    CU_ADD_TEST(s, one_thread_goes_from_the_first_to_the_last);
    CU_ADD_TEST(s, two_threads_work_at_once_and_know_who_they_are);
    CU_ADD_TEST(s, work_within_work_is_done_too);
}
