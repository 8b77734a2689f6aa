import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { openCvTests } from './check/openCvTests';
import { runCommand } from './command';

const ROOT = path.resolve(__dirname, '..');
const FIXTURES = path.join(ROOT, 'scripts', 'fixtures');

const HELP = `
For maintainers. The tests' committed fixtures hold a few cases; this makes thousands of others with OpenCV and runs the
same tests on them, and compares the crops of every picture in a folder of CAPTCHAs.

Examples:
  node --import tsx scripts/check-opencv.ts
  node --import tsx scripts/check-opencv.ts --python /tmp/opencv/bin/python --seeds 20 --captchas my-captchas`;

interface Flags {
  readonly python?: string;
  readonly cases: number;
  readonly seeds: number;
  readonly captchas: string;
}

function main(): Promise<void> {
  const program = new Command('check-opencv')
    .description(
      'Compares image operations, preprocessing and augmentation with OpenCV on many random pictures.',
    )
    .option(
      '--python <path>',
      'a Python that has scripts/fixtures/requirements.txt; else one is set up for this run',
    )
    .option('--cases <count>', 'cases of each operation and seed', wholeNumber, 2000)
    .option('--seeds <count>', 'how many times, each with another seed', wholeNumber, 3)
    .option(
      '--captchas <folder>',
      'CAPTCHAs to compare',
      process.env.CAPTCHA_DATA ??
        path.resolve(ROOT, process.env.CAPTCHA_SHARED || '../shared', 'data/captchas'),
    )
    .addHelpText('after', HELP)
    .parse();
  const { python, cases, seeds, captchas } = program.opts<Flags>();
  const work = mkdtempSync(path.join(tmpdir(), 'captcha-lab-opencv-'));
  try {
    const interpreter = python ?? installOpenCv(path.join(work, 'venv'));
    const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), captchas);
    if (!existsSync(folder)) console.error(`No ${folder}: the crops of real CAPTCHAs are left out.`);
    for (let seed = 1; seed <= seeds; seed++) {
      const fixtures = path.join(work, 'fixtures');
      console.log(`Seed ${seed} of ${seeds}`);
      const [made, formats, hashes] = ['opencv.py', 'formats.py', 'captcha_hashes.py'].map((file) =>
        path.join(FIXTURES, file),
      );
      call(interpreter, [made, '--out', fixtures, '--cases', String(cases), '--seed', String(seed)]);
      call(interpreter, [formats, '--out', fixtures, '--seed', String(seed)]);
      const crops = existsSync(folder) && seed === 1;
      if (crops)
        call(interpreter, [hashes, folder, path.join(fixtures, 'preprocess', 'captcha-hashes.json')]);
      const tests = openCvTests(ROOT).filter((test) => crops || !test.includes('realCaptchas'));
      call(process.execPath, ['--import', 'tsx', '--test', ...tests], {
        OPENCV_FIXTURES: fixtures,
        CAPTCHA_DATA: folder,
      });
    }
    console.log(`Equal to OpenCV in ${seeds} x ${cases} cases of each operation.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return Promise.resolve();
}

function installOpenCv(venv: string): string {
  console.log('Setting up a Python with OpenCV …');
  call('python3', ['-m', 'venv', venv]);
  const python = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  call(python, ['-m', 'pip', 'install', '--quiet', '-r', path.join(FIXTURES, 'requirements.txt')]);
  return python;
}

function call(program: string, args: readonly string[], env: Record<string, string> = {}): void {
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
  });
  if (error !== undefined) throw new Error(`${program} cannot be started: ${error.message}`);
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')} failed; see above.`);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

void runCommand(main);
