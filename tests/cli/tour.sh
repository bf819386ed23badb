# What the README shows of the program is what it prints.
check 'the tour in the README is true' python3 "$here/tests/cli/tour.py"
