// Counts what other programs read of the same pictures, for data/results/peers.json: those that others trained on a folder, and the
// network of Keras's example captcha_ocr beside `npm run strength` on the same labels for the same work of the processor.
//
//   python3 -m venv .cache/peers && .cache/peers/bin/pip install -r scripts/peers/requirements.txt
//   node --import tsx scripts/peers/comparePeers.ts --read FOLDER --set "NAME" [--report]
//   node --import tsx scripts/peers/comparePeers.ts --train FOLDER --set "NAME" --strength STRENGTH.json --labels 1000
//
// Each call puts its rows in the place of earlier ones of the same set and readers. `--report` takes the names by the report's rule, and
// counts with the wrong ones corrected too.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { writeFileWhole } from 'captcha-lab/files';
import { PEER_RESULTS, peerResultsSchema, type PeerResults } from 'captcha-lab/experiments';
import { LABEL_ERRORS, loadCaptchas } from 'captcha-lab/report';
import { setAside, strengthResultSchema, usablePictures } from 'captcha-lab/strength';
import { runCommand } from '../command';

type Row = PeerResults['rows'][number];
interface Labelled {
  readonly file: string;
  readonly label: string;
}
interface Flags {
  read?: string;
  train?: string;
  set: string;
  report?: boolean;
  strength?: string;
  labels: number;
  python: string;
  results: string;
}

const ROOT = path.resolve(__dirname, '../..');
/** Both engines may be asked for upper-case letters where the picture cannot tell; marks and spaces are no characters of any set. */
const plain = (text: string): string => text.toLowerCase().replace(/[^0-9a-z]/g, '');

async function main(): Promise<void> {
  const flags = new Command('comparePeers')
    .option('--read <FOLDER>')
    .option('--train <FOLDER>')
    .requiredOption('--set <NAME>')
    .option('--report')
    .option('--strength <FILE>')
    .option('--labels <N>', 'of the row of strength.json', Number, 1000)
    .option('--python <PATH>', 'of the environment', path.join(ROOT, '.cache/peers/bin/python'))
    .option('--results <FILE>', 'where the counts go', path.join(ROOT, 'data/results', PEER_RESULTS))
    .parse()
    .opts<Flags>();
  const rows: Row[] = [];
  if (flags.read !== undefined) rows.push(...(await readBy(flags.read, flags)));
  if (flags.train !== undefined) rows.push(...(await trainBeside(flags.train, flags)));
  if (rows.length === 0) throw new Error('--read or --train must name a folder.');
  const before = existsSync(flags.results)
    ? peerResultsSchema.parse(JSON.parse(readFileSync(flags.results, 'utf8')))
    : { conditions: '', rows: [] };
  const replaced = (row: Row): boolean =>
    rows.some(({ set, reader, labels }) => set === row.set && reader === row.reader && labels === row.labels);
  const results: PeerResults = {
    conditions: `${cpus()[0].model.trim()}, ${cpus().length} cores, beside other work`,
    rows: [...before.rows.filter((row) => !replaced(row)), ...rows],
  };
  await writeFileWhole(flags.results, `${JSON.stringify(results, null, 2)}\n`);
  console.log(rows);
}

async function readBy(folder: string, { set, report = false, python }: Flags): Promise<Row[]> {
  const pictures: readonly Labelled[] = report
    ? await loadCaptchas(folder)
    : (await usablePictures(folder, { name: set })).pictures;
  const alphabet = [...new Set(pictures.flatMap(({ label }) => Array.from(label)))].sort().join('');
  const script = path.join(__dirname, 'read_texts.py');
  const ask = (...args: string[]): { engine: string; version: string; texts: Record<string, string> } =>
    JSON.parse(execFileSync(python, [script, ...args], { encoding: 'utf8', maxBuffer: 1e8 })) as never;
  return [
    ['ddddocr', folder],
    ['ddddocr', folder, '--alphabet', alphabet],
    ['rapidocr', folder],
  ].map((args): Row => {
    const { engine, version, texts } = ask(...args);
    const rightBy = (truth: (label: string) => string): number =>
      pictures.filter(({ file, label }) => plain(texts[file] ?? '') === truth(label)).length;
    const n = pictures.length;
    return {
      set,
      reader: `${engine} ${version}${args.length > 2 ? ', told the alphabet' : ''}`,
      labels: 0,
      processorSeconds: 0,
      texts: { correct: rightBy((label) => label), n },
      corrected: report ? { correct: rightBy((label) => LABEL_ERRORS[label] ?? label), n } : null,
    };
  });
}

/** strength's row as it was measured, and the example's network on the same pictures. */
async function trainBeside(folder: string, { set, strength, labels, python }: Flags): Promise<Row[]> {
  if (strength === undefined)
    throw new Error('--train needs --strength, the strength.json of the same folder.');
  const text = readFileSync(strength, 'utf8');
  const { rows } = strengthResultSchema.parse(JSON.parse(text));
  const { seed } = JSON.parse(text) as { seed: number };
  const row = rows.find((one) => one.labels === labels);
  if (row === undefined) throw new Error(`${strength} has no reader of ${labels} labels.`);
  const { pictures } = await usablePictures(folder, { name: set });
  const split = setAside(pictures, { seed });
  const list = path.join(mkdtempSync(path.join(tmpdir(), 'peers-')), 'list.json');
  const train = split.train.slice(0, labels).map(({ file, label }) => [file, label]);
  writeFileSync(list, JSON.stringify({ folder, train, aside: split.aside.map(({ file }) => file) }));
  const script = path.join(__dirname, 'captcha_ocr.py');
  const args = [script, '--list', list, '--seconds', String(row.processorSeconds)];
  const answer = JSON.parse(execFileSync(python, args, { encoding: 'utf8', maxBuffer: 1e8 })) as {
    keras: string;
    processorSeconds: number;
    passes: number;
    texts: Record<string, string>;
  };
  console.error(`${answer.passes} passes`);
  const correct = split.aside.filter(({ file, label }) => answer.texts[file] === label).length;
  const shared = { set, labels, corrected: null };
  const { processorSeconds, texts } = row;
  return [
    { ...shared, reader: 'npm run strength', processorSeconds, texts },
    {
      ...shared,
      reader: `network of Keras's example captcha_ocr, Keras ${answer.keras}`,
      processorSeconds: answer.processorSeconds,
      texts: { correct, n: split.aside.length },
    },
  ];
}

void runCommand(main);
