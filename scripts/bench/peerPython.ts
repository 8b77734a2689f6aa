import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';

const REQUIREMENTS = path.join(__dirname, 'requirements.txt');

/** A Python with the peers of scripts/bench/requirements.txt, in an environment of the benchmark's own within `cache`, or
 *  why there is none. It is made once and made anew when the requirements change. */
export async function peerPython(
  cache: string,
  { python = process.env.PYTHON ?? 'python3' }: { python?: string } = {},
): Promise<{ python: string } | { reason: string }> {
  const folder = path.join(cache, 'bench-venv');
  const wanted = await readFile(REQUIREMENTS, 'utf8');
  const stamp = path.join(folder, 'made-from.txt');
  const interpreter = path.join(
    folder,
    ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
  );
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return { python: interpreter };
  await rm(folder, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  for (const [program, args] of [
    [python, ['-m', 'venv', folder]],
    [interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]],
  ] as const) {
    const { status, stderr, error } = spawnSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    if (status === 0) continue;
    await rm(folder, { recursive: true, force: true });
    const last = error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
    return { reason: `${path.basename(program)} ${args[1]} failed: ${last}` };
  }
  await writeFileWhole(stamp, wanted);
  return { python: interpreter };
}
