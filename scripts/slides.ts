import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { quantity } from 'captcha-lab/metrics';
import { runCommand } from './command';
import { openExportFolder } from './export/exportFolder';
import { jupyterPython } from './jupyter';
import { chooseNotebooks, listNotebooks } from './notebook/listNotebooks';
import { makeSlides } from './slides/makeSlides';

const ROOT = path.dirname(__dirname);
const NOTEBOOKS = path.join(ROOT, 'notebooks');
const OUT = path.join(ROOT, 'out');

const HELP = `
Slides show the notebooks as they are saved, with the outputs that are in them; figures are live. They open from disk,
without a network: out/slides/NN-….html, with out/slides/assets beside them. The next \`npm start\` or \`npm run site\`
clears them away.

Arrow keys: right to the next section, down within one; Esc shows all; F fills the screen.

Examples:
  npm run slides -- 2
  npm run slides -- 2,4-5
  npm run slides -- notebooks/exercises/02-preprocessing.ipynb`;

const fromCaller = (file: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

/** The notebook files that the arguments name, by number or by path. */
async function chosen(names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (name.endsWith('.ipynb')) {
      if (!existsSync(fromCaller(name))) throw new Error(`${name}: there is no such file.`);
      found.push(fromCaller(name));
    } else {
      const some = chooseNotebooks(await listNotebooks(NOTEBOOKS), name);
      found.push(...some.map(({ file }) => path.join(NOTEBOOKS, file)));
    }
  }
  return [...new Set(found)];
}

async function main(): Promise<void> {
  const program = new Command('npm run slides --')
    .description('Slides from notebooks, by nbconvert and reveal.js, offline.')
    .argument('<notebooks...>', 'numbers such as 2 or 2,4-5, or files')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', HELP)
    .parse();
  const python = jupyterPython(ROOT);
  if (!existsSync(python)) throw new Error('Jupyter is not installed; run `npm run setup`.');
  const folder = path.join(OUT, 'slides');
  const files = await makeSlides(await chosen(program.args), { python, back: '../..' });
  const { write } = await openExportFolder(folder, { names: [...files.keys()], out: OUT });
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  for (const [name, content] of files) await write(name, content);
  const pages = [...files.keys()].filter((name) => name.endsWith('.html'));
  console.log(
    `${quantity(pages.length, 'set')} of slides: ${pages.map((page) => `out/slides/${page}`).join(', ')}`,
  );
}

void runCommand(main);
