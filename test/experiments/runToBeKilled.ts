import { findExperiment, runExperiment } from 'captcha-lab/experiments';
import { TINY, noiseData } from './tinyRun';

const [, , folder, moment] = process.argv;

/** Says that the moment has come and stands still, so that the kill finds the run exactly there. */
function standAt(now: string): void {
  if (now !== moment) return;
  process.stdout.write('here\n');
  // Should nobody kill it, it goes on after a minute.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
}

// Run by runExperiment.test.ts as a process of its own, to be killed.
void runExperiment(findExperiment('dropout50'), {
  profile: TINY,
  seed: 1,
  data: noiseData(),
  folder,
  onProgress: ({ epoch, batch, batches }) => {
    if (batch === 1 || batch === batches)
      standAt(`${batch === 1 ? 'first' : 'last'} batch of epoch ${epoch}`);
  },
  onEpoch: ({ epoch }) => {
    standAt(`checkpoint of epoch ${epoch}`);
  },
});
