import { SingleBar } from 'cli-progress';
import type { NotebookRun } from './walkthrough';

/** Progress of a walkthrough: a bar for the running notebook in a terminal, elsewhere a line when one has ended. */
export interface RunProgress {
  readonly start: (file: string) => void;
  readonly cell: (number: number, of: number) => void;
  readonly end: (run: NotebookRun) => void;
  readonly stop: () => void;
}

/** stream: where progress goes. */
export function createRunProgress(stream: NodeJS.WriteStream): RunProgress {
  let bar: SingleBar | undefined;
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(timer);
    bar?.stop();
    bar = undefined;
  };
  return {
    start(file) {
      if (!stream.isTTY) return;
      const started = performance.now();
      const time = (): { time: string } => ({ time: clock((performance.now() - started) / 1000) });
      bar = new SingleBar({
        format: `${file} {bar} cell {value}/{total} {time}`,
        barsize: 20,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        stream,
        hideCursor: true,
        clearOnComplete: true,
        emptyOnZero: true,
      });
      bar.start(0, 0, time());
      // A cell can train for minutes; the clock shows that it is alive.
      timer = setInterval(() => bar?.update(time()), 1000);
    },
    cell(number, of) {
      bar?.setTotal(of);
      bar?.update(number);
    },
    end(run) {
      stop();
      const mark = run.state === 'ran' ? 'ok  ' : 'FAIL';
      stream.write(`${mark} ${run.file}: ${describeRun(run)}\n`);
    },
    stop,
  };
}

/** What became of a notebook, in a few words: `14 cells in 0:23`. */
export function describeRun({ state, cells, of, seconds }: NotebookRun): string {
  if (state === 'not run') return 'not run';
  if (state === 'committed') return `${of} cells, outputs as in the repository`;
  if (state === 'failed') return `stopped in cell ${cells} of ${of} after ${clock(seconds)}`;
  return `${of} cells in ${clock(seconds)}`;
}

/** Seconds as minutes and seconds: `2:05`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
