import { readStamp, writeStamp } from './stamp.mjs';

/** What kernel.json says: as `tslab install` writes it, with this Node and this clone's tslab by absolute path, so that
 *  Jupyter never finds another by name. */
export function kernelOf(paths, node = process.execPath) {
  return {
    argv: [node, paths.tslab, 'kernel', '--config-path', '{connection_file}'],
    display_name: 'TypeScript',
    language: 'typescript',
  };
}

/** Step: the tslab kernel in .venv and nowhere else, written anew when Node or the folder is another one. */
export const kernelStep = {
  name: 'kernel',
  title: 'tslab kernel',
  after: ['packages', 'jupyter'],
  undoneBy: ['venv'],
  room: () => [],

  missing({ paths }) {
    const same = JSON.stringify(readStamp(paths.kernel)) === JSON.stringify(kernelOf(paths));
    return same ? undefined : 'not registered for this Node and folder';
  },

  run({ paths }) {
    writeStamp(paths.kernel, kernelOf(paths));
    return process.version;
  },
};
