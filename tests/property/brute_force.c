/* The oracle's judge of every roster. */
#include "oracle/brute_force.c"
