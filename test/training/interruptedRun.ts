import { interruptible, train } from 'captcha-lab/training';
import { smallNet, smallRun } from './smallTask';

// Run by interruptible.test.ts as a process of its own, to be interrupted. It ends by itself should nobody do so.
let told = false;
void interruptible((signal) =>
  train(smallNet(3), {
    ...smallRun({ epochs: 100_000, signal }),
    onProgress: () => {
      if (!told) console.log('training');
      told = true;
    },
  }),
).then(({ interrupted }) => {
  console.log(`interrupted ${interrupted}`);
});
