# ledsaga: the weekly roster of escort visits, in GNU MathProg.
#
# The same mathematics, with the same names, as src/solver/formulation*.c and
# formulation_lp.c, which build it straight on GLPK. Data for a week:
#
#     ledsaga export DIR --week 2026-W48 --format mathprog --tier 1
#     glpsol -m models/roster.mod -d DIR/weeks/2026-W48/out/tier1.dat
#
# Two tiers, strictly in order. Tier 1 minimises `rights`, the points for time
# that was asked for and is not delivered. Tier 2 minimises everything else
# with rights held at the value of tier 1 (param rights_value in the data).
#
# Time is minutes since the week began. An escort's day begins at their own day
# anchor. A choice (r,o,e) means: escort e carries out request r by its option o,
# an option being a start and a length. Choices that break a rule on their own
# (needs, vetoes, hours of availability, pins) are not in the data, nor is a choice
# for which another does at least as well whatever the rest of the roster is.

param tier, integer, >= 1, <= 2;
param rights_value, >= 0;

set REQUEST;
set CLIENT;
set ESCORT;
param client{REQUEST}, symbolic, in CLIENT;
param needed{REQUEST}, integer, >= 1;    # escorts at once
param asked{REQUEST}, integer, >= 0;     # minutes asked for
param rights_point{REQUEST}, >= 0;       # tier 1, points per unmet minute

set OPTION dimen 2;                      # (request, number)
param begins{OPTION}, integer;
param minutes{OPTION}, integer, > 0;     # the escort's time
param delivered{OPTION}, integer, >= 0;  # of those asked for
param debit{OPTION}, integer, >= 0;      # drawn from the decision's hours

# Several clients together. That an escort comes to a session is a choice too, of the
# session itself: (s,1,e).
set SESSION;
param capacity{SESSION}, integer;        # clients
param per_escort{SESSION}, integer;

set CHOICE within {REQUEST union SESSION, 1..1000000, ESCORT};
param choice_points{CHOICE};             # tier 2: wishes, and all else the choice alone decides

# Requests of several escorts, or in step with another, agree on an option by y.
set TEAM within REQUEST;
set TEAM_OPTION within OPTION;
param team_points{TEAM_OPTION};
set PINNED within CHOICE;                # this escort is one of the team

# (s,r,o,e): the client of r takes part in s, in the care of e.
set MEMBER within {SESSION, CHOICE};
# Choices that take the escort's time: not the participants, but who comes to them.
set STOP := CHOICE diff setof{(s,r,o,e) in MEMBER} (r,o,e);

var x{CHOICE}, binary;
var y{TEAM_OPTION}, binary;

# --- requests ---------------------------------------------------------------

s.t. served_once{r in REQUEST diff TEAM}:
  sum{(r,o,e) in CHOICE} x[r,o,e] <= 1;
s.t. team_served_once{r in TEAM}:
  sum{(r,o) in TEAM_OPTION} y[r,o] <= 1;
s.t. team_staffed{(r,o) in TEAM_OPTION}:
  sum{(r,o,e) in CHOICE} x[r,o,e] = needed[r] * y[r,o];
s.t. whole{(r,o,e) in CHOICE: r in TEAM}:
  x[r,o,e] <= y[r,o];
s.t. pinned{(r,o,e) in PINNED}:
  x[r,o,e] >= y[r,o];

# --- sessions -----------------------------------------------------------------

s.t. member_staffed{(s,r,o,e) in MEMBER}:
  x[r,o,e] <= x[s,1,e];
s.t. staff_needed{(s,o,e) in CHOICE: s in SESSION}:
  x[s,o,e] <= sum{(s,r,q,e) in MEMBER} x[r,q,e];
s.t. staff_ratio{(s,o,e) in CHOICE: s in SESSION}:
  sum{(s,r,q,e) in MEMBER} x[r,q,e] <= per_escort[s] * x[s,o,e];
s.t. room{s in SESSION}:
  sum{(s,r,o,e) in MEMBER} x[r,o,e] <= capacity[s];
set REFUSAL within {SESSION, REQUEST, REQUEST};  # have not agreed to share an escort
s.t. refused{(s,f,g) in REFUSAL, e in ESCORT}:
  sum{(s,f,o,e) in MEMBER} x[f,o,e] + sum{(s,g,o,e) in MEMBER} x[g,o,e] <= 1;

