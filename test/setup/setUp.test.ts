import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { setUpBench } from './setUpBench';
import { writeFiles } from './temporaryFolder';

describe('setUp', () => {
  it('does what is missing, each step after those it needs, and then nothing', async () => {
    const { run, events, printed } = setUpBench({ b: { after: ['a'] }, a: {} });
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
    const { run } = setUpBench({
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
    const { root, run, events } = setUpBench({ a: {}, b: { undoneBy: ['a'] } });
    writeFiles(root, { b: '' });
    await run();
    assert.deepEqual(events.sort(), ['a', 'b']);
  });

  it('spares a step that turned out not to be undone', async () => {
    const { root, run, events } = setUpBench({ a: {}, b: { after: ['a'], undoneBy: ['a'] } });
    writeFiles(root, { b: '' });
    await run();
    assert.deepEqual(events, ['a']);
  });

  it('stops all at the first failure, tells that one, and goes on from there the next time', async () => {
    let network = false;
    const { root, run, events } = setUpBench({
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
});
