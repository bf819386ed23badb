package peer;

import java.util.List;

/** A way to carry out a request: an option, with as many escorts as it needs. */
record Way(int option, int begin, int delivered, int debit, Integer grant, String session, int teamPoints,
           List<Choice> choices) {}