# Two requests in step: each option of one needs an option of the other with the
# right time between the starts, so both are served or neither.
set LINK dimen 2;                        # (first, second)
param gap_min{LINK};
param gap_max{LINK};
set APART within LINK;                   # by different escorts
s.t. in_step_first{(f,s) in LINK, (f,o) in TEAM_OPTION}:
  y[f,o] <= sum{(s,q) in TEAM_OPTION:
                begins[s,q] - begins[f,o] >= gap_min[f,s] and
                begins[s,q] - begins[f,o] <= gap_max[f,s]} y[s,q];
s.t. in_step_second{(f,s) in LINK, (s,q) in TEAM_OPTION}:
  y[s,q] <= sum{(f,o) in TEAM_OPTION:
                begins[s,q] - begins[f,o] >= gap_min[f,s] and
                begins[s,q] - begins[f,o] <= gap_max[f,s]} y[f,o];
s.t. different_escorts{(f,s) in APART, e in ESCORT}:
  sum{(f,o,e) in CHOICE} x[f,o,e] + sum{(s,q,e) in CHOICE} x[s,q,e] <= 1;

# The hours that a decision has left in a part of the week.
set GRANT;
param left{GRANT}, >= 0;
set DRAWS within {GRANT, OPTION};        # this option draws on that grant
s.t. within_grant{g in GRANT}:
  sum{(g,r,o) in DRAWS, (r,o,e) in CHOICE: r not in TEAM} debit[r,o] * x[r,o,e] +
  sum{(g,r,o) in DRAWS: (r,o) in TEAM_OPTION} debit[r,o] * y[r,o] <= left[g];

# --- the days of an escort -----------------------------------------------------

# On a day that several requests can fall on, the chosen visits form one path in
# time: first, next, ..., last. An arc is there only if the later visit can be
# reached. DAY is (escort, day).
set DAY dimen 2;
set IN_DAY within {DAY, REQUEST union SESSION, 1..1000000};
set ON_PATH := setof{(e,d,r,o) in IN_DAY} (r,o,e);
param first_points{ON_PATH};             # way from home
param last_points{ON_PATH};              # way back
param may_be_first{ON_PATH}, binary;
param may_be_last{ON_PATH}, binary;
set ARC within {ESCORT, REQUEST union SESSION, 1..1000000,
                        REQUEST union SESSION, 1..1000000};
param travel_points{ARC};                # and a long pause that splits the day
param paid{ARC};                         # travel that is working time, minutes
var first{(r,o,e) in ON_PATH}, >= 0, <= may_be_first[r,o,e];
var last{(r,o,e) in ON_PATH}, >= 0, <= may_be_last[r,o,e];
var next{ARC}, >= 0, <= 1;
s.t. comes_in{(r,o,e) in ON_PATH}:
  first[r,o,e] + sum{(e,q,p,r,o) in ARC} next[e,q,p,r,o] = x[r,o,e];
s.t. goes_out{(r,o,e) in ON_PATH}:
  last[r,o,e] + sum{(e,r,o,q,p) in ARC} next[e,r,o,q,p] = x[r,o,e];
s.t. one_path{(e,d) in DAY}:
  sum{(e,d,r,o) in IN_DAY} first[r,o,e] <= 1;

# The last visit of a day and the first of the next, too close together.
set NIGHT;
set NIGHT_LAST within {NIGHT, CHOICE};
set NIGHT_FIRST within {NIGHT, CHOICE};
s.t. night{n in NIGHT}:
  sum{(n,r,o,e) in NIGHT_LAST}
    (if (r,o,e) in ON_PATH then last[r,o,e] else x[r,o,e]) +
  sum{(n,r,o,e) in NIGHT_FIRST}
    (if (r,o,e) in ON_PATH then first[r,o,e] else x[r,o,e]) <= 1;

# First start to last end of an employee's day: these two choices are too far apart.
set SPAN;
set TOO_LONG within {SPAN, CHOICE};
s.t. span{n in SPAN}:
  sum{(n,r,o,e) in TOO_LONG} x[r,o,e] <= 1;

# Working time of a day and of a week (rows that cannot be broken are not there).
set LONG_DAY within DAY;
param day_minutes_max{LONG_DAY};
s.t. working_day{(e,d) in LONG_DAY}:
  sum{(e,d,r,o) in IN_DAY} minutes[r,o] * x[r,o,e] +
  sum{(e,d,r,o) in IN_DAY, (e,r,o,q,p) in ARC} paid[e,r,o,q,p] * next[e,r,o,q,p]
  <= day_minutes_max[e,d];
