# Sets jdk to the folder of a JDK 25, or to nothing when there is none.

is_jdk25() {
  local line
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 1
  while IFS= read -r line; do
    [[ $line == 'JAVA_VERSION="25'[.\"]* || $line == 'JAVA_VERSION="25-'* ]] && return 0
  done <"$1/release"
  return 1
}

find_jdk25() {
  local java
  for jdk in "${ROLEWISE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [[ -n $jdk ]] && is_jdk25 "$jdk" && return 0
  done
  if [[ -x /usr/libexec/java_home ]] && jdk=$(/usr/libexec/java_home -v 25 2>/dev/null) && is_jdk25 "$jdk"; then
    return 0
  fi
  if java=$(type -P java) && java=$(readlink -f "$java" 2>/dev/null) && jdk=${java%/bin/java} && is_jdk25 "$jdk"; then
    return 0
  fi
  jdk=
  return 1
}
