import { Presets, SingleBar } from 'cli-progress';

export interface StepProgress<Step extends string> {
  readonly update: (progress: { readonly step: Step; readonly done: number; readonly total: number }) => void;
  readonly stop: () => void;
}

/** Progress of work in steps, on stderr: a bar a step in a terminal, elsewhere a line when a step is done. */
export function createStepProgress<Step extends string>(
  titles: Readonly<Record<Step, string>>,
): StepProgress<Step> {
  let current: Step | undefined;
  let bar: SingleBar | undefined;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    update({ step, done, total }) {
      if (!process.stderr.isTTY) {
        if (done === total) console.error(`${titles[step]}: ${done} of ${total}`);
        return;
      }
      if (step !== current) {
        stop();
        current = step;
        const format = `${titles[step]} {bar} {value}/{total}`;
        bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
        bar.start(total, 0);
      }
      bar?.update(done);
    },
    stop,
  };
}
