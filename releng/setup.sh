# SPDX-License-Identifier: Apache-2.0
# Sourced by releng/run and releng/test: finds or installs what Podium is built and run with.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/.cache
maven_version=3.9.11

say() { echo "podium: $*" >&2; }
fail() {
    say "$*"
    exit 1
}

# --- packages of the system ---------------------------------------------------------------------
apt_ready=
# install_packages WHY PACKAGE...: with apt where that is allowed, else a line that says what is missing
install_packages() {
    local why=$1 sudo=()
    shift
    command -v apt-get >/dev/null || fail "$why is missing. Please install it (on Debian and Ubuntu: $*)."
    if [[ $EUID -ne 0 ]]; then
        sudo -n true 2>/dev/null || fail "$why is missing. Please install it: sudo apt-get install $*"
        sudo=(sudo -n)
    fi
    say "installing $why: $*"
    if [[ -z $apt_ready ]]; then
        "${sudo[@]}" apt-get update -qq >/dev/null || say "the package lists could not be refreshed; trying with the old ones"
        apt_ready=1
    fi
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
        fail "$why could not be installed. Please install: $*"
}

# first_package PACKAGE...: the first that the package lists know
first_package() {
    local package
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            echo "$package"
            return
        fi
    done
    echo "$1"
}

# --- Java ---------------------------------------------------------------------------------------
java_feature() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1; }

find_jdk() {
    local home feature
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
        if [[ -n $home && -x $home/bin/javac ]]; then
            feature=$(java_feature "$home")
            if [[ -n $feature && $feature -ge 25 ]]; then
                JAVA_HOME=$home
                export JAVA_HOME
                return 0
            fi
        fi
    done
    return 1
}

need_jdk() {
    find_jdk && return
    install_packages "a JDK 25" openjdk-25-jdk-headless
    find_jdk || fail "no JDK 25 found. Set JAVA_HOME to one."
}

# --- Maven: Tycho 5 needs the Apache distribution, 3.9.11 or newer; Debian's own cannot run it ----
good_maven() {
    local about home version
    about=$("$1" -v 2>/dev/null) || return 1
    version=$(sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' <<<"$about" | head -n 1)
    home=$(sed -n 's/^Maven home: //p' <<<"$about")
    [[ $home != /usr/share/maven* ]] &&
        [[ $(printf '%s\n' $maven_version "$version" | sort -V | head -n 1) == "$maven_version" ]]
}

need_maven() {
    local cached=$cache/apache-maven-$maven_version/bin/mvn
    for mvn in "$(command -v mvn)" "$cached"; do
        [[ -n $mvn && -x $mvn ]] && good_maven "$mvn" && return
    done
    command -v mvn >/dev/null || install_packages "Maven" maven
    say "fetching Apache Maven $maven_version"
    # away from the checkout, whose .mvn would already ask for Tycho
    mkdir -p "$cache"
    (cd "$cache" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
        -Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin -DoutputDirectory="$cache" \
        -Dmdep.useBaseVersion=true -Dproject.basedir="$cache") || fail "Apache Maven $maven_version could not be fetched."
    chmod +x "$cached"
    mvn=$cached
}

# --- display ------------------------------------------------------------------------------------
need_gtk() {
    [[ $(uname -s) == Linux ]] || return 0
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q 'libgtk-3\.so\.0' && return
    install_packages "GTK 3" "$(first_package libgtk-3-0t64 libgtk-3-0)" fonts-dejavu-core
}

need_virtual_display() {
    command -v Xvfb >/dev/null || install_packages "a virtual display" xvfb
    command -v metacity >/dev/null || install_packages "a window manager" metacity
}

# on_virtual_display COMMAND...: on a display of its own, with a window manager; both end with the command
on_virtual_display() (
    local number display xvfb wm= status
    number=$(mktemp)
    Xvfb -displayfd 3 -screen 0 "${PODIUM_SCREEN:-1600x1000x24}" ${PODIUM_SCREEN_FOLDER:+-fbdir "$PODIUM_SCREEN_FOLDER"} -nolisten tcp 3>"$number" >/dev/null 2>&1 &
    xvfb=$!
    trap 'kill $wm $xvfb 2>/dev/null; rm -f "$number"' EXIT
    for _ in $(seq 100); do
        [[ -s $number ]] && break
        kill -0 $xvfb 2>/dev/null || fail "the virtual display does not start"
        sleep 0.1
    done
    display=:$(<"$number")
    export DISPLAY=$display GDK_BACKEND=x11 NO_AT_BRIDGE=1
    unset WAYLAND_DISPLAY
    metacity --no-composite >/dev/null 2>&1 &
    wm=$!
    "$@"
    status=$?
    return $status
)

# --- SWTBot -------------------------------------------------------------------------------------
# swtbot_site [SECONDS [SITE]]: SWTBOT_SITE, else the update site that the build takes SWTBot from, where it answers within five
# seconds; else nothing, and fails
swtbot_site() {
    local site=${SWTBOT_SITE:-}
    if [[ -z $site ]]; then
        site=${2:-$(sed -n 's|.*<swtbot.site>\(.*\)</swtbot.site>.*|\1|p' "$root/pom.xml")}
        command -v curl >/dev/null || install_packages "curl" curl
        curl -sfL --max-time "${1:-5}" -o /dev/null "$site" || return 1
    fi
    echo "$site"
}

# --- build --------------------------------------------------------------------------------------
platform() {
    local arch
    case $(uname -m) in
        arm64 | aarch64) arch=aarch64 ;;
        *) arch=x86_64 ;;
    esac
    case $(uname -s) in
        Darwin) echo macosx/cocoa/$arch ;;
        *) echo linux/gtk/$arch ;;
    esac
}
version=$(sed -n 's/^<product .* version="\([0-9.]*\)\.qualifier".*/\1/p' "$root/product/podium.product")
product=$root/product/target/products/podium/$(platform)/podium-$version
[[ $(uname -s) != Darwin ]] || product+=.app/Contents/Eclipse

