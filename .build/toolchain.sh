# Finds what Assay is built and run with. For ./assay and ./verify, which source it; POSIX sh.

oldest_jdk=25

fail() {
    printf 'assay: %s\n' "$*" >&2
    exit 1
}

# The major version of the JDK in folder $1; nothing if there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_jdk() {
    version=$(jdk_version "$1")
    [ -n "$version" ] && [ "$version" -ge "$oldest_jdk" ]
}

# The folder of the java on the PATH, links followed.
jdk_on_path() {
    java=$(command -v java) || return 0
    while [ -L "$java" ]; do
        link=$(readlink "$java")
        case $link in
            /*) java=$link ;;
            *) java=$(dirname "$java")/$link ;;
        esac
    done
    dirname "$(dirname "$java")"
}

# Sets and exports JAVA_HOME, or says how to get a JDK.
find_jdk() {
    for jdk in "${JAVA_HOME:-}" "$(jdk_on_path)" \
        /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/*java* /opt/java/* /usr/local/*jdk* /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.local/share/mise/installs/java/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home
    do
        if [ -n "$jdk" ] && is_jdk "$jdk"; then
            JAVA_HOME=$jdk
            export JAVA_HOME
            return
        fi
    done
    fail "a JDK of version $oldest_jdk or later is needed and none was found in JAVA_HOME, on the PATH or in the usual folders.
  Get one from https://adoptium.net, or: sdk install java $oldest_jdk-tem (https://sdkman.io); brew install openjdk (macOS).
  If you have one, name its folder: JAVA_HOME=/path/to/jdk $0"
}

# What only a build needs.
require_build_tools() {
    command -v mvn >/dev/null 2>&1 ||
        fail "Maven is needed to build Assay: install it (Debian, Ubuntu: apt-get install maven; Fedora: dnf install maven; macOS: brew install maven) or see https://maven.apache.org/install.html"
    command -v "${CC:-cc}" >/dev/null 2>&1 ||
        fail "a C compiler is needed to build the sandbox: install gcc (Debian, Ubuntu: apt-get install gcc libc6-dev; Fedora: dnf install gcc), or set CC"
}
