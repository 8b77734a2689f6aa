import path from 'node:path';
import { runCommand } from './command';
import { printable } from './read/printable';
import { createStepProgress } from './stepProgress';
import { strengthOptions } from './strength/options';

async function main(): Promise<void> {
  // npm starts commands in the project; a relative path means the folder where the user is.
  const options = strengthOptions(process.env.INIT_CWD ?? process.cwd());
  // They load TensorFlow: help and slips in the arguments need not wait for it.
  const { usablePictures } = await import('captcha-lab/strength');
  const reading = createStepProgress({ look: 'Looking at the pictures' });
  const { folder } = options;
  const usable = await usablePictures(folder, {
    name: path.basename(folder),
    onProgress: (done, total) => {
      reading.update({ step: 'look', done, total });
    },
  }).finally(() => {
    reading.stop();
  });
  const { problems, files, inferred } = usable;
  if (problems.length > 0) {
    for (const { file, rule, received, remedy } of problems) {
      console.error(printable(`${file}: ${rule}, got ${received}. ${remedy}`));
    }
    const count = `${problems.length} of ${files} pictures in ${folder} cannot be used`;
    if (!options.skipBad) {
      throw new Error(`${count}, see above. Nothing was trained; --skip-bad goes on without them.`);
    }
    console.error(`${count} and are left out.`);
  }
  if (inferred === undefined) throw new Error(`none of the ${files} pictures in ${folder} can be used.`);
  for (const finding of inferred.findings) console.error(printable(finding));
  const { measureFolder } = await import('./strength/measureFolder.js');
  await measureFolder(options, { ...usable, inferred });
}

void runCommand(main);
