# Puts a Node that can build the client first on PATH: the system's, else the one in the environment BIN names.
# Sourced by build.sh and check.sh; `use_node` fails where there is neither.

can_build() { # node
  command -v "$1" >/dev/null && "$1" -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
}

use_node() {
  can_build node && return 0
  [ -n "${BIN:-}" ] && can_build "$BIN/node" && export PATH="$BIN:$PATH"
}
