import { MultiBar, type SingleBar } from 'cli-progress';
import type { NotebookRun } from './walkthrough';

/** Progress of a walkthrough: a bar for each running notebook in a terminal, and a line when one has ended. */
export interface RunProgress {
  readonly start: (file: string) => void;
  readonly cell: (file: string, number: number, of: number) => void;
  readonly end: (run: NotebookRun) => void;
  readonly stop: () => void;
}

/** stream: where progress goes. */
export function createRunProgress(stream: NodeJS.WriteStream): RunProgress {
  const bars = new Map<string, { readonly bar: SingleBar; readonly timer: NodeJS.Timeout }>();
  let all: MultiBar | undefined;
  const stop = (): void => {
    for (const { timer } of bars.values()) clearInterval(timer);
    bars.clear();
    all?.stop();
    all = undefined;
  };
  return {
    start(file) {
      if (!stream.isTTY) return;
      const started = performance.now();
      const time = (): { time: string; file: string } => ({
        file,
        time: clock((performance.now() - started) / 1000),
      });
      all ??= new MultiBar({
        format: '{file} {bar} cell {value}/{total} {time}',
        barsize: 20,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        stream,
        hideCursor: true,
        clearOnComplete: true,
        emptyOnZero: true,
      });
      const bar = all.create(0, 0, time());
      // A cell can train for minutes; the clock shows that it is alive.
      bars.set(file, {
        bar,
        timer: setInterval(() => {
          bar.update(time());
        }, 1000),
      });
    },
    cell(file, number, of) {
      const bar = bars.get(file)?.bar;
      bar?.setTotal(of);
      bar?.update(number);
    },
    end(run) {
      const line = `${run.state === 'ran' ? 'ok  ' : 'FAIL'} ${run.file}: ${describeRun(run)}\n`;
      const ended = bars.get(run.file);
      if (ended && all) {
        clearInterval(ended.timer);
        bars.delete(run.file);
        all.remove(ended.bar);
        all.log(line);
      } else stream.write(line);
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
