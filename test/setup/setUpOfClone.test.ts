import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { NEEDS, STEPS, setUp } from '../../scripts/setup/setUp.mjs';
import { setUpBench } from './setUpBench';
import { writeFiles } from './temporaryFolder';

describe('setUp of one clone', () => {
  it('waits for another set-up of the same clone and then finds everything done', async () => {
    const { root, run, events, printed } = setUpBench({
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
    const { root, run, events } = setUpBench({ a: { room: () => [{ folder: root, bytes: 1e18 }] } });
    await assert.rejects(
      run(),
      /^SetupError: set-up needs about 1000000000\.0 GB of free disk at .* free some space/,
    );
    assert.deepEqual(events, []);
  });

  it('names a clone that cannot be written', async () => {
    const { root, run } = setUpBench({ a: {} });
    writeFiles(root, { '.cache': 'a file in the way' });
    await assert.rejects(run(), /^SetupError: this folder, .*, cannot be written \(E\w+\); copy or clone it/);
  });

  it('names a file that the clone lacks', async () => {
    const { root } = setUpBench({});
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
