// `npm start` on generated data where everything is set up; prints one JSON object with seconds.
//
// In a clone of the last commit, for it replaces out/. Setting that up, from this person's caches, is not timed; drawing the
// generated CAPTCHAs is.
import path from 'node:path';
import { createBench } from '../check-setup/bench.mjs';
import { openCacheFolder } from '../setup/cacheFolder.mjs';
import { printRun } from './printRun.mjs';

const root = path.dirname(path.dirname(import.meta.dirname));
const bench = createBench(root);
try {
  const env = { ...process.env, CAPTCHA_DATA: '', CAPTCHA_PROFILE: '' };
  env.CAPTCHA_LAB_CACHE = openCacheFolder({ root, env });
  const clone = await bench.clone();
  const { code, output } = await bench.setUp(clone, env);
  if (code !== 0) throw new Error(output.trim());
  await printRun({ run: () => bench.node(clone, ['scripts/run.cjs', 'start'], env) });
} finally {
  bench.remove();
}
