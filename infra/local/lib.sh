# What the scripts beside this file share. Sourced, never run.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

# setting NAME DEFAULT: from the environment, else from .env, else the default.
setting() {
  local value=${!1:-}
  if [ -z "$value" ] && [ -f "$root/.env" ]; then
    value=$(sed -n "s/^\(export \)\{0,1\}$1=//p" "$root/.env" | tail -n 1 | sed "s/^[\"']\(.*\)[\"'] *$/\1/; s/ #.*//")
  fi
  echo "${value:-$2}"
}

home=$(setting ACCUEIL_HOME .local)
case $home in /*) ;; *) home=$root/$home ;; esac
programs=$home/programs/launcher

launcher_runs() {
  local pid
  pid=$(cat "$home/launcher.pid" 2>/dev/null) && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null &&
    ps -o args= -p "$pid" | grep -q fr.accueil.local.Launcher
}

# Builds the launcher when its sources are newer than what was built, and copies it to where it runs from. A launcher that
# is running keeps what it was started with.
prepare_launcher() {
  JAVA_HOME=$("$here/jdk") || exit 1
  export JAVA_HOME
  mkdir -p "$home/logs" "$programs"
  if launcher_runs; then return; fi
  if [ ! -f "$programs/built" ] || [ -n "$(find "$root/pom.xml" "$here/pom.xml" "$here/src/main" \
    "$root/event-contracts/pom.xml" "$root/event-contracts/src/main" -newer "$programs/built" -print -quit)" ]; then
    build_launcher
  fi
}

build_launcher() {
  local log=$home/logs/build-launcher.log
  if ! command -v mvn >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "Installing Maven with apt…"
      apt-get install -y -q maven >"$log" 2>&1 || { tail -n 20 "$log"; exit 1; }
    else
      echo "Accueil is built with Maven, and found none. Install it: https://maven.apache.org/install.html" >&2
      exit 1
    fi
  fi
  touch "$home/building-launcher"
  echo "Building the launcher (the first time, Maven downloads what it needs)…"
  if ! (cd "$root" && mvn -B -ntp -Dmaven.test.skip=true -pl infra/local -am package) >"$log" 2>&1; then
    echo "Maven could not build the launcher:"
    grep -E '^\[ERROR\]' "$log" | head -n 20
    echo "The whole log: $log"
    exit 1
  fi
  rm -rf "$programs"
  mkdir -p "$programs"
  cp "$here"/target/lib/*.jar "$programs/"
  cp "$here/target/local-0.1.0.jar" "$programs/local.jar"
  # Dated when the build began: what was changed while it ran is built the next time.
  mv "$home/building-launcher" "$programs/built"
}

launcher() {
  local terminal=false
  if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; then
    terminal=true
    COLUMNS=$(tput cols 2>/dev/null || echo 80)
    export COLUMNS
  fi
  exec "$JAVA_HOME/bin/java" -Xms16m -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow \
    -Daccueil.root="$root" -Daccueil.terminal=$terminal -cp "$programs/*" fr.accueil.local.Launcher "$@"
}
