# Set-up shared by ./mediaguard, ./run and ./test. Sourced, never run; expects $root.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_UI_LANGUAGE=en
cache="$root/.cache"
program="$root/src/Web/bin/Release/net10.0/mediaguard"
mkdir -p "$cache" 2>/dev/null || true

say() { printf '%s\n' "$*" >&2; }

# sdk COMMAND…: one of the .NET SDK's own commands. Each leaves empty folders where temporary files go: they are kept in one place and cleared away.
sdk() {
    local place="${TMPDIR:-/tmp}/mediaguard-sdk-$(id -u)"
    if mkdir -p -m 700 "$place" 2>/dev/null && [[ -O $place && ! -L $place ]]; then
        find "$place" -mindepth 1 -maxdepth 1 -type d -empty -mmin +60 -delete 2>/dev/null || true
        TMPDIR=$place dotnet "$@"
    else
        dotnet "$@"
    fi
}

# One clear line and exit 3 (not set up) when a tool is missing or too old.
need_dotnet() {
    local version
    if ! command -v dotnet >/dev/null; then
        say "MediaGuard needs the .NET SDK 10; there is no 'dotnet' on this machine."
        return 3
    fi
    if ! version=$(cd "$root" && sdk --version 2>/dev/null) || [[ ${version%%.*} != 10 ]]; then
        say "MediaGuard needs the .NET SDK 10; installed: $(sdk --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' - | grep . || echo none)."
        return 3
    fi
}

need_node() {
    local version
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        say "MediaGuard needs Node.js 20 or newer with npm; 'node' or 'npm' is missing on this machine."
        return 3
    fi
    version=$(node --version)
    version=${version#v}
    if ((${version%%.*} < 20)); then
        say "MediaGuard needs Node.js 20 or newer; this is $version."
        return 3
    fi
}

# logged NAME COMMAND…: quiet when it works; its whole output when it does not.
logged() {
    local log="$cache/$1.log"
    shift
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
}

# stamped NAME VALUE: whether the step NAME was last done for this VALUE. stamp NAME VALUE: remembers that it was.
stamped() { [[ -f "$cache/$1.stamp" && $(<"$cache/$1.stamp") == "$2" ]]; }
stamp() { printf '%s\n' "$2" >"$cache/$1.stamp"; }

digest() { sha256sum -- "$@" | sha256sum | cut -d' ' -f1; }

# Files whose change asks for a new build; names end in NUL.
sources() {
    find "$root/src" "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig" "$root/BannedSymbols.txt" \
        \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -print0
}

# A file is missing, new, gone or younger than the last build.
is_stale() {
    [[ -x $program && -f "$cache/build.stamp" ]] || return 0
    [[ $(sources | sort -z | sha256sum) == "$(<"$cache/build.stamp")" ]] || return 0
    [[ -n $(sources | xargs -0 sh -c 'find "$@" -newer "$0" -print -quit' "$cache/build.stamp") ]]
}

is_restored() {
    local project
    while read -r project; do
        [[ -f $(dirname "$root/$project")/obj/project.assets.json ]] || return 1
    done < <(if [[ $1 == *.sln ]]; then grep -o '[^"]*\.csproj' "$root/$1" | tr '\\' /; else echo "$1"; fi)
}

# restore PROJECT-OR-SOLUTION: exactly the locked packages.
restore() {
    local inputs
    inputs="$1 $(cd "$root" && find . \( -name bin -o -name obj -o -name node_modules -o -name .git -o -name .cache \) -prune -o \
        \( -name '*.csproj' -o -name packages.lock.json -o -name 'Directory.*.props' -o -name global.json \) -print0 | sort -z | xargs -0 sha256sum | sha256sum)"
    if stamped "restore-$(basename "$1")" "$inputs" && is_restored "$1"; then
        return 0
    fi
    say "Fetching packages…"
    logged restore sdk restore "$root/$1" --locked-mode -v q || { say "The packages could not be restored; nothing was started."; return 1; }
    stamp "restore-$(basename "$1")" "$inputs"
}

# The files the pages load in the browser, into src/Web/wwwroot/lib. Before the build, which lists them.
pages() {
    local web="$root/src/Web" lib="$root/src/Web/wwwroot/lib" inputs
    inputs=$(digest "$web/package.json" "$web/package-lock.json" "$root/scripts/setup.sh")
    if stamped pages "$inputs" && [[ -f $lib/htmx.min.js && -f $lib/tus.min.js ]]; then
        return 0
    fi
    say "Fetching the pages' scripts…"
    mkdir -p "$cache/pages" "$lib"
    cp "$web/package.json" "$web/package-lock.json" "$web/.npmrc" "$cache/pages/"
    logged pages npm ci --prefix "$cache/pages" --ignore-scripts --loglevel=error || { say "npm could not fetch the pages' scripts; nothing was started."; return 1; }
    cp "$cache/pages/node_modules/htmx.org/dist/htmx.min.js" "$lib/htmx.min.js"
    cp "$cache/pages/node_modules/htmx.org/LICENSE" "$lib/htmx.LICENSE.txt"
    cp "$cache/pages/node_modules/tus-js-client/dist/tus.min.js" "$lib/tus.min.js"
    cp "$cache/pages/node_modules/tus-js-client/LICENSE" "$lib/tus-js-client.LICENSE.txt"
    stamp pages "$inputs"
}

# build LOG PROJECT-OR-SOLUTION: Release. When it holds the program, what is saved from now on counts as newer.
build() {
    local names
    names=$(sources | sort -z | sha256sum)
    touch "$cache/build.begun"
    say "Building…"
    logged "$1" sdk build "$root/$2" -c Release --no-restore -v q || return 1
    if [[ $2 != tests/* ]]; then
        printf '%s\n' "$names" >"$cache/build.stamp"
        touch -r "$cache/build.begun" "$cache/build.stamp"
    fi
}

# Builds the program when it is missing or its sources are newer; one build at a time.
build_program() {
    is_stale || return 0
    (
        flock 9
        is_stale || exit 0
        restore src/Web/MediaGuard.Web.csproj && pages || exit 1
        build build src/Web || { say "The build failed; nothing was started."; exit 1; }
    ) 9>"$cache/build.lock"
}
