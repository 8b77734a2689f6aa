import path from 'node:path';

/** Why no Python environment can be made in a folder of this path, with the remedy; undefined when one can. Python refuses the
 *  character that separates folders in PATH. */
export function whyNoVenvAt(root, separator = path.delimiter) {
  if (!root.includes(separator)) return undefined;
  return (
    `the path of this folder, ${root}, has a "${separator}", which separates folders in PATH, and Python makes no environment ` +
    'there; move or clone the project to a path without it and run the same command again.'
  );
}
