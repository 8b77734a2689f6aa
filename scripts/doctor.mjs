// Runs before anything is set up: Node's own modules only.
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { programChecks } from './doctor/programChecks.mjs';
import { dataChecks, setupChecks } from './doctor/setupChecks.mjs';
import { pathsOf } from './setup/paths.mjs';

const ROOT = realpathSync(path.dirname(import.meta.dirname));
const HELP = `Usage: npm run doctor
       npm run --silent doctor -- --json

Checks each thing the kit needs and prints OK or FAIL with its version, and for a FAIL what to do. Lines with -- are
fine as they are. Changes nothing, needs nothing. Exits 1 when something failed.

  --json       print { ok, checks: [{ name, state, detail, remedy? }] }; without --silent npm prints two lines before it
  -h, --help   show this help

environment.md explains the same list.`;

const LABELS = { ok: 'OK  ', fail: 'FAIL', note: '--  ' };

/** One check's answer; what it throws is a failure with that message. */
async function ask(check, context) {
  try {
    return { name: check.name, ...(await check.run(context)) };
  } catch (error) {
    return { name: check.name, state: 'fail', detail: error.message };
  }
}

function print({ name, state, detail, remedy }) {
  console.log(`${LABELS[state]} ${name.padEnd(15)} ${detail}`);
  if (remedy) console.log(`${' '.repeat(21)}→ ${remedy}`);
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const json = args.includes('--json');
  const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const context = { paths: pathsOf(ROOT), env: process.env, engines: engines.node };
  const checks = [];
  for (const check of [...programChecks, ...setupChecks, ...dataChecks]) {
    const answer = await ask(check, context);
    checks.push(answer);
    if (!json) print(answer);
  }
  const failed = checks.filter(({ state }) => state === 'fail').length;
  if (json) {
    console.log(JSON.stringify({ ok: failed === 0, checks }, null, 2));
  } else console.log(failed === 0 ? '\nAll is well.' : `\n${failed} of ${checks.length} checks failed.`);
  if (failed > 0) process.exitCode = 1;
}

await main();
