import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createReporter } from '../../scripts/setup/reporter.mjs';
import { setUp, type Step } from '../../scripts/setup/setUp.mjs';
import { temporaryFolder, writeFiles } from './temporaryFolder';

const folder = temporaryFolder();
let count = 0;

/** A clone with stand-ins for steps, each done when its file is there; `events` tells what ran. */
export function setUpBench(shapes: Record<string, Partial<Step>>) {
  const root = path.join(folder, `clone ${++count}`);
  writeFiles(root, { 'package.json': '{}' });
  const events: string[] = [];
  const steps = Object.entries(shapes).map(([name, shape]): Step => ({
    name,
    title: `the ${name}`,
    room: () => [],
    missing: () => (existsSync(path.join(root, name)) ? undefined : 'not there'),
    run() {
      events.push(name);
      writeFileSync(path.join(root, name), '');
      return 'made';
    },
    ...shape,
  }));
  const printed: string[] = [];
  const reporter = createReporter({ stream: { write: (text) => printed.push(text) }, now: () => 0 });
  return {
    root,
    events,
    printed,
    run: () => setUp({ root, env: {}, names: Object.keys(shapes), steps, reporter }),
  };
}
