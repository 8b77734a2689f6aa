import path from 'node:path';
import { projectFolder } from './projectFolder';

/** The folder of recorded results in the project that `from` lies in. Throws RangeError outside of it.
 *  @internal */
export function resultsFolder(caller: string, from: string = process.cwd()): string {
  const project = projectFolder(from);
  if (project === undefined) {
    throw new RangeError(
      `${caller}: without the option folder, ${from} must lie in the captcha-lab project, and it does not. ` +
        'Name the folder that holds the results.',
    );
  }
  return path.join(project, 'data', 'results');
}
