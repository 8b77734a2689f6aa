import type { MeasuredCase, Repetition } from './benchFile';
import { formatRatio, formatSummary, formatTarget } from './formatSummary';
import { summarizeCase } from './summarizeCase';

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
