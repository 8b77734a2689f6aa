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
const kind = 'real';

/** A folder that counts as the project, with the shipped networks of this one. */
function project(test: TestContext): string {
  const folder = temporaryFolder(test);
  writeFileSync(path.join(folder, 'package.json'), '{"name":"captcha-lab-workspace"}');
  symlinkSync(path.join(PROJECT, 'data'), path.join(folder, 'data'));
  return folder;
}

describe('the network to look into', () => {
  it('is the one that came with the kit, until the walkthrough has kept one for this data and profile', async (test) => {
    const from = project(test);
    const shipped = await openNetwork({ kind, profile, characters, from });
    assert.equal(shipped.origin, 'shipped');
    assert.match(shipped.title, /^Table IV at 0\.25 of its widths$/);
    assert.match(describeNetworkCard(shipped), /as it came with the kit\n.*\nreads +\d+\/\d+ = /);
    shipped.model.dispose();

    const model = buildModel(TABLE_II, { seed: 3, width: 1 / 64 });
    await keepNetwork(model, { profile, characters, from, card: CARD });
    const kept = await openNetwork({ kind, profile, characters, from });
    assert.deepEqual([kept.origin, kept.card], ['walkthrough', CARD]);
    assert.deepEqual(flatWeights(kept.model), flatWeights(model));
    assert.match(describeNetworkCard(kept), /trained by notebook 4 on this machine/);

    const otherData = { ...characters, pixels: Uint8Array.of(8) };
    for (const which of [
      { kind, profile, characters: otherData, from } as const,
      { kind, profile: PROFILES.study, characters, from } as const,
      { kind: 'generated', profile, characters, from } as const,
    ]) {
      const other = await openNetwork(which);
      assert.equal(other.origin, 'shipped');
      other.model.dispose();
    }
    for (const each of [model, kept.model]) each.dispose();
  });

  it('that came with the kit is small enough to ship and its card says how to make it again', async (test) => {
    const { model, card } = await openNetwork({ kind, profile, characters, from: project(test) });
    assert.ok(2 * model.countParams() < 4e6);
    assert.equal(card.madeBy, 'npm run models -- table-iv');
    assert.ok(card.measured.correct / card.measured.n > 0.8);
    model.dispose();
  });

  it('without a card is refused, with the remedy', async (test) => {
    const from = project(test);
    const model = buildModel(TABLE_II, { seed: 3, width: 1 / 64 });
    await keepNetwork(model, { profile, characters, from, card: CARD });
    const networks = path.join(from, '.cache', 'networks');
    await saveModel(model, path.join(networks, readdirSync(networks)[0]), { metadata: { network: 1 } });
    await assert.rejects(
      openNetwork({ kind, profile, characters, from }),
      /must carry the network's card, but network: .*Restore it, or remove it: notebook 4 makes/,
    );
    model.dispose();
  });

  it('is neither kept nor found outside of the project', async (test) => {
    const from = temporaryFolder(test);
    const model = buildModel(TABLE_II, { seed: 3, width: 1 / 64 });
    await keepNetwork(model, { profile, characters, from, card: CARD });
    await assert.rejects(
      openNetwork({ kind, profile, characters, from }),
      /must lie in the captcha-lab project; elsewhere use loadModel/,
    );
    model.dispose();
  });
});
