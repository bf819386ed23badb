# Help, what is wrong with a command line, and exit codes.

for name in $(ledsaga help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    check "$name --help begins with its usage" says "Usage: ledsaga $name" ledsaga "$name" --help
    check "help $name says the same" cmp <(ledsaga "$name" --help) <(ledsaga help "$name")
    check "$name refuses an option it does not have" ends_with 2 ledsaga "$name" --no-such-option
done
check 'there are eighteen commands' [ "$(ledsaga help | sed -n '/^Commands:/,/^$/p' | grep -c '^  ')" -eq 18 ]
check 'nothing typed is answered with the commands' says 'Commands:' ledsaga
check 'and is an error' ends_with 2 ledsaga
check 'no line of help is wider than a terminal' [ -z "$(for c in '' new solve check show export publish import report options; do ledsaga help $c; done | grep -E '.{81}')" ]

check 'a misspelt command is answered with the right one' says "Did you mean 'solve'?" ledsaga sovle
check 'a misspelt option is answered with the right one' says "Did you mean '--week'?" ledsaga solve --wek
check 'a missing folder is said, with what to do' says "'ledsaga new nowhere' makes one" ledsaga solve nowhere
check 'a word too many is named' says "'two'" ledsaga solve one two
for name in new solve check show export report; do
    check "$name refuses an empty folder name" ends_with 2 ledsaga $name ''
done
check 'an empty --out is refused' ends_with 2 ledsaga export ../tiny --format html --out=
check 'an empty --roster is refused' ends_with 2 ledsaga check ../tiny --roster ''
check 'an empty --from is refused' ends_with 2 ledsaga solve ../tiny --from ''
check 'a missing folder name is said' says 'needs to know DIR' ledsaga solve
check 'an unknown preset is answered with all of them' says 'tiny' ledsaga new x --preset smal
check 'an unknown id is not an empty roster' ends_with 2 ledsaga show ../tiny --only nobody
check 'an export names its format' ends_with 2 ledsaga export ../tiny

check 'exit code 0: done' ends_with 0 ledsaga check ../tiny
check 'exit code 2: the command line' ends_with 2 ledsaga check ../tiny --week W48
check 'exit code 3: no such folder' ends_with 3 ledsaga check nowhere
check 'exit code 3: no such roster' ends_with 3 ledsaga check ../tiny --roster nowhere.json
printf '{' >broken.json
check 'exit code 4: not JSON' ends_with 4 ledsaga check ../tiny --roster broken.json
sed 's/"request": "/&no-such-/' ../tiny/$roster >wrong.json
check 'exit code 5: a wrong value' ends_with 5 ledsaga check ../tiny --roster wrong.json
sed 's/"version": 1/"version": 2/' ../tiny/$roster >newer.json
check 'exit code 6: a later format' ends_with 6 ledsaga check ../tiny --roster newer.json
check 'exit code 7: cannot be written' ends_with 7 ledsaga export ../tiny --format html --out /proc/nowhere/page.html
check 'exit code 7: nobody takes the output' ends_with 7 bash -c 'ledsaga options >/dev/full'
check 'exit code 7: also of a roster that is shown' ends_with 7 bash -c 'ledsaga show ../tiny >/dev/full'
check 'exit code 7: also as JSON' ends_with 7 bash -c 'ledsaga show ../tiny --json >/dev/full'
check 'exit code 7: also of a long page' ends_with 7 bash -c 'ledsaga help --man >/dev/full'
check 'exit code 7: the page on standard output' ends_with 7 bash -c 'ledsaga export ../tiny --format html --out - >/dev/full'
check 'exit code 10: in the way' ends_with 10 ledsaga new ../tiny --preset tiny

check 'data go to stdout alone' silent bash -c 'ledsaga show ../tiny --json | python3 -m json.tool >/dev/null'
check 'quiet is quiet' silent ledsaga new quiet --preset tiny --week $week --quiet
check 'new lists its presets' says 'halmstad ' ledsaga new --list
check 'options are JSON too' bash -c 'ledsaga options --json | python3 -m json.tool >/dev/null'
check 'options list the profiles' says 'se-employee-atl: ' ledsaga options --profiles ../tiny
check 'profiles are JSON too' bash -c 'ledsaga options --profiles --json | python3 -m json.tool >/dev/null'
check 'other options are not of a folder' ends_with 2 ledsaga options ../tiny
for name in unit week roster profile; do
    check "schema $name is the file of models/" cmp <(ledsaga schema $name) "$here/models/$name.schema.json"
done
check 'the version is told' says 'ledsaga 0.6.0' ledsaga --version