# one line for everything the product is made of; another line means it must be built again
inputs() {
    (cd "$root" && find bundles features product targets pom.xml .mvn releng/compiler.prefs \
        \( -name target -o -name bin -o -name '.polyglot.*' -o -name .tycho-consumer-pom.xml \) -prune -o \
        -type f -exec cksum {} + | LC_ALL=C sort -k3 | cksum)
}

maven() { (cd "$root" && "$mvn" -B "$@"); }

# A faster start for the start script (releng/adr/0011): all classes in one jar, and of one run on a virtual display an AOT
# cache with them loaded and linked. Without either, or with a later JDK, the product starts all the same. Profiles of methods
# are left out: the compilers run after the window, and the cache, which stays in memory, is 8 % smaller.
record_start() {
    command -v Xvfb >/dev/null && find_jdk || return 0
    say "recording a start, for faster ones ..."
    local home
    home=$(mktemp -d)
    rm -rf "$product/start" "$product/podium.aot"
    "$JAVA_HOME/bin/java" -cp "$(echo "$product"/plugins/org.eclipse.osgi_*.jar):$(echo "$product"/plugins/podium.launcher_*.jar)" \
        podium.launcher.internal.ClassesJar "$product" >"$cache/record.log" 2>&1 &&
        PODIUM_HOME=$home PODIUM_JVM_FLAGS="-XX:AOTCacheOutput=$product/podium.aot -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining" \
            on_virtual_display timeout 300 "$product/podium" --screenshot "$home/picture.png" >>"$cache/record.log" 2>&1 ||
        rm -rf "$product/start" "$product/podium.aot"
    rm -rf "$home"
}

build_if_needed() {
    local stamp=$cache/built now
    now=$(inputs)
    if [[ -x $product/podium && -f $stamp && $(<"$stamp") == "$now" ]]; then
        return
    fi
    need_jdk
    need_maven
    mkdir -p "$cache"
    say "building (the first time takes a few minutes) ..."
    # clean: an incremental compile keeps classes that call a signature of before
    maven -q clean package -DskipTests -Dspotless.check.skip -pl product -am >"$cache/build.log" 2>&1 || {
        grep -E 'ERROR' "$cache/build.log" | grep -v 'valid id pattern' | head -n 30 >&2
        fail "the build failed; all of it is in $cache/build.log"
    }
    record_start
    echo "$now" >"$stamp"
}
