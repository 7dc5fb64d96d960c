/** One measured figure beside what it has to be; one without a goal stands there for comparison. */
export interface Figure {
  name: string;
  value: number;
  unit: 'requests/s' | 'saves/s' | 'sockets/s' | 'ms' | 's' | 'MB' | 'KB' | '×' | '%' | 'plans' | 'calls';
  goal?: { atMost: number } | { atLeast: number };
  /** How it was measured. */
  note?: string;
}

export function reached({ value, goal }: Figure): boolean | null {
  if (!goal) return null;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** The figures as a table for a terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    shown(figure.value, figure.unit),
    goalOf(figure),
    mark(figure),
    figure.note ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function goalOf({ goal, unit }: Figure): string {
  if (!goal) return '';
  return 'atMost' in goal ? `≤ ${shown(goal.atMost, unit)}` : `≥ ${shown(goal.atLeast, unit)}`;
}

function mark(figure: Figure): string {
  const verdict = reached(figure);
  return verdict === null ? '' : verdict ? 'reached' : 'MISSED';
}

function shown(value: number, unit: Figure['unit']): string {
  if (unit === 'plans' || unit === 'calls') return `${value.toLocaleString('en')} ${unit}`;
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })} ${unit}`;
}
