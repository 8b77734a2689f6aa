import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import writeFileAtomic = require('write-file-atomic');
import { runCommand } from './command';
import { fromText, toText } from './notebook/fromText';
import { readNotebook, writeNotebook } from './notebook/notebookFile';

const program = new Command('notebooks')
  .description('Upkeep of the notebooks in this repository.')
  .helpOption('-h, --help', 'show this help');

program
  .command('from-text')
  .description('write a notebook from its text form ("# %% [markdown]" and "# %%" start cells)')
  .argument('<text>', 'text file')
  .argument('<notebook>', 'notebook to write; its outputs are dropped')
  .action(async (text: string, notebook: string) => {
    await writeNotebook(notebook, fromText(await readFile(text, 'utf8')));
    console.log(`wrote ${notebook}`);
  });

program
  .command('to-text')
  .description('write the text form of a notebook, without outputs')
  .argument('<notebook>')
  .argument('<text>', 'text file to write')
  .action(async (notebook: string, text: string) => {
    await writeFileAtomic(text, toText(await readNotebook(notebook)));
    console.log(`wrote ${text}`);
  });

void runCommand(async () => {
  await program.parseAsync();
});
