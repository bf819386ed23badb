/* The same work for many things at once, on one or two threads. What is done must not
 * depend on who does it. */
#ifndef BASE_CREW_H
#define BASE_CREW_H

enum { CREW_MOST = 8 };

/* work(context, worker, i) for i in [0, n); worker is 0 .. threads - 1. */
typedef void crew_work(void *context, int worker, int i);
void crew_run(int threads, int n, crew_work *work, void *context);

#endif
