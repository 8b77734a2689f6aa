import type { MeasuredCase, Repetition } from './benchFile';
import { median, type CaseSummary, type Summary, summarizeCase } from './summarizeCase';

/** Lines for the terminal: medians with their spread, ratios, verdict. */
export function describeCase(measured: MeasuredCase): string[] {
  const summary = summarizeCase(measured);
  const { ours, peers, ratio } = summary;
  const unit = { wall: 's', medianMs: 'ms', peakMiB: 'MiB' }[measured.measure];
  const lines = [ours, ...peers].map((one) => {
    const spread = `${one.low.toPrecision(3)} to ${one.high.toPrecision(3)} ${unit}`;
    return `  median ${formatSummary(one, measured)} (${spread}), ${one.cpu.toFixed(2)} s of processors  ${one.contestant.name}`;
  });
  if (ratio) {
    lines.push(
      `  ${formatRatio(ratio)} as fast as ${ratio.peer} on the clock, ${ratio.cpu.toFixed(2)} x in processor seconds`,
    );
  }
  const target = formatTarget(measured, summary);
  return target === '' ? lines : [...lines, `  target: ${target}`];
}

/** One repetition, for the terminal. */
export function describeRepetition(
  name: string,
  { wall, cpu, medianMs, gflops, peakMiB }: Repetition,
  measure: MeasuredCase['measure'],
): string {
  const parts = [
    `${wall.toFixed(2)} s on the clock`,
    `${cpu.toFixed(2)} s of processors`,
    medianMs === undefined || measure !== 'medianMs' ? [] : `${medianMs.toFixed(1)} ms a call`,
    gflops === undefined ? [] : `${gflops.toFixed(0)} GFLOPS`,
    peakMiB === undefined ? [] : `${Math.round(peakMiB)} MiB`,
  ].flat();
  return `${parts.join(', ')}  ${name}`;
}

/** A contestant's number in the unit of its case: examples a second where they are counted, else the time, or the memory. */
export function formatSummary(
  { contestant, value }: Summary,
  { measure }: Pick<MeasuredCase, 'measure'>,
): string {
  const [{ examples, bytes }] = contestant.repetitions;
  if (measure === 'peakMiB') return `${Math.round(value)} MiB`;
  if (measure === 'medianMs') {
    const p99 = median(contestant.repetitions.map(({ p99Ms = value }) => p99Ms));
    return `${significant(value)} ms, 99th ${significant(p99)} ms`;
  }
  if (bytes) {
    const all = Object.values(bytes).reduce((sum, each) => sum + each, 0);
    return `${significant(value)} s, ${(all / 1e9).toFixed(2)} GB`;
  }
  return examples === undefined ? `${significant(value)} s` : `${significant(examples / value)} a second`;
}

/** `1.14 x (1.11 to 1.17)`. */
export function formatRatio({ value, low, high }: NonNullable<CaseSummary['ratio']>): string {
  return `${value.toFixed(2)} x (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** What the case has to reach, and whether it does; empty without a target. */
export function formatTarget(
  { target }: Pick<MeasuredCase, 'target'>,
  { met, peakShare }: Pick<CaseSummary, 'met' | 'peakShare'>,
): string {
  const reached = peakShare === undefined ? '' : ` (${percent(peakShare)})`;
  const parts = [
    target?.ratio === undefined ? [] : `at least ${target.ratio} x`,
    target?.peakShare === undefined ? [] : `at least ${percent(target.peakShare)} of the peak${reached}`,
    target?.peakMiB === undefined ? [] : `at most ${Math.round(target.peakMiB)} MiB`,
  ].flat();
  if (parts.length === 0) return '';
  const verdict = met === undefined ? 'not measured' : met ? 'met' : 'missed';
  return `${parts.join(', ')}: ${verdict}`;
}

/** Three digits, all of those before the point. */
function significant(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

/** What a case is called beside others: a row's only case by the row. */
export function caseLabel(row: string, name: string): string {
  return name === 'all' ? row : `${row} ${name}`;
}
