# Ends the sandbox's children when the sandbox's process is gone, however it ended: its stdin is a pipe from there.
# Lines on stdin: "watch NOW|LATE TARGET" and "forget TARGET", TARGET being a process id, or a process group's id negated.
# NOW is killed at once. LATE has 5 seconds to end by itself: the CLI does, its plugins gone, and gives its lock back;
# a SIGINT would make it wait for those plugins.
trap '' INT TERM HUP
now=' '
late=' '
while read -r action first second; do
    case "$action $first" in
    "watch NOW") now="$now$second " ;;
    "watch LATE") late="$late$second " ;;
    *)
        case $now in *" $first "*) now="${now%% "$first" *} ${now#* "$first" }" ;; esac
        case $late in *" $first "*) late="${late%% "$first" *} ${late#* "$first" }" ;; esac
        ;;
    esac
done
for target in $now; do kill -s KILL -- "$target"; done
tenths=0
for target in $late; do
    while [ "$tenths" -lt 50 ] && kill -0 "$target"; do
        sleep 0.1
        tenths=$((tenths + 1))
    done
    kill -s KILL -- "$target"
done
