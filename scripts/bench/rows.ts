import path from 'node:path';

/** One program of a comparison: what is started, once for each repetition. */
export interface Contestant {
  readonly name: string;
  /** Arguments of Node, or of the peers' Python. */
  readonly args: readonly string[];
}

/** A comparison: the kit against others who do the same work. */
export interface BenchRow {
  readonly name: string;
  readonly title: string;
  readonly ours: Contestant;
  /** The ratio is against the fastest of them. */
  readonly peers: readonly Contestant[];
}

const script = (file: string): string => path.join(__dirname, file);
const ours = (file: string, ...args: (string | number)[]): Contestant => ({
  name: 'captcha-lab',
  args: ['--import', 'tsx', script(file), ...args.map(String)],
});
const peer = (name: string, file: string, ...args: (string | number)[]): Contestant => ({
  name,
  args: [script(file), ...args.map(String)],
});

/** CAPTCHA_DATA when it is set, else the generated set. */
const FOLDER = path.resolve(
  process.env.INIT_CWD ?? process.cwd(),
  process.env.CAPTCHA_DATA ?? path.join(__dirname, '..', '..', 'data', 'generated'),
);

const ASCENT = [1, 64, 40] as const;

/** All comparisons, as data. */
export const BENCH_ROWS: readonly BenchRow[] = [
  {
    name: 'preprocessing',
    title: 'a folder of CAPTCHAs, decoded, cleaned and cut into crops, cold',
    ours: ours('preprocessing.ts', FOLDER),
    peers: [peer('OpenCV', 'preprocessing.py', FOLDER)],
  },
  {
    name: 'gradient-ascent',
    title: '64 filters of the last convolution of Table IV, full width, 40 steps',
    ours: ours('gradientAscent.ts', ...ASCENT),
    peers: [
      peer('Keras, all filters in one compiled batch', 'gradient_ascent.py', ...ASCENT, 'batched'),
      peer('Keras, the same by XLA', 'gradient_ascent.py', ...ASCENT, 'batched-xla'),
      peer('Keras, a filter at a time', 'gradient_ascent.py', ...ASCENT, 'one'),
    ],
  },
];
