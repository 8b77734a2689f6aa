import { formatDuration } from 'captcha-lab/training';
import type { StrengthProgress } from 'captcha-lab/strength';

/** Milliseconds between lines where there is no terminal. */
const BETWEEN_LINES = 20_000;

/** Shows on stderr how far a measurement is: one line that is written over in a terminal, elsewhere a line now and then. */
export function createStrengthProgress(now: () => number): {
  readonly update: (progress: StrengthProgress) => void;
  readonly stop: () => void;
} {
  let shown = -Infinity;
  let labels = 0;
  const terminal = process.stderr.isTTY;
  return {
    update(progress) {
      const due = progress.labels !== labels || progress.share === 1 || now() - shown >= BETWEEN_LINES;
      if (!terminal && !due) return;
      shown = now();
      labels = progress.labels;
      const { share, loss, seconds, secondsLeft } = progress;
      const line =
        `${labels} labels: ${(100 * share).toFixed(0)}% learnt, loss ${loss.toFixed(2)}, ${formatDuration(seconds)}; ` +
        `${formatDuration(secondsLeft)} left in all`;
      if (terminal) process.stderr.write(`\r\u001b[K${line}`);
      else console.error(line);
    },
    stop() {
      if (terminal) process.stderr.write('\r\u001b[K');
    },
  };
}
