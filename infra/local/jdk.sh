# Sourced by the scripts of infra: finds JDK 25 and sets JAVA_HOME, or says in one sentence what is missing.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

find_jdk_25() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
  done
  echo "There is no JDK 25 here: install one below /usr/lib/jvm (Debian: temurin-25-jdk from Adoptium), or set JAVA_HOME to it." >&2
  exit 1
}

find_jdk_25
