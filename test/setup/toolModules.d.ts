// The set-up runs before TypeScript is there; these are its faces as the tests use them.

declare module '*/setup/cacheFolder.mjs' {
  type Environment = Record<string, string | undefined>;
  export function cacheFolderName(env: Environment, platform?: string): string | undefined;
  export function openCacheFolder(options: { root: string; env: Environment; make?: boolean }): string;
  export function makeWorkFolder(cache: string): string;
}

declare module '*/setup/compileBinding.mjs' {
  export function findCompiler(env: Record<string, string | undefined>): string[];
}

declare module '*/setup/diskSpace.mjs' {
  export function requireSpace(
    needs: readonly { folder: string; bytes: number }[],
    free?: (folder: string) => number | undefined,
  ): void;
}

declare module '*/setup/explainFailure.mjs' {
  export function explainFailure(
    output: string,
    end?: { code?: number | null; signal?: string | null },
  ): string;
}

declare module '*/setup/findNpm.mjs' {
  type Environment = Record<string, string | undefined>;
  export function findNpm(options: { env: Environment; node?: string; platform?: string }): string[];
  export function npmEnvironment(env: Environment, node?: string): Environment;
}

declare module '*/setup/findPython.mjs' {
  export interface Python {
    program: string;
    version: number[];
    venv: boolean;
  }
  export function findPython(options: {
    env: Record<string, string | undefined>;
    platform?: string;
  }): Promise<Python>;
}

declare module '*/setup/jupyter.mjs' {
  export function pipEnvironment(env: Record<string, string | undefined>): Record<string, string | undefined>;
}

declare module '*/setup/lock.mjs' {
  export function takeLock(
    file: string,
    options?: { onWait?: (pid: number) => void; silent?: number },
  ): Promise<() => void>;
}

declare module '*/setup/relocateVenv.mjs' {
  export function scriptStart(python: string): string;
  export function relocateVenv(scripts: string, move: { from: string; to: string; python: string }): string[];
}

declare module '*/setup/runProcess.mjs' {
  export function runProcess(
    command: string,
    args: readonly string[],
    options?: {
      cwd?: string;
      env?: Record<string, string | undefined>;
      abort?: AbortSignal;
      guarded?: boolean;
      onLine?: (line: string) => void;
      log?: string;
    },
  ): Promise<{ code: number | null; signal: string | null; output: string }>;
}
