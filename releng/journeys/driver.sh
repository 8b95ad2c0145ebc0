# SPDX-License-Identifier: Apache-2.0
# Sourced by the journeys: starts the product, finds things on its screen, works the mouse and the keyboard as a person
# does, and asks kubectl what became of it. Every wait is for a condition, with a deadline that suits a busy machine.
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
command -v xdotool >/dev/null || install_packages "a mouse for tests" xdotool
command -v import >/dev/null || install_packages "screenshots" imagemagick
command -v kubectl >/dev/null || install_packages "kubectl" "$(first_package kubernetes-client kubectl)"

journey=$(basename "$0")
folder=$(mktemp -d)
places=$folder/places
log=$folder/log
app=
simulator=
failed=0
deadline=${PODIUM_DEADLINE:-120}
export GDK_BACKEND=x11 NO_AT_BRIDGE=1

# launch PRODUCT ARGUMENT...: starts the console in the journey's own home; once more, when it was killed or closed
launch() {
    local product=$1
    shift
    mkdir -p "$folder/tmp"
    rm -f "$places"
    PODIUM_HOME=$folder/home PODIUM_JVM_FLAGS="-Dpodium.places=$places -Djava.io.tmpdir=$folder/tmp" \
        "$product/podium" -consoleLog "$@" >>"$log" 2>&1 &
    app=$!
}

# start PRODUCT ARGUMENT...: returns when the window shows a fleet
start() {
    launch "$@"
    until_true "the console shows a live fleet" shows label '^live, '
    cp "$folder"/tmp/podium-simulated-*/kubeconfig "$folder/kubeconfig" || broken "there is no kubeconfig of the simulated fleet"
}

# simulate PRODUCT ARGUMENT...: a simulated cluster of its own, which outlives the console; $folder/kubeconfig speaks to it
simulate() {
    local product=$1
    shift
    find_jdk || need_jdk
    "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -cp "$product/plugins/*" podium.simulator.SimulatorMain \
        --kubeconfig "$folder/kubeconfig" "$@" >"$folder/simulator.log" 2>&1 &
    simulator=$!
    until_true "the simulated cluster answers" test -s "$folder/kubeconfig"
}

finish() {
    # what a journey does first in a trap of its own has a status too
    local status=$?
    ((!failed)) || status=1
    [[ -z $app ]] || { kill "$app" 2>/dev/null; wait "$app" 2>/dev/null; }
    [[ -z $simulator ]] || { kill "$simulator" 2>/dev/null; wait "$simulator" 2>/dev/null; }
    rm -rf "$folder"
    exit $status
}
trap finish EXIT

# broken WHY: says why, what was on the screen, what the log says, keeps a picture, and ends the journey
broken() {
    failed=1
    local picture=${TMPDIR:-/tmp}/podium-$journey.png
    {
        echo "$journey: $*"
        echo "--- on the screen:"
        cat "$places"
        echo "--- log:"
        tail -n 60 "$log"
        import -window root "$picture" && echo "--- picture: $picture"
    } >&2
    exit 1
}

step() { echo "$journey: $*" >&2; }

# until_true WHAT COMMAND...: waits for the command to succeed
until_true() {
    local what=$1 end=$((SECONDS + deadline))
    shift
    until "$@"; do
        [[ -z $app ]] || kill -0 "$app" 2>/dev/null || broken "the console ended while waiting: $what"
        ((SECONDS < end)) || broken "not within $deadline s: $what"
        sleep 0.2
    done
}

# --- what is on the screen -------------------------------------------------------------------------
# where KIND NAME: "x y width height" of the first thing of that kind whose name matches the expression
where() {
    awk -F '\t' -v kind="$1" -v name="$2" '$1 == kind && $2 ~ name && $5 > 0 { print $3, $4, $5, $6; exit }' \
        "$places" 2>/dev/null
}
shows() { [[ -n $(where "$1" "$2") ]]; }
gone() { ! shows "$1" "$2"; }

# middle KIND NAME: the point to aim at, once the thing is there and its place has settled
middle() {
    local before= now= end=$((SECONDS + deadline))
    while true; do
        now=$(where "$1" "$2")
        [[ -n $now && $now == "$before" ]] && break
        before=$now
        ((SECONDS < end)) || return 1
        sleep 0.5
    done
    set -- $now
    echo $(($1 + $3 / 2)) $(($2 + $4 / 2))
}

# --- hands -----------------------------------------------------------------------------------------
click() {
    local at
    at=$(middle "$1" "$2") || broken "there is no $1 '$2'"
    xdotool mousemove $at
    sleep 0.2
    xdotool click "${3:-1}"
}

# drag KIND NAME KIND NAME: with the pressed mouse from one thing to another, in small steps
drag() {
    local from to x y i
    from=($(middle "$1" "$2")) || broken "there is no $1 '$2'"
    to=($(middle "$3" "$4")) || broken "there is no $3 '$4'"
    xdotool mousemove "${from[@]}"
    sleep 0.3
    xdotool mousedown 1
    sleep 0.3
    for i in $(seq 20); do
        xdotool mousemove $((from[0] + (to[0] - from[0]) * i / 20)) $((from[1] + (to[1] - from[1]) * i / 20))
        sleep 0.08
    done
    # as a person who reads the verdict before letting go
    for i in 1 2 3 4; do
        sleep 0.5
        xdotool mousemove $((to[0] + i % 2)) "${to[1]}"
    done
    picture drag
    xdotool mouseup 1
}

# type_into TEXT-FIELD WORDS: replaces what is in the field
type_into() {
    click text "$1"
    xdotool key --clearmodifiers ctrl+a
    xdotool type --delay 40 "$2"
}

# choose_node NAME: by the find field of the window
choose_node() {
    type_into '^find \( / \)' "$1"
    xdotool key Return
}

# picture NAME: where PODIUM_PICTURES names a folder, what is on the screen now
picture() { [[ -z ${PODIUM_PICTURES:-} ]] || import -window root "$PODIUM_PICTURES/$journey-$1.png"; }

# --- the other side --------------------------------------------------------------------------------
kube() { kubectl --kubeconfig "$folder/kubeconfig" --request-timeout=60s "$@"; }
