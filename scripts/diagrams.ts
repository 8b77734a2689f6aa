import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { writeFileWhole } from 'captcha-lab/files';
import { runCommand } from './command';
import { courseDiagrams } from './diagrams/courseDiagrams';

const ROOT = path.dirname(__dirname);
/** Beside the notebooks: JupyterLab shows pictures from below its own folder only. */
const FOLDER = path.join(ROOT, 'notebooks', 'diagrams');

const program = new Command('npm run diagrams --')
  .description(
    'Draws the diagrams of the notebooks anew: notebooks/diagrams/NAME.svg, by lib/diagrams.\n' +
      'They are light or dark as the system is, and carry a description for people who cannot see them.',
  )
  .helpOption('-h, --help', 'show this help')
  .action(async () => {
    await mkdir(FOLDER, { recursive: true });
    for (const { name, svg } of courseDiagrams()) {
      await writeFileWhole(path.join(FOLDER, `${name}.svg`), svg);
      console.log(`wrote notebooks/diagrams/${name}.svg`);
    }
  });

void runCommand(async () => {
  await program.parseAsync();
});
