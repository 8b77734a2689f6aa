import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { createReporter } from '../../scripts/setup/reporter.mjs';
import { NEEDS, STEPS, setUp, type Step } from '../../scripts/setup/setUp.mjs';
import { temporaryFolder, writeFiles } from './temporaryFolder';

const folder = temporaryFolder();
let count = 0;

/** A clone with stand-ins for steps, each done when its file is there; `events` tells what ran. */
function bench(shapes: Record<string, Partial<Step>>) {
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

describe('setUp', () => {
  it('does what is missing, each step after those it needs, and then nothing', async () => {
    const { run, events, printed } = bench({ b: { after: ['a'] }, a: {} });
    assert.deepEqual(await run(), ['b', 'a']);
    assert.deepEqual(events, ['a', 'b']);
    assert.match(
      printed.join(''),
      /^Setting up .*\n {2}ok the a: made \(0 s\)\n {2}ok the b: made \(0 s\)\n$/,
    );
    assert.deepEqual(await run(), []);
    assert.deepEqual(events, ['a', 'b']);
  });

  it('runs steps side by side that do not need each other', async () => {
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const { run } = bench({
      a: {
        run: async () => {
          await met;
          return 'a';
        },
      },
      b: {
        run: () => {
          meet();
          return 'b';
        },
      },
    });
    await run();
  });

  it('does a step again that another undoes', async () => {
    const { root, run, events } = bench({ a: {}, b: { undoneBy: ['a'] } });
    writeFiles(root, { b: '' });
    await run();
    assert.deepEqual(events.sort(), ['a', 'b']);
  });

  it('spares a step that turned out not to be undone', async () => {
    const { root, run, events } = bench({ a: {}, b: { after: ['a'], undoneBy: ['a'] } });
    writeFiles(root, { b: '' });
    await run();
    assert.deepEqual(events, ['a']);
  });

  it('stops all at the first failure, tells that one, and goes on from there the next time', async () => {
    let network = false;
    const { root, run, events } = bench({
      quick: {},
      slow: {
        run: async ({ abort }) => {
          if (!network) {
            await new Promise((resolve) => {
              abort.addEventListener('abort', resolve);
            });
          }
          if (abort.aborted) throw new Error('was stopped');
          writeFileSync(path.join(root, 'slow'), '');
          return '';
        },
      },
      net: {
        run: () => {
          if (!network) throw Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' });
          writeFileSync(path.join(root, 'net'), '');
          return '';
        },
      },
      last: { after: ['slow'] },
    });
    await assert.rejects(run(), {
      message:
        'the net: the package registry cannot be reached; check the network, or the proxy and registry settings of npm and ' +
        'pip; then run the same command again (details in .cache/setup/net.log).',
    });
    network = true;
    assert.deepEqual(await run(), ['slow', 'net', 'last']);
    assert.deepEqual(events, ['quick', 'last']);
  });

  it('waits for another set-up of the same clone and then finds everything done', async () => {
    const { root, run, events, printed } = bench({
      a: {
        run: async () => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          events.push('a');
          writeFileSync(path.join(root, 'a'), '');
          return '';
        },
      },
    });
    await Promise.all([run(), run()]);
    assert.deepEqual(events, ['a']);
    assert.match(
      printed.join(''),
      /Another set-up of this folder is running \(process \d+\); waiting for it\./,
    );
    assert.deepEqual(readdirSync(path.join(root, '.cache', 'setup')), []);
  });

  it('asks for disk space before it begins', async () => {
    const { root, run, events } = bench({ a: { room: () => [{ folder: root, bytes: 1e18 }] } });
    await assert.rejects(
      run(),
      /^SetupError: set-up needs about 1000000000\.0 GB of free disk at .* free some space/,
    );
    assert.deepEqual(events, []);
  });

  it('names a clone that cannot be written', async () => {
    const { root, run } = bench({ a: {} });
    writeFiles(root, { '.cache': 'a file in the way' });
    await assert.rejects(run(), /^SetupError: this folder, .*, cannot be written \(E\w+\); copy or clone it/);
  });

  it('names a file that the clone lacks', async () => {
    const { root } = bench({});
    await assert.rejects(
      setUp({ root, env: {}, names: ['packages'] }),
      /^SetupError: .*lib.package\.json is missing from this clone; restore it with `git checkout -- \.`/,
    );
  });

  it('knows the steps each command needs', () => {
    const names = STEPS.map(({ name }) => name);
    for (const needed of Object.values(NEEDS))
      for (const name of needed) assert.ok(names.includes(name), name);
    assert.ok(!NEEDS.generate.includes('tensorflow'));
  });
});
