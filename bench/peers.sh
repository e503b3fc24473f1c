#!/bin/sh
# What the measurements are held against, and what makes their files (Debian).
set -eu
apt-get install -y --no-install-recommends mat2 imagemagick libheif-examples
