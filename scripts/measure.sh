#!/usr/bin/env bash
# Makes the figures of models/README.md anew. CROWDS is a folder with faces.json and its pictures; FAMILY, which may be left out, the folder models/family-faces.json was drawn on.
#   scripts/measure.sh CROWDS [FAMILY]
# YuNet counts where its file is installed (MEDIAGUARD_MODELS_FROM=FOLDER ./mediaguard models install); every figure without it is made with --without yunet-2023mar.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
[[ -f ${1:-}/faces.json ]] || { echo "usage: scripts/measure.sh CROWDS [FAMILY]; CROWDS is a folder with faces.json" >&2; exit 2; }
crowds=$1 family=${2:-} faceless=$root/.cache/faceless into=$root/artifacts/measured
[[ -d $faceless ]] || "$root/scripts/faceless.sh"
mkdir -p "$into"

faces() { # heading, report's name, arguments
    echo; echo "## $1"
    "$root/mediaguard" evaluate faces "${@:3}" --report "$into/$2.html" || [[ $? == 1 ]] # 1: some file could not be read, and the figures say so
}

installed() { "$root/mediaguard" models list | grep -q "^$1 *Installed"; }

with=(UltraFace BlazeFace) without=(--without yunet-2023mar)
if installed yunet-2023mar; then
    with+=(YuNet)
else
    without=() # there is nothing to leave out
fi
echo "Models: ${with[*]}"
for half in a b; do
    faces "half $half, all that is installed" "half-$half" "$crowds" --empty "$faceless" --half "$half"
    [[ ${#without[@]} == 0 ]] || faces "half $half, without YuNet" "half-$half-without-yunet" "$crowds" --empty "$faceless" --half "$half" "${without[@]}"
done
faces "half b, together and each detector alone" alone "$crowds" --empty "$faceless" --half b --alone
if [[ -n $family ]]; then
    faces "the family's photos made harder" hardships "$family" --labels "$root/models/family-faces.json" --hardships
    [[ ${#without[@]} == 0 ]] || faces "the same without YuNet" hardships-without-yunet "$family" --labels "$root/models/family-faces.json" --hardships "${without[@]}"
fi
echo; echo "Pages with plots: $into"
