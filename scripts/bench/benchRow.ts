import path from 'node:path';

/** Whose program it is: 'peak' measures what the machine can do at all. */
export type Role = 'ours' | 'peer' | 'peak';

/** One program of a comparison. */
export interface Contestant {
  readonly name: string;
  readonly role: Role;
  /** Arguments of Node, or of the peers' Python. */
  readonly program: 'node' | 'python';
  readonly args: readonly string[];
}

/** What a case has to reach; see docs/speed.md. */
export interface Target {
  /** Times as fast as the peer, at least. */
  readonly ratio?: number | undefined;
  /** Share of the machine's matrix multiplication, at least. */
  readonly peakShare?: number | undefined;
  /** Largest memory, at most. */
  readonly peakMiB?: number | undefined;
}

/** Which number of a repetition is compared. */
export type Measure = 'wall' | 'medianMs' | 'peakMiB';

/** The kit against others who do the same work. */
export interface BenchCase {
  /** What `--case` calls it. */
  readonly name: string;
  readonly title: string;
  /** 'process': a new process each time, measured from start to exit. 'rounds': processes that stay, and are asked in turn for a
   *  round. 'program': a new process each time, which says itself how long it took. */
  readonly way: 'process' | 'rounds' | 'program';
  readonly measure: Measure;
  /** The peer that the ratio is against; the fastest by default. */
  readonly against?: string;
  readonly target?: Target;
  /** Floating-point operations for one example, where the share of the peak is of interest. */
  readonly flopsPerExample?: number;
  /** Own number of repetitions, whatever `--repeats` says. */
  readonly repeats?: number;
  readonly contestants: readonly Contestant[];
}

/** Cases that belong together. */
export interface BenchRow {
  /** What `--only` calls it. */
  readonly name: string;
  readonly cases: readonly BenchCase[];
}

/** The kit, by a program of this folder. A .ts runs on lib's sources, others on the compiled library. */
export function ours(file: string, ...args: (string | number)[]): Contestant {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  return {
    name: 'captcha-lab',
    role: 'ours',
    program: 'node',
    args: [...loader, path.join(__dirname, file), ...args.map(String)],
  };
}

/** Another library, by a Python program of this folder. */
export function peer(name: string, file: string, ...args: (string | number)[]): Contestant {
  return {
    name,
    role: 'peer',
    program: 'python',
    args: [path.join(__dirname, file), ...args.map(String)],
  };
}
