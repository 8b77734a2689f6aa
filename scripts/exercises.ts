import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { quantity } from 'captcha-lab/metrics';
import { runCommand } from './command';
import { exerciseNotebook, isUntouched, type Form } from './exercises/exerciseNotebook';
import { listMasters, type Master } from './exercises/listMasters';
import { moduleOf } from './exercises/moduleOf';
import { writeNbgraderCourse } from './exercises/nbgraderCourse';
import { runExercise } from './exercises/runExercise';
import { readNotebook, writeNotebook } from './notebook/notebookFile';

const ROOT = path.dirname(__dirname);
const EXERCISES = path.join(ROOT, 'notebooks', 'exercises');
const MASTERS = path.join(EXERCISES, 'masters');

interface Flags {
  only?: string;
  out?: string;
}

const inRoot = (place: string): string => path.relative(ROOT, place) || '.';
const fromCaller = (place: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), place);

async function list({ only }: Flags): Promise<void> {
  for (const { number, stem, cells } of await listMasters(MASTERS, { only })) {
    const checks = cells.flatMap(({ kind, name, points }) =>
      kind === 'check' ? [`${name ?? ''} (${points ?? 0})`] : [],
    );
    console.log(`${number.padStart(3)}  ${stem.replace(/^\d+[a-z]?-/, '').padEnd(30)} ${checks.join(', ')}`);
  }
}

/** Writes students' copies; one that somebody has written into is left alone. */
async function students({ only }: Flags): Promise<void> {
  const kept: string[] = [];
  for (const { stem, cells } of await listMasters(MASTERS, { only })) {
    const file = path.join(EXERCISES, `${stem}.ipynb`);
    if (existsSync(file) && !isUntouched(await readNotebook(file))) {
      kept.push(inRoot(file));
      continue;
    }
    await writeNotebook(file, exerciseNotebook(cells, { form: 'student' }));
    console.log(`wrote ${inRoot(file)}`);
  }
  if (kept.length > 0) {
    throw new Error(
      `somebody has worked in ${kept.join(', ')}; left as it is. Move or rename it, then run this again.`,
    );
  }
}

async function write(masters: readonly Master[], form: Form, folder: string): Promise<void> {
  const files = masters.map(({ stem, cells }) => ({ cells, file: path.join(folder, `${stem}.ipynb`) }));
  const there = files.find(({ file }) => existsSync(file));
  if (there)
    throw new Error(`${there.file} is there already; name another folder with --out, or move it away.`);
  await mkdir(folder, { recursive: true });
  for (const { file, cells } of files) await writeNotebook(file, exerciseNotebook(cells, { form }));
  console.log(`wrote ${quantity(files.length, 'notebook')} into ${folder}`);
}

async function solutions({ only, out }: Flags): Promise<void> {
  const folder = out === undefined ? path.join(EXERCISES, 'solutions') : fromCaller(out);
  await write(await listMasters(MASTERS, { only }), 'solutions', folder);
}

async function nbgrader({ only, out = 'nbgrader' }: Flags): Promise<void> {
  const folder = fromCaller(out);
  await writeNbgraderCourse(await listMasters(MASTERS, { only }), { folder });
  console.log(`wrote ${folder}; ${path.join(folder, 'README.md')} says how to go on.`);
}

async function test({ only }: Flags): Promise<void> {
  let failed = 0;
  for (const { number, cells } of await listMasters(MASTERS, { only })) {
    for (const { kind, name } of cells) {
      if (kind !== 'check' || name === undefined) continue;
      const solution = (await runExercise(moduleOf(cells, { name, as: 'solution' }))).get(name);
      const stub = (await runExercise(moduleOf(cells, { name, as: 'stub' }))).get(name);
      const right = solution?.passed === true && stub?.passed === false;
      if (!right) failed++;
      console.log(
        `${right ? 'OK  ' : 'FAIL'} ${number} ${name}: ${(solution?.message ?? 'its check did not run').split('\n')[0]}`,
      );
      if (!right)
        console.log(`     solution: ${solution?.message ?? '-'}\n     stub: ${stub?.message ?? '-'}`);
    }
  }
  if (failed > 0) throw new Error(`${failed} exercises are not as they should be, see above.`);
}

const program = new Command('npm run exercises --')
  .helpOption('-h, --help', 'show this help')
  .description(
    'Makes exercise notebooks from their masters in notebooks/exercises/masters: text with a solution for each exercise,\n' +
      'from which the stubs, the solutions and a course for nbgrader are made. --only takes numbers such as 2,4a.',
  )
  .showHelpAfterError('(--help shows what there is)');
const only = ['--only <numbers>', 'some of them, such as 2,4a; all by default'] as const;
program
  .command('list')
  .description('the exercises and their points')
  .option(...only)
  .action(list);
program
  .command('students')
  .description(
    "the students' copies, notebooks/exercises/NN-….ipynb; one that somebody has worked in is left as it is",
  )
  .option(...only)
  .action(students);
program
  .command('solutions')
  .description('notebooks with the solutions; nothing that is there is overwritten')
  .option(...only)
  .option(
    '--out <folder>',
    'within this project, where notebooks find the library; notebooks/exercises/solutions by default',
  )
  .action(solutions);
program
  .command('nbgrader')
  .description('a course folder for nbgrader: sources with its markers and points, and its configuration')
  .option(...only)
  .option('--out <folder>', 'within this project, where notebooks find the library; nbgrader by default')
  .action(nbgrader);
program
  .command('test')
  .description('runs every solution, which must pass its check, and every stub, which must not')
  .option(...only)
  .action(test);

void runCommand(async () => {
  await program.parseAsync();
});
