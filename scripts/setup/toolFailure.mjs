import path from 'node:path';
import { explainFailure } from './explainFailure.mjs';
import { SetupError } from './setupError.mjs';

/** The error for an outside tool that failed: what it was to do, why it could not, what to do now, where it is written.
 *  result: { output, code?, signal? }; log: the file that holds all it printed. */
export function toolFailure(subject, result, log) {
  const cause = explainFailure(result.output, result);
  const again = cause.includes(';')
    ? 'then run the same command again'
    : 'run the same command again, or ask `npm run doctor`';
  const details = log ? ` (details in ${path.join('.cache', 'setup', path.basename(log))})` : '';
  return new SetupError(`${subject}: ${cause}; ${again}${details}.`);
}
