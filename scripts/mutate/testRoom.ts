import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import { digestOf, filesUnder, roomMutants, type RoomMutant } from './roomMutants';
import { TESTS_OF } from './rooms';
import { openWorker } from './openWorker';
import { withMarks, withMutant } from './withMarks';

const ROOT = path.resolve(__dirname, '../..');
const STATE = path.join(ROOT, '.cache', 'mutation');
/** A mutant may take so many times as long as the same tests do without it, and so many milliseconds more. */
const PATIENCE = 3;
const GRACE = 5_000;

/** killedBy: the first test that failed, absent for one that survived. reached: whether any test runs the changed code. */
export interface Outcome {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly reached: boolean;
  readonly killedBy?: string;
  /** What the outcome rests on: the file and, for a survivor, the tests. */
  readonly rests: string;
}

interface Baseline {
  readonly rests: string;
  /** Per test file: its milliseconds of the processor, and the keys of the mutants that it reaches. */
  readonly files: readonly {
    readonly file: string;
    readonly cpu: number;
    readonly reached: readonly string[];
  }[];
}

export interface RoomState {
  readonly mutants: number;
  readonly baseline?: Baseline;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

export function readState(room: string): RoomState {
  try {
    return JSON.parse(readFileSync(path.join(STATE, `${room}.json`), 'utf8')) as RoomState;
  } catch {
    return { mutants: 0, outcomes: {} };
  }
}

/** Tests the first `sample` mutants of a room that have no outcome yet, or survived other tests than these; keeps each outcome at once.
 *  Stops when `until` (of performance.now) has come. Resolves with the outcomes of the sample. */
export async function testRoom(
  room: string,
  { sample, seed, until, say }: { sample: number; seed: number; until: number; say: (text: string) => void },
): Promise<readonly Outcome[]> {
  const { sources, mutants } = roomMutants(room, seed);
  const tests = TESTS_OF[room].flatMap((place) => filesUnder(place, '.test.ts'));
  const helpers = [...new Set(TESTS_OF[room].map((place) => place.split('/').slice(0, 2).join('/')))];
  const testsDigest = digestOf(
    helpers
      .flatMap((place) => filesUnder(place, '.ts'))
      .map((name) => readFileSync(path.join(ROOT, name), 'utf8'))
      .join('\0'),
  );
  const sourceDigest = (file: string): string => digestOf(sources.get(file)!);
  const old = readState(room);
  const worker = openWorker();
  const baseline = await baselineOf(old.baseline);
  const chosen = mutants.slice(0, sample);
  const outcomes: Record<string, Outcome> = { ...old.outcomes };
  const keep = async (): Promise<void> => {
    mkdirSync(STATE, { recursive: true });
    const state: RoomState = { mutants: mutants.length, baseline, outcomes };
    await writeFileWhole(path.join(STATE, `${room}.json`), JSON.stringify(state, undefined, 1));
  };
  await keep();
  let tried = 0;
  for (const each of chosen) {
    const rests = `${sourceDigest(each.file)} ${testsDigest}`;
    const known = outcomes[each.key] as Outcome | undefined;
    if (
      known &&
      (known.rests === rests || (known.killedBy && known.rests.startsWith(sourceDigest(each.file))))
    )
      continue;
    if (performance.now() > until) break;
    outcomes[each.key] = await tryMutant(each, rests);
    await keep();
    // What mutants leave behind in TensorFlow's memory goes with the process.
    if (++tried % 60 === 0) worker.close();
  }
  worker.close();
  return chosen.flatMap(({ key }) => (key in outcomes ? [outcomes[key]] : []));

  async function baselineOf(known: Baseline | undefined): Promise<Baseline> {
    const rests = digestOf([testsDigest, ...sources.values()].join('\0'));
    if (known?.rests === rests) return known;
    const texts = Object.fromEntries(
      [...sources].map(([file, source]) => [
        file,
        withMarks(
          source,
          mutants.flatMap(({ file: own, mutant }, index) => (own === file ? [{ index, mutant }] : [])),
        ),
      ]),
    );
    const files: Baseline['files'][number][] = [];
    for (const file of tests) {
      const { failed, cpu, reached } = await worker.run([file], texts, 300_000);
      if (failed !== undefined) {
        say(`left out, as it does not pass beside others in one process: ${file} (${failed})`);
        continue;
      }
      say(`${file}: ${(cpu / 1000).toFixed(1)} s, reaches ${reached.length} of ${mutants.length}`);
      files.push({ file, cpu, reached: reached.map((index) => mutants[index].key) });
    }
    return { rests, files };
  }

  async function tryMutant(each: RoomMutant, rests: string): Promise<Outcome> {
    const { file, line, before, after, key, mutant } = each;
    const reaching = baseline.files
      .filter(({ reached }) => reached.includes(key))
      .sort((a, b) => a.cpu - b.cpu);
    const outcome = { file, line, kind: mutant.kind, before, after, reached: reaching.length > 0, rests };
    if (reaching.length === 0) {
      say(`SURVIVED (not reached) ${key}`);
      return outcome;
    }
    const usual = reaching.reduce((sum, { cpu }) => sum + cpu, 0);
    const { failed: killedBy, cpu } = await worker.run(
      reaching.map(({ file: name }) => name),
      { [file]: withMutant(sources.get(file)!, mutant) },
      GRACE + PATIENCE * usual,
    );
    say(`${killedBy === undefined ? 'SURVIVED' : 'killed'} (${(cpu / 1000).toFixed(1)} s) ${key}`);
    return { ...outcome, ...(killedBy !== undefined && { killedBy }) };
  }
}
