# Makes the virtual environment that everything else runs in, on a machine that may have nothing but Python.
# Sourced by the scripts beside it, which call `prepare run|test|core` and then find its programs in $programs.
# A start that finds all in order costs a few milliseconds: no Python, no network, no package manager.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd -P)
constraints=$root/packaging/constraints.txt
lock=$root/.venv.lock
unset PYTHONDONTWRITEBYTECODE # where it is set, every start would compile everything anew
manager=
case $OSTYPE in
  msys* | cygwin*) system=windows ;;
  darwin*) system=macos ;;
  *)
    system=linux
    if command -v apt-get >/dev/null; then manager=apt; elif command -v dnf >/dev/null; then manager=dnf; fi
    ;;
esac

say() { printf '%s\n' "$*" >&2; }
stop() {
  say "$*"
  exit 1
}

# prepare FLAVOUR: `run` for the program, `test` for it with its tools, `core` for the engine's tests without Qt.
prepare() {
  flavour=$1
  venv=$root/.venv
  case $flavour in
    run) extras=window ;;
    test) extras=window,test,test-window ;;
    core) extras=test venv=$root/.venv-core ;;
  esac
  programs=$venv/bin
  [ $system = windows ] && programs=$venv/Scripts
  python=$programs/python
  log=$venv/setup.log
  is_current && return

  [ -w "$root" ] || stop "Soundings cannot be set up because $root is not writable for you."
  take_lock
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  is_current || make_ready # another start may have made it while this one waited
  rm -rf "$lock"
  trap - EXIT INT TERM HUP
}

# --- Is the environment as it should be? ------------------------------------------------------------------------

# What an environment was made from. The settings of tools in pyproject.toml do not count. Its Python is not named:
# the environment links to `python3.N` itself, and the link dangles once that Python is gone.
state_of() {
  local project
  project=$(<"$root/pyproject.toml")
  printf '%s\n' "$root" "$1" "${project%%\[tool.*}" "$(<"$constraints")"
}

is_current() {
  [ -x "$python" ] && [ -r "$venv/stamp" ] || return 1
  local stamp
  stamp=$(<"$venv/stamp")
  [ "$stamp" = "$(state_of "$flavour")" ] && return
  [ "$flavour" = run ] && [ "$stamp" = "$(state_of test)" ]
}

# Made by hand or by us, in this very place, to its end, with pip and a Python that still runs.
is_sound() {
  local place=$root
  [ -e "$venv/stamp" ] && read -r place <"$venv/stamp"
  [ ! -e "$venv/unfinished" ] && [ "$place" = "$root" ] && "$python" -c "import pip$fitting" >/dev/null 2>&1 </dev/null
}

# --- One set-up at a time ---------------------------------------------------------------------------------------

take_lock() {
  local owner waited=0
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/owner" 2>/dev/null || :)
    if is_at_work "$owner"; then
      [ $waited = 5 ] && say "Another start is setting Soundings up; waiting for it (delete $lock if there is none)."
    # The owner died. Of several that wait, the one that can make this folder takes its place.
    elif mkdir "$lock/after-${owner:-none}" 2>/dev/null && [ "$owner" = "$(cat "$lock/owner" 2>/dev/null || :)" ]; then
      break
    fi
    [ $waited -lt 20 ] || [ -d "$lock" ] || stop "Soundings cannot be set up because nothing can be written to $root."
    sleep 1
    waited=$((waited + 1))
  done
  echo $$ >"$lock/owner"
}

is_at_work() {
  if [ -z "$1" ]; then
    [ "$waited" -lt 10 ] # it may be about to write its name
  else
    { [ -d "/proc/$1" ] || kill -0 "$1" 2>/dev/null; } && [ -z "$(find "$lock" -prune -mmin +180 2>/dev/null)" ]
  fi
}

# --- Making it --------------------------------------------------------------------------------------------------

make_ready() {
  local begun=$SECONDS
  if is_sound; then
    # Whoever tests here goes on testing: `run` after `test` keeps the tools.
    [ "$flavour" = run ] && [ "$(sed -n 2p "$venv/stamp" 2>/dev/null)" = test ] && extras=window,test,test-window flavour=test
    say "Bringing ${venv##*/} up to date…"
    touch "$venv/unfinished"
    : >"$log"
    base=$python
    offer_libraries
  else
    rm -rf "$venv"
    mkdir "$venv"
    touch "$venv/unfinished"
    find_python
    check_disk
    case $flavour/$system in
      core/*) say 'Setting up .venv-core, where the engine is tested without Qt…' ;;
      */linux) say 'Setting up Soundings in .venv: the first time downloads about 2.5 GB and takes some minutes.' ;;
      *) say 'Setting up Soundings in .venv: the first time downloads about 0.5 GB and takes some minutes.' ;;
    esac
    offer_libraries
    patiently "$base" -m venv "$venv" || give_up
  fi
  if ! install_packages_of_python; then
    # What failed before it changed anything is tried again in place.
    [ ! -e "$venv/stamp" ] || grep -qiE 'uninstalled|failed to install|no space left' "$log" || rm "$venv/unfinished"
    give_up
  fi
  state_of "$flavour" >"$venv/stamp"
  rm "$venv/unfinished"
  say "Ready after $((SECONDS - begun)) s."
}

