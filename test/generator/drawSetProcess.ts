import { ensureGeneratedSet } from 'captcha-lab/generator';

// Draws a set in a process of its own: folder, count, seed. Prints `drawing` at the first picture, `done` at
// the end.
const [folder, count, seed] = process.argv.slice(2);
let begun = false;
void ensureGeneratedSet(folder, {
  count: Number(count),
  seed: Number(seed),
  onProgress: () => {
    if (!begun) process.stdout.write('drawing\n');
    begun = true;
  },
}).then(() => process.stdout.write('done\n'));
