# Killed at any moment, every file is the old one or the new one, and the next run makes it
# all whole.
cp -r "$work/village" v
check 'killed 100 times, each file is old or new, and whole' python3 "$tests/kill.py" v web 100