set LIMITED within ESCORT;
param week_minutes_max{LIMITED};
s.t. week_max{e in LIMITED}:
  sum{(r,o,e) in STOP} minutes[r,o] * x[r,o,e] +
  sum{(e,r,o,q,p) in ARC} paid[e,r,o,q,p] * next[e,r,o,q,p]
  <= week_minutes_max[e];

# A break after at most so many minutes: run is the time since the last break when
# a visit begins. RUN arcs leave less than a break between two visits.
set RUN within ARC;
set RUNS within ON_PATH;                 # a run can reach these
param run_most{RUNS} >= 0;
var run{(r,o,e) in RUNS}, >= 0, <= run_most[r,o,e];
s.t. rest_break{(e,r,o,q,p) in RUN}:
  run[q,p,e] >= (if (r,o,e) in RUNS then run[r,o,e] else 0)
    + begins[q,p] - begins[r,o]
    - (begins[q,p] - begins[r,o] + (if (r,o,e) in RUNS then run_most[r,o,e] else 0))
      * (1 - next[e,r,o,q,p]);

# Daily and weekly rest: in each period one window of rest is kept free. A daily rest is
# no part of the weekly one.
set PERIOD;
set WINDOW dimen 2;                      # (period, where it begins)
param rest_ends{WINDOW};
set WORK within {PERIOD, CHOICE};        # choices that meet the period
var z{WINDOW}, binary;
set KEEP_APART within {PERIOD, PERIOD};  # (daily, weekly)
s.t. rests_apart{(k,m) in KEEP_APART, (k,w) in WINDOW}:
  z[k,w] + sum{(m,v) in WINDOW: v < rest_ends[k,w] and rest_ends[m,v] > w} z[m,v] <= 1;
s.t. one_rest{k in PERIOD}:
  sum{(k,w) in WINDOW} z[k,w] <= 1;
s.t. rest_taken{(k,r,o,e) in WORK}:
  x[r,o,e] <= sum{(k,w) in WINDOW: begins[r,o] + minutes[r,o] <= w or
                                   begins[r,o] >= rest_ends[k,w]} z[k,w];

# --- what is best ---------------------------------------------------------------

# Tier 1. Each minute short costs by legal basis and priority, and more beyond what
# a client can bear, so that shortage is shared. That counts what was assessed (an open
# offer is not), and `over` is the less the more a client was short of before.
set ASSESSED within REQUEST;
set SHORT dimen 2;                       # (client, level)
param over{SHORT};
param short_points{SHORT};
var short{SHORT}, >= 0;
var rights, >= 0;
s.t. shared_out{(c,k) in SHORT}:
  short[c,k] >= sum{r in ASSESSED: client[r] = c} asked[r] - over[c,k]
    - sum{r in ASSESSED diff TEAM, (r,o,e) in CHOICE: client[r] = c}
        delivered[r,o] * x[r,o,e]
    - sum{(r,o) in TEAM_OPTION: r in ASSESSED and client[r] = c}
        delivered[r,o] * y[r,o];
s.t. rights_of_clients:
  rights = sum{r in REQUEST} rights_point[r] * asked[r]
    - sum{r in REQUEST diff TEAM, (r,o,e) in CHOICE}
        rights_point[r] * delivered[r,o] * x[r,o,e]
    - sum{(r,o) in TEAM_OPTION} rights_point[r] * delivered[r,o] * y[r,o]
    + sum{(c,k) in SHORT} short_points[c,k] * short[c,k];
s.t. rights_first{t in 2..tier}:
  rights <= rights_value;

# Tier 2. A face costs once a week; pairs that can meet by one request only have
# that cost in choice_points.
set FACE within {CLIENT, ESCORT};
param face_points{FACE} >= 0;
var meets{FACE}, >= 0, <= 1;
s.t. face{r in REQUEST, e in ESCORT: (client[r], e) in FACE}:
  sum{(r,o,e) in CHOICE} x[r,o,e] <= meets[client[r], e];

set CONTRACT within ESCORT;
param contract_minutes{CONTRACT};
param under_points >= 0;
param over_points >= 0;
var under{CONTRACT}, >= 0;
var above{CONTRACT}, >= 0;
s.t. contract{e in CONTRACT}:
  sum{(r,o,e) in STOP} minutes[r,o] * x[r,o,e] +
  sum{(e,r,o,q,p) in ARC} paid[e,r,o,q,p] * next[e,r,o,q,p]
  + under[e] - above[e] = contract_minutes[e];

