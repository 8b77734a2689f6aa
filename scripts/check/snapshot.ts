import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The files of a folder, by their path in it with `/`: the digest of each, and its text where it is JSON. */
export type Snapshot = ReadonlyMap<string, { readonly digest: string; readonly faulty: boolean }>;

/** Empty for a folder that is not there. */
export function snapshot(folder: string): Snapshot {
  const files = new Map<string, { digest: string; faulty: boolean }>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const full = path.join(folder, entry);
    if (!statSync(full).isFile()) continue;
    const bytes = readFileSync(full);
    const digest = createHash('sha256').update(bytes).digest('hex');
    files.set(entry.split(path.sep).join('/'), {
      digest,
      faulty: bytes.length === 0 || !isWhole(entry, bytes),
    });
  }
  return files;
}

function isWhole(name: string, bytes: Buffer): boolean {
  if (!name.endsWith('.json')) return true;
  try {
    JSON.parse(bytes.toString());
    return true;
  } catch {
    return false;
  }
}

/** How a folder differs from what it should hold. whole: every file must be there and no other; else only those that are there under
 *  their own names must be whole. volatile: files whose content may differ (times are in it) and that need only be whole. */
export function faultsOf(
  found: Snapshot,
  expected: Snapshot,
  { whole, volatile = /^$/ }: { readonly whole: boolean; readonly volatile?: RegExp },
): string[] {
  const faults: string[] = [];
  for (const [name, { digest }] of expected) {
    const there = found.get(name);
    if (there === undefined) {
      if (whole) faults.push(`${name} is missing`);
    } else if (volatile.test(name) ? there.faulty : there.digest !== digest) {
      faults.push(`${name} is not whole`);
    }
  }
  for (const name of found.keys()) {
    if (whole && !expected.has(name)) faults.push(`${name} is left over`);
  }
  return faults;
}
