import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import { type BenchFile, checkSameMachine, mergeRows, readBench, thisMachine } from './bench/benchFile';
import { benchFigure } from './bench/benchFigure';
import type { BenchRow } from './bench/benchRow';
import { benchRows } from './bench/benchRows';
import { benchConditions, benchTable } from './bench/benchTable';
import { caseLabel, describeCase, describeRepetition } from './bench/describeCase';
import { chooseCases } from './bench/chooseCases';
import { checkFigureFile, drawFigureFile } from './bench/drawFigureFile';
import { parseFlags, type Flags } from './bench/parseFlags';
import { peerPython } from './bench/peerPython';
import { runCase } from './bench/runCase';
import { runCommand } from './command';
import { quantity } from 'captcha-lab/metrics';

const ROOT = path.dirname(__dirname);
const CACHE = path.join(ROOT, '.cache');
const COMMITTED = path.join(ROOT, 'data', 'results', 'bench.json');

async function main(): Promise<void> {
  const flags = parseFlags(process.argv, benchRows({ folder: '', name: '' }));
  if (flags.figure !== undefined) checkFigureFile(flags.figure);
  // Before minutes of work, not after.
  for (const file of [flags.out, flags.figure]) {
    if (file !== undefined) await access(path.dirname(file), constants.W_OK);
  }
  const result = flags.table ? await show(flags.out ?? COMMITTED) : await measure(flags);
  if (flags.figure === undefined) return;
  await drawFigureFile(flags.figure, benchFigure(result), { cache: CACHE });
  console.error(`wrote ${flags.figure}`);
}

async function show(file: string): Promise<BenchFile> {
  const found = await readBench(file);
  if (found === undefined) throw new Error(`--table: there is no ${file}; name a file that --out wrote.`);
  console.log(`${benchTable(found)}\n\n${benchConditions(found)}`);
  return found;
}

/** Runs what was asked for; the file is written after each case, so that a run that is stopped loses one at most. */
async function measure({ only, case: cases, repeats, peers, out }: Flags): Promise<BenchFile> {
  const machine = thisMachine();
  const partly = only !== undefined || cases !== undefined;
  const before = partly && out !== undefined ? await readBench(out) : undefined;
  if (before && out !== undefined) checkSameMachine(out, before, machine);
  chooseCases(benchRows({ folder: '', name: '' }), { only, cases });
  const here = process.env.INIT_CWD ?? process.cwd();
  const named = process.env.CAPTCHA_DATA?.trim();
  const environment = named ? { CAPTCHA_DATA: path.resolve(here, named) } : {};
  // Loads TensorFlow, which tables and help do without.
  const { openDataset } = await import('captcha-lab/experiments');
  const { folder, name, captchas } = await openDataset({ environment, from: ROOT });
  const all = benchRows({ folder, name: `${quantity(captchas.length, 'CAPTCHA')} (${name})` });
  const chosen = chooseCases(all, { only, cases });
  const found = peers ? await peerPython(CACHE) : { reason: 'left out by --no-peers' };
  if ('reason' in found) console.log(`skipped the peers: ${found.reason}`);
  const python = 'python' in found ? found.python : undefined;
  let rows = before?.rows ?? [];
  for (const row of chosen) {
    for (const one of row.cases) {
      const measured = await runOne(row, one, { repeats, python });
      rows = mergeRows(rows, [{ name: row.name, cases: [measured] }], all);
      if (out === undefined) continue;
      await writeFileWhole(out, `${JSON.stringify({ ...machine, rows }, null, 1)}\n`);
    }
  }
  if (out !== undefined) console.log(`wrote ${out}`);
  return { ...machine, rows };
}

async function runOne(
  row: BenchRow,
  one: BenchRow['cases'][number],
  options: { repeats: number; python: string | undefined },
): Promise<BenchFile['rows'][number]['cases'][number]> {
  console.log(`${caseLabel(row.name, one.name)}: ${one.title}`);
  const measured = await runCase(one, {
    ...options,
    onRepetition: ({ name }, repetition, round) => {
      console.log(`  ${round}  ${describeRepetition(name, repetition, one.measure)}`);
    },
  });
  for (const line of describeCase(measured)) console.log(line);
  return measured;
}

void runCommand(main);