# Runs a command with its words in the log; on a terminal the passing time shows that it lives.
patiently() {
  local ticker='' status=0 begun=$SECONDS
  if [ -t 2 ]; then
    while sleep 5 && kill -0 $$; do printf '  … %d s\r' $((SECONDS - begun)) >&2; done &
    ticker=$!
  fi
  "$@" >>"$log" 2>&1 </dev/null || status=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" || :
    wait "$ticker" 2>/dev/null || :
  fi
  return $status
}

give_up() {
  local reason="The last lines above say why; the whole of it is in $log."
  tail -n 12 "$log" | sed 's/^/  | /' >&2
  if grep -qiE 'no space left|not enough space' "$log"; then
    reason='The disk is full: free about 8 GB and start again.'
  elif grep -qiE 'matching platform tag|is not a supported wheel|no matching distribution found for torch' "$log"; then
    reason='A package has no build for this machine: Soundings runs on 64-bit Linux with glibc 2.34 or newer, on macOS 14 or newer with an Apple processor, and on 64-bit Windows.'
  elif grep -qiE 'dns error|name resolution|failed to fetch|connection|timed out|network is unreachable|no matching distribution found' "$log"; then
    reason='The packages could not be downloaded: check the network and start again; what has arrived is kept.'
  fi
  stop "Soundings could not be set up. $reason"
}

check_disk() {
  local need=8 free
  [ $system = linux ] || need=3
  [ -d "${UV_CACHE_DIR:-${HOME:-/}/.cache/uv}" ] && return # downloaded before: then it takes next to nothing
  free=$(df -Pk "$root" | tail -n 1)
  [[ $free =~ ([0-9]+)\ +[0-9]+% ]] || return 0
  free=$((BASH_REMATCH[1] / 1000 / 1000))
  [ "$free" -ge $need ] || stop "Soundings needs about $need GB of free disk for its set-up, and $root has $free GB left."
}

# --- Python -----------------------------------------------------------------------------------------------------

# Fails in a Python that cannot run Soundings; prints where it is and whether it can make environments.
fitting='
import importlib.util, pathlib, sys
if not (3, 11) <= sys.version_info < (3, 15) or sys.maxsize < 2**32:
    sys.exit(1)
name = "python.exe" if sys.platform == "win32" else "bin/python%d.%d" % sys.version_info[:2]
path = pathlib.Path(sys.base_prefix, name)
if not path.exists():
    path = pathlib.Path(getattr(sys, "_base_executable", sys.executable))
print(path.as_posix(), "%d.%d" % sys.version_info[:2], importlib.util.find_spec("ensurepip") is not None, sep="\n")
'

# Sets base to the newest Python that will do, one that can make environments before one that cannot.
find_python() {
  local candidate answer version='' able
  base=
  for candidate in python3.14 python3.13 python3.12 python3.11 python3 python 'py -3'; do
    # shellcheck disable=SC2086 # `py -3` is two words
    answer=$($candidate -c "$fitting" 2>/dev/null </dev/null | tr -d '\r') || continue
    [ -n "$answer" ] || continue
    able=${answer##*$'\n'}
    if [ -z "$base" ] || [ "$able" = True ]; then
      base=${answer%%$'\n'*}
      version=${answer#*$'\n'}
      version=${version%%$'\n'*}
    fi
    [ "$able" = True ] && return
  done
  [ -n "$base" ] || stop "Soundings needs Python 3.11 or newer; type: $(python_by_hand)"

  # Debian keeps what makes environments in a package of its own.
  if may_install && install_packages "python$version-venv"; then return; fi
  stop "Soundings needs Python's venv module; type: $(by_hand "python$version-venv")"
}

python_by_hand() {
  case $system$manager in
    macos) echo 'brew install python@3.13' ;;
    windows) echo 'winget install Python.Python.3.13' ;;
    linuxapt) if command -v python3 >/dev/null; then by_hand python3.11 python3.11-venv; else by_hand python3 python3-venv; fi ;;
    linuxdnf) by_hand python3.12 ;;
    *) by_hand python3 ;;
  esac
}

# --- Python's packages ------------------------------------------------------------------------------------------

