import type { WriteStream } from 'node:tty';
import type { ExperimentResult } from 'captcha-lab/experiments';
import { formatCount, quantity } from 'captcha-lab/metrics';
import { formatDuration, type EpochEntry, type TrainingProgress } from 'captcha-lab/training';

/** Shows runs as they go: a row an epoch, and on a terminal a last row that changes in place. */
export interface RunTable {
  start(stem: string): void;
  readonly progress: (progress: TrainingProgress) => void;
  readonly epoch: (entry: EpochEntry) => void;
  finish(result: ExperimentResult): void;
  readonly note: (message: string) => void;
}

const COLUMNS = ['epoch', 'loss', 'accuracy', 'validation', 'examples/s', 'time left'] as const;
const WIDTHS = COLUMNS.map((name) => Math.max(name.length, 9));

export function createRunTable({
  stream,
}: {
  readonly stream: Pick<WriteStream, 'write' | 'isTTY'>;
}): RunTable {
  let secondsLeft = 0;
  let epochs = 0;
  let open = false;
  const say = (line: string): void => {
    // \x1b[2K empties the row that changes in place.
    stream.write(`${open ? '\r\x1b[2K' : ''}${line}\n`);
    open = false;
  };
  const row = (values: readonly string[]): string =>
    values.map((value, column) => value.padStart(WIDTHS[column])).join('  ');
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

  return {
    start(stem) {
      epochs = 0;
      say(`\n${stem}`);
    },
    progress(progress) {
      if (epochs === 0) say(row(COLUMNS));
      ({ secondsLeft, epochs } = progress);
      if (!stream.isTTY) return;
      const { epoch, batch, batches, loss, accuracy, examplesPerSecond } = progress;
      const done = `${Math.floor((100 * batch) / batches)}% done`;
      const cells = [
        `${epoch}/${epochs}`,
        loss.toFixed(4),
        percent(accuracy),
        done,
        examplesPerSecond.toFixed(0),
        formatDuration(secondsLeft),
      ];
      stream.write(`\r\x1b[2K${row(cells)}`);
      open = true;
    },
    epoch({ epoch, loss, accuracy, valAccuracy, examplesPerSecond }) {
      const left = epoch === epochs ? '' : formatDuration(secondsLeft);
      const cells = [
        `${epoch}/${epochs}`,
        loss.toFixed(4),
        percent(accuracy),
        percent(valAccuracy),
        examplesPerSecond.toFixed(0),
        left,
      ];
      say(row(cells));
    },
    finish({ complete, best, last, config, seconds, run }) {
      const state = complete
        ? ''
        : `, interrupted after ${last.epoch} of ${quantity(config.epochs, 'epoch')}`;
      say(
        `${run.experiment}: best ${formatCount(best.correct, best.n)} in epoch ${best.epoch}, ` +
          `last ${formatCount(last.correct, last.n)}, ${formatDuration(seconds)}${state}`,
      );
    },
    note(message) {
      say(message);
    },
  };
}
