import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import { REPORT_CURVES, REPORT_CURVES_FILE } from 'captcha-lab/experiments';
import { runCommand } from '../command';

// Makes data/results/report-curves.json: node --import tsx scripts/experiments/makeReportCurves.ts FOLDER
// FOLDER holds the authors' histories, test1.csv (Figure 4) to test7.csv (Figure 10).

const COLUMNS = { loss: 'loss', accuracy: 'accuracy', valLoss: 'val_loss', valAccuracy: 'val_accuracy' };
const SOURCE =
  "The report's own training curves, Figures 4 to 10: D. D. Ferreira and L. Leira, Breaking Text-based CAPTCHAs with " +
  'Convolutional Neural Networks, University of Aveiro. Taken from the training histories that its authors put on record ' +
  '(test1 to test7, in the order below), rounded to four decimals. One number an epoch; valLoss and valAccuracy are on ' +
  "the 1063 validation characters. They are the authors' measurements, not this kit's.";

function parse(text: string, file: string): Record<string, number[]> {
  const [header, ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return Object.fromEntries(
    Object.entries(COLUMNS).map(([name, column]) => {
      const at = header.indexOf(column);
      const values = lines.map((fields) => Number(Number(fields[at]).toFixed(4)));
      const bad = values.findIndex((value) => !Number.isFinite(value));
      if (at < 0 || bad >= 0)
        throw new Error(`${file}: column ${column} is missing or bad in epoch ${bad + 1}.`);
      return [name, values];
    }),
  );
}

void runCommand(async () => {
  const folder = process.argv.at(2);
  if (folder === undefined) throw new Error('Name the folder of the histories, test1.csv to test7.csv.');
  const curves: Record<string, Record<string, number[]>> = {};
  for (const [index, name] of REPORT_CURVES.entries()) {
    const file = path.join(folder, `test${index + 1}.csv`);
    curves[name] = parse(await readFile(file, 'utf8'), file);
  }
  const content = { format: 'captcha-lab report curves 1', source: SOURCE, curves };
  const text = JSON.stringify(content, null, 2).replace(/\[\s+([^[\]{}"]*?)\s+\]/g, (_, list: string) => {
    return `[${list.replace(/\s+/g, ' ')}]`;
  });
  const target = path.join(__dirname, '..', '..', 'data', 'results', REPORT_CURVES_FILE);
  await writeFileWhole(target, `${text}\n`);
  console.log(`wrote ${target}`);
});
