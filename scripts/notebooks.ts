import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { writeFileWhole } from 'captcha-lab/files';
import { runCommand } from './command';
import { checkNotebook } from './notebook/checkNotebook';
import { checkHeadingNumber, checkNumbers, type FileProblem } from './notebook/checkNumbers';
import { fromText, toText } from './notebook/fromText';
import { keepOutputs, type KeptOutputs } from './notebook/keepOutputs';
import { newNotebook } from './notebook/newNotebook';
import { readNotebook, writeNotebook } from './notebook/notebookFile';
import { refreshNotebooks } from './notebook/refreshNotebooks';
import { createRunProgress } from './notebook/runProgress';
import { stopOnSignals } from './notebook/stopOnSignals';
import { quantity } from 'captcha-lab/metrics';

const ROOT = path.dirname(__dirname);
const NOTEBOOKS = path.join(ROOT, 'notebooks');
// npm starts commands in the project; a relative path means the folder where the user is.
const here = (file: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

const program = new Command('npm run notebooks --')
  .description('Upkeep of the notebooks in this repository.')
  .helpOption('-h, --help', 'show this help')
  .addHelpText(
    'after',
    `
Examples:
  npm run notebooks -- check
  npm run notebooks -- refresh
  npm run notebooks -- refresh 04-a-first-network.ipynb
  npm run notebooks -- refresh 6 9
  npm run notebooks -- to-text notebooks/04-a-first-network.ipynb 04.txt
  npm run notebooks -- from-text 04.txt notebooks/04-a-first-network.ipynb
  npm run notebooks -- new notebooks/06-dropout.ipynb --title Dropout`,
  );

async function named(files: readonly string[]): Promise<string[]> {
  const all = (await readdir(NOTEBOOKS)).filter((file) => file.endsWith('.ipynb')).sort();
  const wanted = files.map((file) => {
    const number = /^\d{1,2}$/.test(file) ? `${file.padStart(2, '0')}-` : undefined;
    return all.find((one) => number !== undefined && one.startsWith(number)) ?? path.basename(file);
  });
  const missing = wanted.find((file) => !all.includes(file));
  if (missing) throw new Error(`there is no notebooks/${missing}; there are ${all.join(', ')}.`);
  return wanted.length > 0 ? wanted : all;
}

function describeKept({ kept, fresh, lost }: Omit<KeptOutputs, 'notebook'>): string {
  const cells = (count: number): string => `${count} code ${count === 1 ? 'cell' : 'cells'}`;
  const dropped = lost === 0 ? '' : `; the outputs of ${cells(lost)} of before are gone`;
  return `${cells(kept)} unchanged with their outputs, ${cells(fresh)} without${dropped}`;
}

program
  .command('refresh')
  .description(
    'run notebooks on generated data (profile quick) and write their outputs back, fit to be committed',
  )
  .argument('[files...]', 'file names or numbers in notebooks/; all by default')
  .action(async (files: string[]) => {
    const { signal } = stopOnSignals(console.error);
    const chosen = await named(files);
    const progress = createRunProgress(process.stdout);
    await refreshNotebooks({ root: ROOT, env: process.env, files: chosen, progress, signal });
    console.log(`wrote ${chosen.join(', ')}`);
  });

program
  .command('check')
  .description('look through committed notebooks without running them')
  .argument('[files...]', 'file names or numbers in notebooks/; all by default')
  .option('--json', 'print the problems as JSON')
  .action(async (files: string[], { json }: { json?: boolean }) => {
    const problems: FileProblem[] = [];
    const chosen = await named(files);
    for (const file of chosen) {
      const notebook = await readNotebook(path.join(NOTEBOOKS, file));
      const found = [
        ...checkHeadingNumber(file, notebook),
        ...checkNotebook(notebook, { folder: NOTEBOOKS }),
      ];
      problems.push(...found.map((problem) => ({ file, problem })));
    }
    problems.push(...checkNumbers(await named([])).filter(({ file }) => chosen.includes(file)));
    if (json) console.log(JSON.stringify(problems, null, 2));
    else for (const { file, problem } of problems) console.log(`${file}: ${problem}`);
    if (problems.length > 0) throw new Error(`${quantity(problems.length, 'problem')} in the notebooks.`);
    if (!json) console.log(`${quantity(chosen.length, 'notebook')}: ok`);
  });

program
  .command('new')
  .description('start a notebook with the parts that each one has')
  .argument('<notebook>', 'notebooks/NN-name.ipynb; must not exist')
  .requiredOption('--title <TITLE>', 'its title')
  .action(async (notebook: string, { title }: { title: string }) => {
    const file = here(notebook);
    const number = /^(\d\d)-.+\.ipynb$/.exec(path.basename(file))?.[1];
    if (!number) throw new Error(`the name must be like 06-dropout.ipynb, got ${path.basename(file)}.`);
    if (existsSync(file)) throw new Error(`${notebook} exists; choose another name.`);
    const beside = existsSync(path.dirname(file)) ? await readdir(path.dirname(file)) : [];
    const twin = beside.find((name) => name.startsWith(`${number}-`) && name.endsWith('.ipynb'));
    if (twin) throw new Error(`${twin} has the number ${number} already; choose another.`);
    await writeNotebook(file, fromText(newNotebook({ number: Number(number), title })));
    console.log(`wrote ${notebook}`);
  });

program
  .command('from-text')
  .description('write a notebook from its text form ("# %% [markdown]" and "# %%" start cells)')
  .argument('<text>', 'text file')
  .argument('<notebook>', 'notebook to write; where it exists, cells that are the same keep their outputs')
  .action(async (text: string, notebook: string) => {
    const next = fromText(await readFile(here(text), 'utf8'));
    if (!existsSync(here(notebook))) {
      await writeNotebook(here(notebook), next);
      console.log(`wrote ${notebook}`);
      return;
    }
    const { notebook: merged, ...counts } = keepOutputs(next, await readNotebook(here(notebook)));
    await writeNotebook(here(notebook), merged);
    console.log(`wrote ${notebook}: ${describeKept(counts)}`);
  });

program
  .command('to-text')
  .description('write the text form of a notebook, without outputs')
  .argument('<notebook>')
  .argument('<text>', 'text file to write')
  .option('--force', 'replace a text file that says something else')
  .action(async (notebook: string, text: string, { force = false }: { force?: boolean }) => {
    const content = toText(await readNotebook(here(notebook)));
    if (!force && existsSync(here(text)) && (await readFile(here(text), 'utf8')) !== content)
      throw new Error(`${text} exists and says something else; choose another name, or --force replaces it.`);
    await writeFileWhole(here(text), content);
    console.log(`wrote ${text}`);
  });

void runCommand(async () => {
  await program.parseAsync();
});