# Without a network, what was downloaded before may do. pip asks once more, in its own way.
install_packages_of_python() (
  export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_PROGRESS=1
  for way in 'with_uv' 'with_uv --offline' 'with_pip'; do
    # shellcheck disable=SC2086 # a command and its argument
    patiently $way && exit
    grep -qi 'no space left' "$log" && exit 1
  done
  exit 1
)

with_uv() (
  cd "$root" || exit
  "$python" -m uv --version 2>/dev/null ||
    "$python" -m pip install --quiet --retries 1 --timeout 20 --constraint "$constraints" uv || exit
  # uv does not read pip's configuration, so what matters of it is passed on.
  index=${PIP_INDEX_URL:-$(pip_setting index-url)}
  certificates=${PIP_CERT:-$(pip_setting cert)}
  if [ -n "$index" ] && [ -z "${UV_INDEX_URL:-}${UV_DEFAULT_INDEX:-}" ]; then export UV_DEFAULT_INDEX="$index"; fi
  if [ -n "$certificates" ] && [ -z "${SSL_CERT_FILE:-}" ]; then export SSL_CERT_FILE="$certificates"; fi
  # Compiled now rather than at the first start; the engine's tests compile what they need.
  if [ "$flavour" != core ]; then export UV_COMPILE_BYTECODE=1; fi
  "$python" -m uv pip install --python "$python" --constraints "$constraints" --build-constraints "$constraints" \
    --editable ".[$extras]" "$@"
)

pip_setting() { "$python" -m pip config list 2>/dev/null | sed -nE "s/^(global|install)\.$1='(.*)'\$/\2/p" | tail -n 1; }

with_pip() (
  cd "$root" || exit
  "$python" -m pip install --quiet --constraint "$constraints" --editable ".[$extras]"
)

# --- The system's packages --------------------------------------------------------------------------------------

may_install() { [ -n "$manager" ] && { [ "$EUID" = 0 ] || sudo -n true 2>/dev/null; }; }

as_root() { if [ "$EUID" = 0 ]; then env "$@"; else sudo -n env "$@"; fi; }

install_packages() {
  case $manager in
    apt) patiently apt_install "$@" || { patiently as_root apt-get update -q && patiently apt_install "$@"; } ;;
    dnf) patiently as_root dnf install -y -q --setopt=install_weak_deps=False "$@" ;;
  esac
}

apt_install() {
  as_root DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q -o DPkg::Lock::Timeout=120 --no-install-recommends "$@"
}

# The command that does the same by hand, for whoever is at the keyboard.
by_hand() {
  local command="apt-get install $*"
  case $manager in
    apt) ;;
    dnf) command="dnf install $*" ;;
    *)
      echo "the command of your system that installs $*"
      return
      ;;
  esac
  if [ "$EUID" = 0 ]; then
    echo "$command"
  elif command -v sudo >/dev/null; then
    echo "sudo $command"
  else
    echo "su -c '$command'"
  fi
}

# want_packages NAME…: things that are nice to have, by their Debian names. Installed where that is allowed.
want_packages() {
  local name
  for name in "$@"; do
    case $manager/$name in
      dnf/xvfb) name=xorg-x11-server-Xvfb ;;
      dnf/fonts-inter) name=rsms-inter-fonts ;;
      dnf/libasound2-plugins) name=alsa-plugins-pulseaudio ;;
    esac
    case $manager in
      apt) dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' && continue ;;
      dnf) rpm -q "$name" >/dev/null 2>&1 && continue ;;
    esac
    if may_install; then install_packages "$name" || :; fi
  done
}

# --- The system's libraries -------------------------------------------------------------------------------------

missing_libraries() { "$base" "$root/packaging/system_libraries.py" --packages "$@"; }

# Installs what Qt and PortAudio need. What it may not install it notes in a file, so that later starts need not look.
offer_libraries() {
  [ $system = linux ] && [ "$flavour" != core ] || return 0
  local packages
  packages=$(missing_libraries)
  if [ -n "$packages" ] && may_install; then
    say 'Installing the system libraries that the window and sound need…'
    # shellcheck disable=SC2086 # a list of names
    install_packages $packages || :
    want_packages fonts-inter
    packages=$(missing_libraries)
  fi
  rm -f "$venv/missing-libraries"
  [ -n "$packages" ] || return 0
  if [ -n "$(missing_libraries window)" ]; then
    echo "$packages" >"$venv/missing-libraries"
  else
    say "Sound needs a library that this system lacks, all else works without it; type: $(by_hand "$packages")"
  fi
}

# Stops where a window (or its tests) could only fail.
need_window() {
  [ -e "$venv/missing-libraries" ] || return 0
  base=$python
  offer_libraries
  [ -e "$venv/missing-libraries" ] || return 0
  stop "The window needs libraries that this system lacks; type: $(by_hand "$(<"$venv/missing-libraries")")"
}
