import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { openResults, type ExperimentResult } from 'captcha-lab/experiments';
import { compareTable } from '../../scripts/experiments/compareTable';

describe('experiments --compare', () => {
  let real: ExperimentResult[];
  before(async () => {
    real = await openResults(path.resolve(__dirname, '../../data/results'));
  });

  const named = (name: string) => real.map((result) => ({ ...result, data: { ...result.data, name } }));

  it("shows a newcomer's own runs, and which pictures they are of", async () => {
    for (const name of ['own data', 'generated data']) {
      const table = await compareTable(named(name), false);
      assert.match(table, new RegExp(`^On ${name}, other pictures than the report's:\n\n\\| Experiment `));
      assert.match(
        table,
        /\n\| sgd \| 941\/1063 = 88\.52% \| \d+\/1063 = .* points below, on other pictures \|/,
      );
      assert.ok(!table.includes('agrees'));
    }
  });

  it("gives each kind of data a table of its own, the report's first", async () => {
    const alone = await compareTable(real, false);
    assert.match(alone, /^\| Experiment /);
    const table = await compareTable([...named('generated data'), ...real, ...named('own data')], false);
    assert.equal(table.slice(0, alone.length), alone);
    assert.deepEqual(
      table.match(/^On .*/gm)?.map((line) => line.slice(3, 12)),
      ['generated', 'own data,'],
    );
  });

  it('names the data of each row in JSON', async () => {
    const rows = JSON.parse(await compareTable([...named('own data'), ...real], true)) as { data: string }[];
    const half = rows.length / 2;
    assert.deepEqual(
      rows.map(({ data }) => data),
      [...Array<string>(half).fill('real data'), ...Array<string>(half).fill('own data')],
    );
    assert.ok(half > 9);
  });

  it('puts our other recipes for a figure under the row of its experiment', async () => {
    const names = [...(await compareTable(real, false)).matchAll(/^\| (\S+) \|/gm)].map(([, name]) => name);
    const at = names.indexOf('dropout50-scaled');
    assert.equal(names[at - 1], 'dropout50');
  });

  it('says what to do when there are no results, or none of the nine', async () => {
    const audits = real.filter(({ run }) => run.experiment === 'dropout50-scaled');
    assert.ok(audits.length > 0);
    for (const results of [[], audits])
      await assert.rejects(
        compareTable(results, false, 'mine'),
        /no results of the nine experiments in mine; make some/,
      );
  });
});
