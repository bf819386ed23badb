/* Ctrl-C and its kin: the first asks politely, the second ends the program. */
#ifndef APP_INTERRUPT_H
#define APP_INTERRUPT_H

/* From now on SIGINT and SIGTERM make *interrupt_asked() nonzero. */
void interrupt_begin(void);
const volatile int *interrupt_asked(void);

#endif
