import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where the project's own files lie, for a copy without git's records (an unpacked archive, a Docker image). */
const FOLDERS = ['.devcontainer', '.github', 'data/models', 'data/results', 'lib', 'scripts', 'test'];
const FILES = [
  ...['.prettierrc.json', 'eslint.config.mjs', 'lib/package.json', 'lib/tsconfig.json', 'package.json'],
  'tsconfig.json',
];
const MADE = /(^|\/)(node_modules|dist|\.cache|__pycache__)\//;

/** The project's own files as paths relative to `root`, with `/`, sorted: those that git tracks and that are there.
 *  What people keep beside them, pictures, slides, scripts of their own, is theirs, and no check looks at it. Without git,
 *  or where `root` is not the top of a clone, all files in the project's own folders count. */
export function trackedFiles(root) {
  const named = listed(root, ['--cached']);
  if (!named?.includes('package.json')) return ownFolders(root);
  return [...new Set(named)].filter((name) => existsSync(path.join(root, name))).sort();
}

/** Files in `folders` that git neither tracks nor ignores: new ones, which the checks will look at once they are
 *  added. None without git. */
export function untrackedFiles(root, folders = ['lib', 'scripts', 'test']) {
  return listed(root, ['--others', '--exclude-standard', '--', ...folders]) ?? [];
}

function listed(root, args) {
  // Set while a hook of git runs, they would name another repository.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 64e6 };
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', ...args], options);
  return status === 0 ? stdout.split('\0').filter(Boolean) : undefined;
}

function ownFolders(root) {
  const inside = FOLDERS.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  const all = [...inside, ...FILES.filter((name) => existsSync(path.join(root, name)))];
  return [...new Set(all)].filter((name) => !MADE.test(name)).sort();
}
