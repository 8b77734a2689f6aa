import { train } from 'captcha-lab/training';
import { smallNet, smallRun } from './smallTask';

// Run by checkpoint.test.ts as a process of its own, to be killed. It ends by itself should nobody do so.
void train(smallNet(3), {
  ...smallRun({
    optimizer: { kind: 'adam', learningRate: 0.01 },
    epochs: 100_000,
    checkpoint: { file: process.argv[2] },
    progressPerSecond: 1e9,
  }),
  onProgress: ({ epoch }) => {
    if (epoch >= 3) process.stdout.write('.');
  },
});
