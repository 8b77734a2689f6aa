import { hostname } from 'node:os';
import { makeWorkFolder } from '../files';

const MARK = '.drawing-';

/** Whether `name` is that of a temporary folder in which a set is drawn, or was by a process that was killed.
 *  @internal */
export function isDrawingFolder(name: string): boolean {
  return /\.drawing-.*-\d+-\w{6}$/.test(name);
}

/** Makes a temporary folder in `parent` whose name begins with `name`. It tells machine and process, so that
 *  those of dead processes, which are removed here, can be told from those at work. @internal */
export function makeDrawingFolder(parent: string, name: string): Promise<string> {
  return makeWorkFolder(parent, `${name}${MARK}${hostname()}-`);
}
