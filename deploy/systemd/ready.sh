#!/bin/sh
# Waits until the instance on this port takes requests.
set -eu
for _ in $(seq 1 100); do
  if node -e "fetch('http://127.0.0.1:$1/readyz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"; then
    exit 0
  fi
  sleep 0.3
done
echo "The instance on port $1 did not get ready." >&2
exit 1
