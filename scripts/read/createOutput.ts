import { describeReading, resultJson, type Result } from './describeResult';
import { printable } from './printable';
import { countsOf, describeTally, type Tally } from './tally';
import { write } from './write';

/** How the command prints: the beginning, each result as it comes, and the end. */
export interface Output {
  readonly begin: () => Promise<void>;
  readonly add: (result: Result) => Promise<void>;
  readonly end: (tally: Tally) => Promise<void>;
}

/** Names longer than this do not move the column of texts. */
const WIDEST = 40;

/** One JSON document on stdout, written piece by piece; a result is a line of it. */
export function jsonOutput(reader: string, notSureBelow: number, check: boolean): Output {
  const head = { reader, notSureBelow };
  let first = true;
  return {
    begin: () => write(`${printable(JSON.stringify(head)).slice(0, -1)},"pictures":[`),
    add(result) {
      const before = first ? '\n' : ',\n';
      first = false;
      return write(before + resultJson(result));
    },
    end: (tally) => write(`\n],${JSON.stringify(countsOf(tally, check)).slice(1)}\n`),
  };
}

/** A line a reading, and counts in the end where there were several. Failures are not on stdout. */
export function lineOutput(names: readonly string[], check: boolean): Output {
  const longest = names.reduce((most, name) => Math.max(most, printable(name).length), 0);
  const width = Math.min(longest, WIDEST);
  return {
    begin: () => Promise.resolve(),
    async add(result) {
      if (result.reading) await write(`${describeReading(result, result.reading, width)}\n`);
    },
    async end(tally) {
      if (tally.read + tally.notSure + tally.failed > 1) await write(`${describeTally(tally, check)}\n`);
    },
  };
}
