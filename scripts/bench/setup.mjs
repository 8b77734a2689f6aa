// A set-up from nothing; prints one JSON object with seconds and bytes.
//
// A clone of the last commit in a temporary folder, an empty home, empty caches of npm, pip and the kit. What travels over the network
// is within the time.
import path from 'node:path';
import { createBench } from '../check-setup/bench.mjs';
import { bytesUnder } from '../setup/bytesUnder.mjs';
import { printRun } from './printRun.mjs';

const bench = createBench(path.dirname(path.dirname(import.meta.dirname)));
try {
  const env = bench.environment();
  const clone = await bench.clone();
  await printRun({
    run: () => bench.setUp(clone, env),
    async numbers() {
      await bench.expectWell(clone, env);
      const places = {
        node_modules: path.join(clone, 'node_modules'),
        '.venv': path.join(clone, '.venv'),
        'lib/dist': path.join(clone, 'lib', 'dist'),
        'cache of the kit': env.CAPTCHA_LAB_CACHE,
        'caches of npm and pip': env.HOME,
      };
      const bytes = Object.entries(places).map(([name, folder]) => [name, bytesUnder(folder)]);
      return { bytes: Object.fromEntries(bytes) };
    },
  });
} finally {
  bench.remove();
}
