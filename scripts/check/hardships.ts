import { spawnSync } from 'node:child_process';
import path from 'node:path';

const COMMAND_FOLDER = '"$HERE"';

/** A command as a user types it, on a small set of CAPTCHAs in `$HERE/set`. */
export interface HardCommand {
  readonly name: string;
  /** What follows `node --import tsx`. */
  readonly line: string;
  /** What it writes to, below the work folder. */
  readonly out: string;
  readonly captchas: number;
  /** Files with times in them. */
  readonly volatile?: RegExp;
}

export const COMMANDS: readonly HardCommand[] = [
  { name: 'read', line: `scripts/read.ts ${COMMAND_FOLDER}/set`, out: 'nothing', captchas: 12 },
  {
    name: 'preprocess',
    line: `scripts/preprocess.ts ${COMMAND_FOLDER}/set --out ${COMMAND_FOLDER}/out/steps`,
    out: 'out',
    captchas: 12,
  },
  {
    name: 'data',
    line: `scripts/data.ts ${COMMAND_FOLDER}/set --into ${COMMAND_FOLDER}/out`,
    out: 'out',
    captchas: 40,
  },
  {
    name: 'experiments',
    line: `scripts/experiments.ts adam --data ${COMMAND_FOLDER}/set --results ${COMMAND_FOLDER}/out --epochs 2 --stale-after 2`,
    out: 'out',
    captchas: 20,
    volatile: /./,
  },
  {
    name: 'export',
    line: `scripts/export.ts --format json,csv --out ${COMMAND_FOLDER}/out/slides`,
    out: 'out',
    captchas: 1,
  },
];

/** Something that happens to a command. */
export interface Hardship {
  readonly name: string;
  /** The shell line that runs `line`, a subshell, under it. */
  readonly wrap: (line: string, command: HardCommand) => string;
  /** The command must end well all the same. */
  readonly passes?: boolean;
  /** How many of the same run at once. */
  readonly copies?: number;
  /** Killed, at moments drawn by the caller. */
  readonly kills?: boolean;
  /** Why it cannot be tried here. */
  readonly skip?: () => string | undefined;
}

/** A command under a hardship. share: when it is killed, as a share of the time it takes. */
export interface Trial {
  readonly command: HardCommand;
  readonly hardship: Hardship;
  readonly share?: number;
}

/** Runs a line with a file system of its own at `$HERE/out`, in a mount namespace, and copies what is in there to the real one after. */
const onTmpfs =
  (options: string, during: string): ((line: string) => string) =>
  (line) =>
    `mkdir -p "$HERE/out" && unshare -m bash -c '` +
    `mkdir "$HERE/small" && mount -t tmpfs -o ${options} none "$HERE/small" && mount --bind "$HERE/small" "$HERE/out" && ` +
    `${during} ${line.replaceAll("'", `'\\''`)}; code=$?; umount "$HERE/out"; cp -a "$HERE/small/." "$HERE/out/"; umount "$HERE/small"; exit $code'`;

const mountable = (): string | undefined =>
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
    ? undefined
    : 'a file system can be mounted by root on Linux only';

export const HARDSHIPS: readonly Hardship[] = [
  // pipefail: the command's own end counts, not head's.
  {
    name: 'stdout closed (| head -n 1)',
    wrap: (line) => `set -o pipefail; ${line} | head -n 1`,
    passes: true,
  },
  { name: 'stdout closed from the start', wrap: (line) => `${line} >&-`, passes: true },
  { name: 'stdin closed', wrap: (line) => `${line} <&-`, passes: true },
  { name: 'files of at most 4 kB (ulimit -f)', wrap: (line) => `ulimit -f 4; ${line}` },
  { name: 'a full disk', wrap: onTmpfs('size=16k', ''), skip: mountable },
  {
    name: 'a folder that becomes read-only midway',
    wrap: onTmpfs('size=64m', '(sleep 1.5; mount -o remount,ro,bind "$HERE/out") &'),
    skip: mountable,
  },
  {
    name: 'the clock set back by a day midway',
    wrap: (line) =>
      `NODE_OPTIONS="--require ${path.join(__dirname, 'clockSetBack.cjs')}"; export NODE_OPTIONS; ${line}`,
    passes: true,
  },
  { name: 'two at once', wrap: (line) => line, copies: 2, passes: true },
  { name: 'killed', wrap: (line) => line, kills: true },
];
