// Real set-ups, from minutes to half an hour; `npm test` has the quick ones with stand-ins for npm, pip and compilers.
import path from 'node:path';
import { createBench } from './check-setup/bench.mjs';
import { SCENARIOS } from './check-setup/scenarios.mjs';

const HELP = `Usage: node scripts/run.cjs check-setup [words of scenario names]

Sets up bare clones of the last commit in a temporary folder, downloads included, and breaks them. Prints OK or FAIL
for each scenario, exits 1 when one failed. Without arguments all of them:

${Object.keys(SCENARIOS)
  .map((name) => `  ${name}`)
  .join('\n')}

  --keep       leave the temporary folder
  -h, --help   show this help`;

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const words = args.filter((arg) => !arg.startsWith('-'));
  const names = Object.keys(SCENARIOS).filter(
    (name) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const bench = createBench(path.dirname(import.meta.dirname));
  console.log(`${names.length} scenarios in ${bench.folder}`);
  let failed = 0;
  try {
    for (const name of names) {
      const begun = performance.now();
      let remark;
      try {
        remark = `OK   ${name}: ${await SCENARIOS[name](bench)}`;
      } catch (error) {
        failed++;
        remark = `FAIL ${name}: ${process.env.DEBUG ? error.stack : error.message}`;
      }
      console.log(`${remark} (${Math.round((performance.now() - begun) / 1000)} s)`);
    }
  } finally {
    if (!args.includes('--keep')) bench.remove();
  }
  console.log(`${names.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

await main();
