import assert from 'node:assert/strict';
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { CharacterSet } from 'captcha-lab/data';
import {
  PROFILES,
  describeNetworkCard,
  keepNetwork,
  openNetwork,
  type NetworkCard,
} from 'captcha-lab/experiments';
import { buildModel, saveModel } from 'captcha-lab/model';
import { TABLE_II } from 'captcha-lab/report';
import { temporaryFolder } from '../data/temporaryFolder';
import { flatWeights } from '../model/formulaNet';

const PROJECT = path.resolve(__dirname, '..', '..');
const CARD: NetworkCard = {
  network: 'Table II',
  width: 1 / 64,
  seed: 3,
  inputScale: 1,
  data: 'generated data',
  characters: 10,
  epochs: 2,
  measured: { part: 'validation', correct: 3, n: 4 },
  madeBy: 'a test',
};
const characters: CharacterSet = {
  count: 1,
  width: 1,
  height: 1,
  pixels: Uint8Array.of(7),
  labels: Uint8Array.of(0),
  captcha: Int32Array.of(0),
  position: Uint8Array.of(0),
};
const profile = PROFILES.quick;
const name = 'own data';

/** A folder that counts as the project, with the shipped networks of this one. */
function project(test: TestContext): string {
  const folder = temporaryFolder(test);
  writeFileSync(path.join(folder, 'package.json'), '{"name":"captcha-lab-workspace"}');
  symlinkSync(path.join(PROJECT, 'data'), path.join(folder, 'data'));
  return folder;
}

describe('the network to look into', () => {
  it('is the one that came with the kit, until the walkthrough has kept one for other pictures or a longer profile', async (test) => {
    const from = project(test);
    const shipped = await openNetwork({ name, profile, characters, from });
    assert.equal(shipped.origin, 'shipped');
    assert.equal(shipped.title, 'Table IV at full width');
    assert.match(describeNetworkCard(shipped), /as it came with the kit\n.*\nreads +\d+\/\d+ = /);
    shipped.model.dispose();

    const model = buildModel(TABLE_II, { seed: 3, width: 1 / 64 });
    await keepNetwork(model, { profile, characters, from, card: CARD });
    const kept = await openNetwork({ name, profile, characters, from });
    assert.deepEqual([kept.origin, kept.card], ['walkthrough', CARD]);
    assert.equal(kept.title, 'Table II at 0.015625 of its widths');
    assert.deepEqual(flatWeights(kept.model), flatWeights(model));
    assert.match(describeNetworkCard(kept), /trained by notebook 4 on this machine/);

    const otherData = { ...characters, pixels: Uint8Array.of(8) };
    for (const which of [
      { name, profile, characters: otherData, from },
      { name, profile: PROFILES.study, characters, from },
      { name: 'generated data', profile, characters, from },
      { name, profile, characters, from, network: 'narrow' } as const,
    ]) {
      const other = await openNetwork(which);
      assert.equal(other.origin, 'shipped');
      other.model.dispose();
    }
    const longer = PROFILES.study;
    await keepNetwork(model, { profile: longer, characters, from, card: CARD });
    const longest = await openNetwork({ name: 'generated data', profile: longer, characters, from });
    assert.equal(longest.origin, 'walkthrough');
    for (const each of [model, kept.model, longest.model]) each.dispose();
  });

  it("is the report's at its full widths by default, and a narrow one where that is asked for", async (test) => {
    const from = project(test);
    const both = [
      await openNetwork({ profile, characters, from }),
      await openNetwork({ profile, characters, from, network: 'narrow' }),
    ];
    const [report, narrow] = both.map(({ card }) => card);
    assert.deepEqual([report.width, narrow.width], [1, 1 / 4]);
    assert.deepEqual(
      [report.madeBy, narrow.madeBy],
      ['npm run models -- report', 'npm run models -- table-iv'],
    );
    // In half precision; the report's reads more of the test characters than the report says.
    assert.ok(2 * both[0].model.countParams() < 17e6);
    assert.ok(report.measured.correct / report.measured.n > 0.9);
    assert.ok(narrow.measured.correct / narrow.measured.n > 0.8);
    assert.deepEqual([report.data, narrow.data], ['real data', 'generated data']);
    for (const { model } of both) model.dispose();
  });

  it("says that it cannot tell, of the report's own pictures, what the network learnt from without knowing which they are", async (test) => {
    const which = { name: 'real data', profile, characters, from: project(test) };
    await assert.rejects(openNetwork(which), /captchas must be given with the report's pictures/);
    const { keptAside, model } = await openNetwork({ ...which, network: 'narrow' });
    assert.deepEqual([...keptAside], []);
    model.dispose();
  });

  it('without a card is refused, with the remedy', async (test) => {
    const from = project(test);
    const model = buildModel(TABLE_II, { seed: 3, width: 1 / 64 });
    await keepNetwork(model, { profile, characters, from, card: CARD });
    const networks = path.join(from, '.cache', 'networks');
    await saveModel(model, path.join(networks, readdirSync(networks)[0]), { metadata: { network: 1 } });
    await assert.rejects(
      openNetwork({ name, profile, characters, from }),
      /must carry the network's card, but network: .*Restore it, or remove it: notebook 4 makes/,
    );
    model.dispose();
  });

  it('is neither kept nor found outside of the project', async (test) => {
    const from = temporaryFolder(test);
    const model = buildModel(TABLE_II, { seed: 3, width: 1 / 64 });
    await keepNetwork(model, { profile, characters, from, card: CARD });
    await assert.rejects(
      openNetwork({ name, profile, characters, from }),
      /must lie in the captcha-lab project; elsewhere use loadModel/,
    );
    model.dispose();
  });
});
