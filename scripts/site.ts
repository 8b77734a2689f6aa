import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { runCommand } from './command';
import { jupyterPython } from './jupyter';
import { publishCommitted } from './notebook/publishCommitted';

const ROOT = path.dirname(__dirname);

const HELP = `
Takes seconds: no notebook is run, and no browser is needed. What is in the repository was run on generated data in the
profile quick; \`npm start\` runs the notebooks on your data. out/ is replaced as a whole; files of your own in it are kept,
and the results of an \`npm start\` unless you say --force.

Examples:
  npm run site
  npm run site -- --force`;

async function main(): Promise<void> {
  const program = new Command('npm run site --')
    .description(
      'Builds the pages in out/ from the notebooks as they are in the repository, without running any.',
    )
    .option('--force', 'replace the results of a real run in out/')
    .option('--json', 'print out/results.json at the end')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', HELP)
    .parse();
  const { force = false, json } = program.opts<{ force?: boolean; json?: boolean }>();
  const python = jupyterPython(ROOT);
  if (!existsSync(python)) throw new Error('Jupyter is not installed; run `npm run setup`.');
  const { results, text } = await publishCommitted({
    out: path.join(ROOT, 'out'),
    cache: path.join(ROOT, '.cache'),
    work: path.join(ROOT, '.cache', 'work'),
    folder: path.join(ROOT, 'notebooks'),
    python,
    force,
  });
  console.log(json ? JSON.stringify(results, null, 2) : text);
}

void runCommand(main);
