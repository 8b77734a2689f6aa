import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's top folder: the nearest one, from `from` upwards, whose package.json is this workspace's.
 *  Undefined when there is none, as when the library is used in another project. */
export function projectFolder(from: string = process.cwd()): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (isWorkspace(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function isWorkspace(file: string): boolean {
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown };
    return content.name === 'captcha-lab-workspace';
  } catch {
    // No package.json here, or somebody's broken one: in either case not ours.
    return false;
  }
}
