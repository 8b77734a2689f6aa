import path from 'node:path';
import type { Contestant } from './benchRow';

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
