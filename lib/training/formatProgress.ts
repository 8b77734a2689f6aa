import type { TrainingProgress } from './trainingTypes';

export interface FormatProgressOptions {
  /** Characters of the bar, 16 by default. */
  readonly barWidth?: number;
}

/** One line on where a run stands:
 *  `epoch 3/15 ██████░░░░░░░░░░ 120/323 loss 1.230 acc 61.0% 812 ex/s 12 s left`. */
export function formatProgress(
  { epoch, epochs, batch, batches, loss, accuracy, examplesPerSecond, secondsLeft }: TrainingProgress,
  { barWidth = 16 }: FormatProgressOptions = {},
): string {
  const full = Math.round((barWidth * batch) / batches);
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  return (
    `epoch ${epoch}/${epochs} ${bar} ${batch}/${batches} loss ${loss.toFixed(3)} acc ${(100 * accuracy).toFixed(1)}% ` +
    `${Math.round(examplesPerSecond)} ex/s ${formatDuration(secondsLeft)} left`
  );
}

/** `12 s`, `3 min 05 s`, `2 h 07 min`. seconds: 0 or more. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
}
