import { createInterface } from 'node:readline';
import { measured } from './measured';

/** The kit's side of a comparison by rounds (see `openContestant`): warms up, says that it is ready, and for each line `run` does the
 *  work once and prints what it cost, with the numbers that `round` gives back. */
export async function serveRounds({
  versions,
  warmUp,
  round,
}: {
  versions: Readonly<Record<string, string>>;
  warmUp: () => unknown;
  round: () => Promise<Record<string, number>> | Record<string, number>;
}): Promise<void> {
  await warmUp();
  console.log(JSON.stringify({ ready: true, versions }));
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== 'run') throw new Error(`a contestant is asked by lines "run", got ${JSON.stringify(line)}.`);
    let numbers: Record<string, number> = {};
    const cost = await measured(async () => {
      numbers = await round();
    });
    console.log(JSON.stringify({ ...cost, ...numbers }));
  }
}
