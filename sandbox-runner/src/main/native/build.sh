#!/bin/sh
# Builds the sandbox's two native files and the index of all files it unpacks at run time.
# usage: build.sh <classes directory>
set -eu
native=$(cd "$(dirname "$0")" && pwd)
target=$1/dev/assay/sandboxrunner
CC=${CC:-cc}
if ! command -v "$CC" >/dev/null 2>&1; then
    echo "The sandbox needs a C compiler to be built: install gcc (Debian, Ubuntu: apt-get install gcc libc6-dev; Fedora: dnf install gcc), or set CC." >&2
    exit 1
fi
if [ "$(uname -s)" != Linux ]; then
    echo "The sandbox is built and runs on Linux only; on other systems build and run Assay in a Linux container or virtual machine." >&2
    exit 1
fi
cd "$native"
mkdir -p "$target"
flags="-std=gnu17 -O2 -Wall -Wextra -Werror -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2"
$CC $flags -o "$target/assay-supervisor" supervisor.c slot.c sample.c root.c cgroup.c guard.c
$CC $flags -fPIC -shared -o "$target/libassay.so" zygote.c filter.c
cd "$target"
rm -rf assay_box/__pycache__
sha256sum assay-supervisor libassay.so assay_box/*.py > files.sha256
