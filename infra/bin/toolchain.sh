# shellcheck shell=bash
# Sourced by the commands beside it: finds the JDK and Maven, or says in one line how to get them.

readonly NEEDED_JAVA=25
readonly NEEDED_MAVEN=3.8.6

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The feature version of the JDK in a folder, from its own release file; nothing when the folder is no JDK.
jdk_version() {
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_fit_jdk() {
  local version
  version=$(jdk_version "$1")
  [[ -n $version ]] && ((version >= NEEDED_JAVA))
}

# Sets and exports JAVA_HOME. Where several JDKs are fit, the one already chosen goes first, then the oldest.
find_jdk() {
  if [[ -n ${JAVA_HOME:-} ]] && is_fit_jdk "$JAVA_HOME"; then
    export JAVA_HOME
    return
  fi
  local candidate version best='' best_version=0 on_path
  on_path=$(command -v javac || true)
  [[ -z $on_path ]] || on_path=$(dirname "$(dirname "$(realpath "$on_path")")")
  for candidate in ${on_path:+"$on_path"} /usr/lib/jvm/* /usr/java/* /usr/local/openjdk-* /opt/*jdk* /opt/java/* \
    /opt/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_fit_jdk "$candidate"; then
      version=$(jdk_version "$candidate")
      if [[ -z $best ]] || ((version < best_version)); then
        best=$candidate
        best_version=$version
      fi
    fi
  done
  [[ -n $best ]] || fail "No JDK $NEEDED_JAVA or later found: install one (https://adoptium.net, or «sdk install java 25-tem»), or set JAVA_HOME to it."
  export JAVA_HOME=$best
}

# Needs find_jdk before: Maven itself runs on that JDK.
find_maven() {
  command -v mvn >/dev/null ||
    fail "No Maven found: install $NEEDED_MAVEN or later («apt-get install maven», «brew install maven», or https://maven.apache.org) and put mvn on the PATH."
  local version
  version=$(mvn --version 2>/dev/null | sed -n 's/^[^A]*Apache Maven \([0-9.]*\).*/\1/p' || true)
  [[ -n $version ]] || fail "mvn on the PATH doesn't run: try «mvn --version»."
  [[ $(printf '%s\n%s\n' "$NEEDED_MAVEN" "$version" | sort -V | head -n 1) == "$NEEDED_MAVEN" ]] ||
    fail "Maven $version is too old: install $NEEDED_MAVEN or later (https://maven.apache.org) and put mvn on the PATH."
}
