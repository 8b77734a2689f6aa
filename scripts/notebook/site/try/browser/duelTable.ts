import { meanInterval } from '../../../../../lib/metrics/meanInterval';
import { wilsonInterval } from '../../../../../lib/metrics/wilsonInterval';

/** One picture of the contest. */
export interface DuelTurn {
  readonly seed: number;
  readonly text: string;
  readonly typed: string;
  readonly read: string;
  /** Seconds that each took. */
  readonly person: number;
  readonly machine: number;
}

/** One row of the contest's table, in words. */
export interface DuelRow {
  readonly who: string;
  readonly right: string;
  readonly share: string;
  readonly seconds: string;
}

/** Who read how many right, and how fast; intervals where there are two pictures or more. */
export function duelTable(turns: readonly DuelTurn[]): DuelRow[] {
  const row = (who: string, right: number, seconds: readonly number[]): DuelRow => {
    const n = turns.length;
    const { low, high } = wilsonInterval(right, n);
    const percent = (share: number): string => `${Math.round(100 * share)}%`;
    // Of the person whole tenths, of the machine thousandths.
    const digits = Math.max(...seconds) < 1 ? 3 : 1;
    const mean = seconds.reduce((sum, one) => sum + one, 0) / n;
    const spread = n < 2 ? undefined : meanInterval(seconds);
    const range = spread
      ? ` (${Math.max(0, spread.low).toFixed(digits)} to ${spread.high.toFixed(digits)})`
      : '';
    return {
      who,
      right: `${right} of ${n}`,
      share: `${percent(right / n)} (${percent(low)} to ${percent(high)})`,
      seconds: `${mean.toFixed(digits)}${range}`,
    };
  };
  const count = (of: (turn: DuelTurn) => string): number =>
    turns.filter((turn) => of(turn) === turn.text).length;
  return [
    row(
      'You',
      count(({ typed }) => typed),
      turns.map(({ person }) => person),
    ),
    row(
      'The machine',
      count(({ read }) => read),
      turns.map(({ machine }) => machine),
    ),
  ];
}

/** The contest as CSV (RFC 4180). knobs: those that were turned. */
export function duelCsv(turns: readonly DuelTurn[], knobs: readonly string[]): string {
  const quoted = (cell: string | number): string =>
    /[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  const head = ['picture', 'knobs', 'seed', 'text', 'typed', 'read', 'person_seconds', 'machine_seconds'];
  const rows = turns.map(({ seed, text, typed, read, person, machine }, index) => [
    index + 1,
    knobs.join(' + '),
    seed,
    text,
    typed,
    read,
    person.toFixed(3),
    machine.toFixed(4),
  ]);
  return [head, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}
