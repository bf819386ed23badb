#include "app/interrupt.h"

#include <signal.h>

static volatile int asked;

static void ask(int signal_number)
{
    (void)signal_number;
    asked = 1;
}

void interrupt_begin(void)
{
    /* SA_RESETHAND: the same signal again does what it always does. */
    struct sigaction action = {.sa_handler = ask,
                               .sa_flags = (int)(SA_RESETHAND | SA_RESTART)};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

const volatile int *interrupt_asked(void)
{
    return &asked;
}
