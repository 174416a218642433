# Sourced by infra/up and infra/test: builds what is not built or older than its sources, and unpacks the applications.

modules="infra/local/identity-provider spend-service citizen-journey-service outcomes-service gateway"
stamp=$root/infra/local/target/built

seconds() {
  date +%s
}

# Quiet as long as it works; a line every ten seconds so that nobody thinks it hangs.
maven() {
  local log=$1 started status=0 pid
  shift
  started=$(seconds)
  mkdir -p "$(dirname "$log")"
  (cd "$root" && exec mvn -B -ntp "$@") >"$log" 2>&1 </dev/null &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true' EXIT
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    if [ $((($(seconds) - started) % 10)) -eq 0 ]; then
      printf '%6s s  %s\n' "$(($(seconds) - started))" "$(grep -oE 'Building Total Place[^[]*\[[0-9]+/[0-9]+\]' "$log" | tail -1 || true)"
    fi
  done
  wait "$pid" || status=$?
  trap - EXIT
  if [ "$status" -ne 0 ]; then
    grep -E '^\[ERROR\]|BUILD' "$log" | head -40 >&2
    echo "The build failed; all of it is in $log." >&2
  fi
  return "$status"
}

sources_are_newer() {
  [ ! -f "$stamp" ] && return 0
  local newer
  newer=$(cd "$root" && find . \( -name target -o -name .git -o -name docs \) -prune -o \
    -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$stamp" -print -quit)
  [ -n "$newer" ]
}

unpack_applications() {
  local module jar
  for module in $modules; do
    # The repackaged jar says by its manifest that it can be unpacked; a module without an application yet is left out.
    jar=$(find "$root/$module/target" -maxdepth 1 -name '*-SNAPSHOT.jar' 2>/dev/null | head -1)
    if [ -z "$jar" ] || ! unzips "$jar"; then
      continue
    fi
    if [ ! -f "$root/$module/target/app/from" ] || ! cmp -s <(cksum <"$jar") "$root/$module/target/app/from"; then
      rm -rf "$root/$module/target/app"
      "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$root/$module/target/app"
      cksum <"$jar" >"$root/$module/target/app/from"
    fi
  done
}

unzips() {
  "$JAVA_HOME/bin/jar" tf "$1" 2>/dev/null | grep -q '^BOOT-INF/'
}

launcher=$root/infra/local/target/local-0.1.0-SNAPSHOT.jar
launcher_trained=$root/infra/local/target/trained

is_untrained() {
  local app
  for app in "$root"/*/target/app "$root"/infra/local/*/target/app; do
    if [ -d "$app" ] && [ ! -f "$app/trained" ]; then
      return 0
    fi
  done
  ! cmp -s <(cksum <"$launcher") "$launcher_trained"
}

# Tried once a build, whether it succeeds or not: without the caches everything works, only slower. Who starts the
# stack but twice, as the tests do, is done sooner without them: TOTALPLACE_FAST_STARTS=no.
train_caches() {
  local app
  [ "${TOTALPLACE_FAST_STARTS:-yes}" != no ] || return 0
  is_untrained || return 0
  echo "Preparing fast starts (once after a build)"
  cmp -s <(cksum <"$launcher") "$launcher_trained" || rm -f "$root/infra/local/target/kafka.aot"
  (cd "$root" && "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -cp "$launcher" org.totalplace.local.launch.Train) || true
  for app in "$root"/*/target/app "$root"/infra/local/*/target/app; do
    [ ! -d "$app" ] || touch "$app/trained"
  done
  cksum <"$launcher" >"$launcher_trained"
}

build_if_needed() {
  if sources_are_newer; then
    echo "Building (the first time takes some minutes)"
    maven "$root/infra/local/target/build.log" package -DskipTests -Dspotless.check.skip -Dcyclonedx.skip
    touch "$stamp"
  fi
}
