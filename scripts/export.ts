import path from 'node:path';
import { Command } from 'commander';
import { runCommand } from './command';
import { chooseExportables } from './export/chooseExportables';
import { listExportables, type Exportable } from './export/exportables';
import { exportFigures } from './export/exportFigures';
import { figureSource } from './export/figureSource';
import { formatsFor, FORMATS, parseFormats, parseSide } from './export/formats';
import { textTable } from './notebook/textTable';
import { createStepProgress } from './stepProgress';
import { quantity } from 'captcha-lab/metrics';

const ROOT = path.dirname(__dirname);
const OUT = path.join(ROOT, 'out');

const HELP = `
FIGURE is a name such as 04-confusion, or confusion for those of all notebooks; all figures and pictures without it. They
are those of out/ when \`npm start\` wrote it, else those of the notebooks in the repository. Each figure becomes
  NAME.png, NAME@2x.png   at its size and twice as fine
  NAME.svg, NAME.pdf      lines and letters; the page is as large as the figure
  NAME.json               what plotly draws, with its description
  NAME.csv                a row for each point: trace, x, y, z, text, error bars
Pictures (grids of CAPTCHAs and the like) become NAME.png, NAME@2x.png and NAME.json with their description; --width and
--height leave them as they are.

Examples:
  npm run export
  npm run export -- --list
  npm run export -- confusion --format svg --width 900
  npm run export -- 04-training-curves --format pdf,csv --out slides

Files are drawn by the browser that comes with the kit (Linux x64), else by an installed Chrome, Edge or Chromium. Files in
the folder that this command did not write are never overwritten. The next \`npm start\` clears out/figures.`;

interface Flags {
  readonly format?: string[];
  readonly width?: string;
  readonly height?: string;
  readonly out: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

async function main(): Promise<void> {
  const program = new Command('npm run export --')
    .description('Writes the figures of the notebooks as files for slides, papers and spreadsheets.')
    .argument('[FIGURE...]', 'figures to write; all by default')
    .option(
      '--format <FORMATS>',
      `${FORMATS.join(', ')}; all by default`,
      (text: string, before: string[] | undefined) => [...(before ?? []), text],
    )
    .option('--width <PIXELS>', 'width of figures, 100 to 5000; their own by default')
    .option('--height <PIXELS>', 'height of figures, 100 to 5000; their own by default')
    .option('--out <FOLDER>', 'where the files go', path.join('out', 'figures'))
    .option('--list', 'only name the figures')
    .option('--json', 'print what was written, or the list, as JSON')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', HELP)
    .parse();
  const flags = program.opts<Flags>();
  const formats = parseFormats(flags.format);
  const width = parseSide('--width', flags.width);
  const height = parseSide('--height', flags.height);
  const source = await figureSource(ROOT);
  const chosen = chooseExportables(await listExportables(source.folder), program.args, source.text);
  if (flags.list) {
    console.log(flags.json ? JSON.stringify(chosen.map(describe), null, 2) : table(chosen));
    if (!flags.json) console.log(`from ${source.text}`);
    return;
  }
  const jobs = chosen.map((item) => ({ item, formats: formatsFor(item, formats) }));
  const empty = jobs.filter((job) => job.formats.length === 0);
  const exactly = empty.find(({ item }) => program.args.includes(item.name));
  if (exactly) throw new Error(pictureOnly(exactly.item));
  if (empty.length === jobs.length) {
    if (program.args.length > 0) throw new Error(pictureOnly(empty[0].item));
    throw new Error(
      `there is nothing to write as ${formats.join(', ')}: all that ${source.text} hold are pictures (png, json).`,
    );
  }

  if (program.args.length > 0) {
    for (const { item } of empty) console.error(`left out: ${pictureOnly(item)}`);
  }

  // npm starts commands in the project, where out/ is; another folder starts where the user is.
  if (flags.out.trim() === '') throw new Error('--out takes a folder, got an empty text.');
  const given = program.getOptionValueSource('out') === 'cli';
  const folder = path.resolve(given ? (process.env.INIT_CWD ?? process.cwd()) : ROOT, flags.out);
  const progress = createStepProgress({ export: 'Exporting' });
  const written = await exportFigures(
    jobs.filter((job) => job.formats.length > 0),
    {
      folder,
      out: OUT,
      cache: path.join(ROOT, '.cache'),
      width,
      height,
      onProgress: (done, total) => {
        progress.update({ step: 'export', done, total });
      },
    },
  ).finally(progress.stop);
  const count = written.reduce((sum, { files }) => sum + files.length, 0);
  if (flags.json) console.log(JSON.stringify({ source: source.kind, folder, figures: written }, null, 2));
  else
    console.log(
      `${quantity(count, 'file')} of ${quantity(written.length, 'figure')} in ${folder}\nfrom ${source.text}`,
    );
}

function pictureOnly({ name, plain }: Exportable): string {
  const more = plain === 'picture' ? '' : '; `npm start` gives the figure itself';
  return `${name} is kept as a picture, which is written as png and json only${more}.`;
}

function describe({ name, kind, notebook, width, height, description }: Exportable) {
  return { name, kind, notebook, width, height, description };
}

function table(items: readonly Exportable[]): string {
  const rows = items.map(({ name, kind, width, height, description }) => {
    const short = description.length > 70 ? `${description.slice(0, 69)}…` : description;
    return [name, kind, `${width} x ${height}`, short];
  });
  return textTable([['name', 'kind', 'pixels', 'what it shows'], ...rows]);
}

void runCommand(main);
