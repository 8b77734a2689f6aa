import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mutantsOf, type Mutant } from './mutantsOf';
import { withMutant } from './withMarks';

const ROOT = path.resolve(__dirname, '../..');

/** A mutant of a file of a room. key: its file, kind and changed line, the same as long as that line is. */
export interface RoomMutant {
  readonly file: string;
  readonly mutant: Mutant;
  readonly key: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface Room {
  readonly sources: ReadonlyMap<string, string>;
  /** All mutants, in the order in which a sample takes them. */
  readonly mutants: readonly RoomMutant[];
}

/** The mutants of lib/<room>, shuffled by the seed. A change of one line moves no other mutant in that order. */
export function roomMutants(room: string, seed: number): Room {
  const sources = new Map(
    filesUnder(`lib/${room}`, '.ts').map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]),
  );
  const seen = new Map<string, number>();
  const mutants = [...sources].flatMap(([file, source]) =>
    mutantsOf(source, file).map((mutant): RoomMutant => {
      const changed = withMutant(source, mutant);
      const from = source.lastIndexOf('\n', mutant.start) + 1;
      const lines = (text: string, length: number) =>
        text
          .slice(from, text.indexOf('\n', mutant.start + length))
          .trim()
          .replace(/\s+/g, ' ');
      const before = lines(source, mutant.end - mutant.start);
      const after = lines(changed, mutant.text.length);
      const name = [file, mutant.kind, before, after].join(' | ');
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return {
        file,
        mutant,
        key: nth === 1 ? name : `${name} | ${nth}`,
        line: source.slice(0, mutant.start).split('\n').length,
        before,
        after,
      };
    }),
  );
  const rank = new Map(mutants.map(({ key }) => [key, digestOf(`${seed} ${key}`)]));
  return {
    sources,
    mutants: mutants.sort((a, b) => (rank.get(a.key)! < rank.get(b.key)! ? -1 : 1)),
  };
}

/** Files with this ending in a folder or the file itself, by their paths in the clone. */
export function filesUnder(place: string, ending: string): string[] {
  const full = path.join(ROOT, place);
  if (!statSync(full).isDirectory()) return [place];
  return readdirSync(full, { recursive: true })
    .map((name) => `${place}/${String(name).split(path.sep).join('/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
