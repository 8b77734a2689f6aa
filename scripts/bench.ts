import { access, constants } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import writeFileAtomic = require('write-file-atomic');
import { peerPython } from './bench/peerPython';
import { BENCH_ROWS } from './bench/rows';
import { runRow } from './bench/runRow';
import { runCommand } from './command';

const ROOT = path.dirname(__dirname);

interface Flags {
  readonly only?: string[];
  readonly repeats: number;
  readonly peers: boolean;
  readonly out?: string;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('it must be a whole number of at least 1.');
  return value;
}

async function main(): Promise<void> {
  const { only, repeats, peers, out } = new Command('npm run bench --')
    .description(
      'Compares the kit with what one would otherwise use, in one run on this machine. Leave the machine alone meanwhile.',
    )
    .option('--only <names...>', `of ${BENCH_ROWS.map(({ name }) => name).join(', ')}`)
    .option('--repeats <n>', 'how often each is run, in turn', wholeNumber, 5)
    .option('--no-peers', 'measure the kit alone')
    .option('--out <file>', 'write the numbers there as JSON')
    .helpOption('-h, --help', 'show this help')
    .parse()
    .opts<Flags>();
  const file = out === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? process.cwd(), out);
  // Before minutes of work, not after.
  if (file !== undefined) await access(path.dirname(file), constants.W_OK);
  const unknown = only?.find((name) => !BENCH_ROWS.some((row) => row.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `--only must be of ${BENCH_ROWS.map(({ name }) => name).join(', ')}, got ${JSON.stringify(unknown)}.`,
    );
  }
  const found = peers ? await peerPython(path.join(ROOT, '.cache')) : { reason: 'left out by --no-peers' };
  if ('reason' in found) console.log(`skipped the peers: ${found.reason}`);
  const rows = [];
  for (const row of BENCH_ROWS.filter(({ name }) => !only || only.includes(name))) {
    console.log(`${row.name}: ${row.title}`);
    const python = 'python' in found ? found.python : undefined;
    const result = runRow(row, { repeats, python, say: console.log });
    rows.push(result);
    const { ours, peers: others, ratio } = result;
    for (const { name, wall, cpu } of [ours, ...others]) {
      console.log(`  median ${wall.toFixed(2)} s on the clock, ${cpu.toFixed(2)} s of processors  ${name}`);
    }
    if (ratio) {
      const [low, high] = ratio.range.map((value) => value.toFixed(2));
      console.log(
        `  ${ratio.wall.toFixed(2)} x as fast as ${ratio.peer} on the clock (${low} to ${high}), ${ratio.cpu.toFixed(2)} x in processor seconds`,
      );
    }
  }
  if (file === undefined) return;
  const machine = {
    processor: cpus()[0].model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  await writeFileAtomic(
    file,
    `${JSON.stringify({ machine, node: process.versions.node, repeats, rows }, null, 1)}\n`,
  );
  console.log(`wrote ${file}`);
}

void runCommand(main);