# A weekend's work costs once, by how many weekends the escort had lately.
set WEEKEND within ESCORT;
param weekend_points{WEEKEND} >= 0;
set ON_WEEKEND within STOP;
var works_weekend{WEEKEND}, >= 0, <= 1;
s.t. weekend{e in WEEKEND, r in REQUEST union SESSION}:
  sum{(r,o,e) in ON_WEEKEND} x[r,o,e] <= works_weekend[e];

# An escort who works at all costs once, so that few are sent.
set USED within ESCORT;
param used_points{USED} >= 0;
var works{USED}, >= 0, <= 1;
s.t. used{e in USED, r in REQUEST union SESSION}:
  sum{(r,o,e) in STOP} x[r,o,e] <= works[e];

# The last visit of a contractor's day and the first of the next, closer than they should
# be: points once for the night.
set SHORT_NIGHT;
param short_night_points{SHORT_NIGHT} >= 0;
set SOFT_NIGHT;
param night_of{SOFT_NIGHT}, in SHORT_NIGHT;
set SOFT_LAST within {SOFT_NIGHT, STOP};
set SOFT_FIRST within {SOFT_NIGHT, STOP};
var cut_short{SHORT_NIGHT}, >= 0, <= 1;
s.t. soft_night{n in SOFT_NIGHT}:
  sum{(n,r,o,e) in SOFT_LAST}
    (if (r,o,e) in ON_PATH then last[r,o,e] else x[r,o,e]) +
  sum{(n,r,o,e) in SOFT_FIRST}
    (if (r,o,e) in ON_PATH then first[r,o,e] else x[r,o,e])
  <= 1 + cut_short[night_of[n]];

# A contractor has few clients: each new one over clients_room costs.
set FEW_CLIENTS within ESCORT;
param clients_room{FEW_CLIENTS} >= 0;
param client_over_points >= 0;
set NEWCOMER within {CLIENT, FEW_CLIENTS};
var newly{NEWCOMER}, >= 0, <= 1;
var too_many{FEW_CLIENTS}, >= 0;
s.t. newcomer{r in REQUEST, e in FEW_CLIENTS: (client[r],e) in NEWCOMER}:
  sum{(r,o,e) in STOP} x[r,o,e] <= newly[client[r],e];
s.t. clients_max{e in FEW_CLIENTS}:
  sum{(c,e) in NEWCOMER} newly[c,e] - too_many[e] <= clients_room[e];

# ... and so many hours a month for one client.
set ASSIGNMENT;
param assignment_left{ASSIGNMENT} >= 0;
param assignment_points >= 0;
set IN_ASSIGNMENT within {ASSIGNMENT, STOP};
var over_assignment{ASSIGNMENT}, >= 0;
s.t. assignment{k in ASSIGNMENT}:
  sum{(k,r,o,e) in IN_ASSIGNMENT} minutes[r,o] * x[r,o,e] - over_assignment[k]
  <= assignment_left[k];

minimize points:
  if tier = 1 then rights
  else sum{(r,o,e) in CHOICE} choice_points[r,o,e] * x[r,o,e]
     + sum{(r,o) in TEAM_OPTION} team_points[r,o] * y[r,o]
     + sum{(r,o,e) in ON_PATH} (first_points[r,o,e] * first[r,o,e]
                              + last_points[r,o,e] * last[r,o,e])
     + sum{(e,r,o,q,p) in ARC} travel_points[e,r,o,q,p] * next[e,r,o,q,p]
     + sum{(c,e) in FACE} face_points[c,e] * meets[c,e]
     + sum{e in CONTRACT} (under_points * under[e] + over_points * above[e])
     + sum{k in SHORT_NIGHT} short_night_points[k] * cut_short[k]
     + sum{e in WEEKEND} weekend_points[e] * works_weekend[e]
     + sum{e in USED} used_points[e] * works[e]
     + sum{e in FEW_CLIENTS} client_over_points * too_many[e]
     + sum{k in ASSIGNMENT} assignment_points * over_assignment[k];

solve;

printf "\ntier %d: %d points (rights %d)\n", tier, round(points), round(rights);
for{(r,o,e) in CHOICE: x[r,o,e] > 0.5}
  printf "%s: option %d, from minute %d for %d minutes, escort %s\n",
    r, o, begins[r,o], minutes[r,o], e;

end;
