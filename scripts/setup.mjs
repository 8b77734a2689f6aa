// Runs before node_modules exists: Node's own modules only.
import path from 'node:path';
import { NEEDS, STEPS, setUp } from './setup/setUp.mjs';
import { SetupError } from './setup/setupError.mjs';

const HELP = `Usage: npm run setup [-- options]

Installs what is missing and nothing else: npm packages, Python environment with JupyterLab, tslab kernel, TensorFlow
library, compiled library. Every command does this by itself first; run it to have the waiting behind you.

  --for COMMAND   only what that command needs (${Object.keys(NEEDS).join(', ')})
  --only STEPS    only these, separated by commas (${STEPS.map((step) => step.name).join(', ')})
  -h, --help      show this help

A step that fails, or is killed, is repaired by the next run. environment.md explains each requirement;
\`npm run doctor\` checks them.`;

function chosen(args) {
  const [option, value] = args;
  if (option === undefined) return { names: NEEDS.setup, quiet: false };
  if (option === '--for' && Object.hasOwn(NEEDS, value ?? '')) return { names: NEEDS[value], quiet: true };
  const names = option === '--only' ? (value ?? '').split(',') : [];
  const known = STEPS.map((step) => step.name);
  if (names.length === 0 || names.some((name) => !known.includes(name))) {
    throw new SetupError(`setup does not know "${args.join(' ')}"; see \`npm run setup -- --help\`.`);
  }
  return { names, quiet: true };
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const { names, quiet } = chosen(args);
  const done = await setUp({ root: path.dirname(import.meta.dirname), names });
  if (!quiet) console.log(done.length === 0 ? 'Everything is set up.' : 'Set up.');
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    console.error('\nset-up interrupted; the same command goes on from here.');
    process.exit(code);
  });
}

main().catch((error) => {
  console.error(`error: ${process.env.DEBUG ? error.stack : error.message}`);
  process.exitCode = 1;
});
