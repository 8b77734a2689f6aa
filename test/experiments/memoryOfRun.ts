import { findExperiment, runExperiment } from 'captcha-lab/experiments';
import { TINY, noiseData } from './tinyRun';

// Run by memory.test.ts as a process of its own: trains on a set of the report's size for 2,000 examples and prints the most
// memory it held, in MiB. Without a results folder nothing is written.
const stop = new AbortController();
void runExperiment(findExperiment(process.argv[2]), {
  profile: TINY,
  seed: 1,
  data: noiseData({ captchas: 1070 }),
  signal: stop.signal,
  onProgress: ({ epoch, batch }) => {
    if (epoch > 1 || batch >= 200) stop.abort();
  },
}).then(() => {
  console.log(process.resourceUsage().maxRSS / 1024);
});
