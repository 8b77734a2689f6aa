// The set-up runs before TypeScript is there; these are its faces as the tests use them.

declare module '*/scripts/run.cjs' {
  export function unsupportedNode(version: string, engines: string): string | undefined;
  export function unfitFolder(folder: string, separator: string): string | undefined;
  export function setUpOptions(name: string, args: string[]): string[];
  export function jsonNote(
    name: string,
    args: string[],
    env: NodeJS.ProcessEnv,
    terminal?: boolean,
  ): string | undefined;
  export const COMMANDS: Record<string, { file: string; text: string }>;
  export const MOVED: Record<string, string>;
}

declare module '*/setup/library.mjs' {
  import type { Step, Paths } from '*/setup/setUp.mjs';
  export const libraryStep: Step;
  export function libraryFingerprint(paths: Paths): string;
}

declare module '*/setup/packages.mjs' {
  import type { Step } from '*/setup/setUp.mjs';
  type Packages = Record<
    string,
    {
      readonly version?: string;
      readonly optional?: boolean;
      readonly link?: boolean;
      readonly name?: string;
    }
  >;
  export const packagesStep: Step;
  export function missingPackages(root: string, packages: Packages): string[];
  export function installedByHand(root: string, packages: Packages): boolean;
}

declare module '*/setup/paths.mjs' {
  import type { Paths } from '*/setup/setUp.mjs';
  export function pathsOf(root: string): Paths;
}

declare module '*/setup/reporter.mjs' {
  export interface Reporter {
    note(text: string): void;
    start(title: string): { update(text: string): void; done(detail?: string): void; fail(): void };
    close(): void;
  }
  export function createReporter(options: {
    stream: { isTTY?: boolean; columns?: number; write(text: string): unknown };
    now?: () => number;
  }): Reporter;
}

declare module '*/setup/setUp.mjs' {
  import type { Reporter } from '*/setup/reporter.mjs';
  export type Paths = Record<
    | 'root'
    | 'state'
    | 'venvStamp'
    | 'jupyterStamp'
    | 'tfjsBinding'
    | 'tfjsLibraries'
    | 'modules'
    | 'venv'
    | 'python'
    | 'kernel'
    | 'dist'
    | 'tfjs'
    | 'tfjsStamp'
    | 'library'
    | 'scripts',
    string
  >;
  export interface StepContext {
    paths: Paths;
    env: Record<string, string | undefined>;
    abort: AbortSignal;
    ready(name: string): Promise<void>;
  }
  export interface Step {
    name: string;
    title: string;
    after?: string[];
    undoneBy?: string[];
    room(context: Pick<StepContext, 'paths' | 'env'>): { folder: string; bytes: number }[];
    missing(context: Pick<StepContext, 'paths' | 'env'>): string | undefined;
    run(context: StepContext): Promise<string> | string;
  }
  export const NEEDS: Record<string, string[]>;
  export const STEPS: Step[];
  export function setUp(options: {
    root: string;
    env?: Record<string, string | undefined>;
    names?: string[];
    steps?: Step[];
    reporter?: Reporter;
  }): Promise<string[]>;
}

declare module '*/setup/stamp.mjs' {
  export function readStamp(file: string): Record<string, unknown> | undefined;
  export function writeStamp(file: string, value: unknown): void;
  export function filesAreWhole(folder: string, sizes: Record<string, number>): boolean;
}

declare module '*/setup/tensorflowCache.mjs' {
  import type { Paths } from '*/setup/setUp.mjs';
  export interface Entry {
    folder: string;
    source: string;
    libraries: string[];
  }
  export function readEntry(folder: string): Entry | undefined;
  export function shelve(made: string, folder: string): void;
  export function linkLibraries(entry: Entry, paths: Pick<Paths, 'tfjs'> & { tfjsLibraries: string }): void;
}

declare module '*/setup/tensorflowOwn.mjs' {
  export function ownLibraryAddress(options: {
    env: Record<string, string | undefined>;
    platform?: string;
    arch?: string;
  }): string | undefined;
  export function answers(address: string, options?: { timeout?: number }): Promise<boolean>;
}

declare module '*/setup/verifyTensorFlow.mjs' {
  export function answerIn(output: string): { version: string; node: string } | undefined;
  export function explainLoad(result: { output: string; signal: string | null }): {
    problem: string;
    hopeless: boolean;
  };
}

declare module '*/setup/tensorflowWheel.mjs' {
  export const WHEEL: { name: string; version: string; sha256: string; bytes: number };
}

declare module '*/check/testGroups.mjs' {
  export function sharesProcess(text: string): boolean;
  export function groupTests(files: string[]): string[][];
  export function groupProgram(group: string[], root: string): string;
  export function testPrograms(files: string[], root: string): { programs: string[]; remove: () => void };
}

declare module '*/check/trackedFiles.mjs' {
  export function trackedFiles(root: string): string[];
  export function untrackedFiles(root: string, folders?: readonly string[]): string[];
}

declare module '*/setup/glibc.mjs' {
  export const LOWEST_GLIBC: string;
  export function whyNotGlibc(version: string | undefined): string | undefined;
}

declare module '*/setup/findProgram.mjs' {
  export function findProgram(name: string, env?: NodeJS.ProcessEnv): string | undefined;
}

declare module '*/setup/projectPath.mjs' {
  export function whyNoVenvAt(root: string, separator?: string): string | undefined;
}
