import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { writeFileWhole } from 'captcha-lab/files';
import { runCommand } from './command';
import { mutationPage } from './mutate/mutationPage';
import { TESTS_OF } from './mutate/rooms';
import { readState, testRoom } from './mutate/testRoom';

const ROOT = path.dirname(__dirname);
const PAGE = path.join(ROOT, 'docs', 'mutation.md');
const SEED = 1;

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('it must be a number above 0.');
  return value;
}

interface Flags {
  readonly sample: number;
  readonly minutes: number;
  readonly page?: boolean;
}

async function main(): Promise<void> {
  const program = new Command('npm run mutate --')
    .description(
      'Changes the library in small ways, one at a time (a sign, a comparison, a condition, a default, a constant, a call left out), and ' +
        "runs the room's tests: a change that no test notices is printed as SURVIVED. The clone is not touched, outcomes are kept in " +
        '.cache/mutation, and the same command goes on where it was; after tests were added it tries the survivors again.',
    )
    .argument('[ROOM...]', `rooms of lib: ${Object.keys(TESTS_OF).join(', ')}`, Object.keys(TESTS_OF))
    .option('--sample <N>', 'changes per room, of all drawn with a seed', positive, 20)
    .option('--minutes <N>', 'stop after so long; the same command goes on', positive, 600)
    .option('--page', 'write docs/mutation.md from the outcomes kept, without running anything')
    .helpOption('-h, --help', 'show this help')
    .parse();
  const rooms = program.args.length > 0 ? program.args : Object.keys(TESTS_OF);
  const unknown = rooms.find((room) => !(room in TESTS_OF));
  if (unknown !== undefined)
    throw new Error(
      `ROOM "${unknown}" has no entry in scripts/mutate/rooms.ts; name one of ${Object.keys(TESTS_OF).join(', ')}.`,
    );
  const { sample, minutes, page } = program.opts<Flags>();
  if (page) {
    const states = Object.keys(TESTS_OF).map((room) => ({ room, state: readState(room) }));
    await writeFileWhole(PAGE, mutationPage(states, { seed: SEED }));
    console.log(`Wrote ${path.relative(ROOT, PAGE)}.`);
    return;
  }
  const until = performance.now() + minutes * 60_000;
  for (const room of rooms) {
    const outcomes = await testRoom(room, {
      sample,
      seed: SEED,
      until,
      say: (text) => {
        console.log(text);
      },
    });
    const killed = outcomes.filter(({ killedBy }) => killedBy !== undefined).length;
    console.log(`${room}: ${killed} of ${outcomes.length} killed`);
  }
}

void runCommand(main);
