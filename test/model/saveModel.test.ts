import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { buildModel, Dropout, loadModel, saveModel } from 'captcha-lab/model';
import { TABLE_III, TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { temporaryFolder } from '../data/temporaryFolder';
import { replaceFolder } from '../../lib/model/modelFolder';
import { flatWeights } from './formulaNet';

const small = { seed: 1, width: 1 / 64 };

function predictions(model: tf.LayersModel): number[] {
  return tf.tidy(() => [...(model.predict(tf.fill([2, 38, 21, 1], 0.5)) as tf.Tensor).dataSync()]);
}

describe('saveModel and loadModel', () => {
  it('give back a model with the same weights and predictions', async (test) => {
    const folder = path.join(temporaryFolder(test), 'deep', 'model');
    const model = buildModel(TABLE_IV, small);
    await saveModel(model, folder);
    const loaded = await loadModel(folder);
    assert.deepEqual(readdirSync(folder).sort(), ['model.json', 'weights.bin']);
    assert.deepEqual(flatWeights(loaded), flatWeights(model));
    assert.deepEqual(predictions(loaded), predictions(model));
    for (const each of [model, loaded]) each.dispose();
  });

  it("with precision 'half' take half the bytes and round each weight as IEEE 754 does, ties to even", async (test) => {
    const folder = path.join(temporaryFolder(test), 'model');
    const model = buildModel(TABLE_IV, small);
    // 1 + 2^-11 lies halfway between two halves, 1 + 3 * 2^-11 too; 2^-24 is the smallest half, 2^-26 rounds to 0.
    const values = [1, 1 + 2 ** -11, 1 + 3 * 2 ** -11, -65504, 2 ** -24, 2 ** -26, 3 * 2 ** -25, 0.1, 2047.5];
    const rounded = [1, 1, 1 + 2 ** -9, -65504, 2 ** -24, 0, 2 ** -23, 0.0999755859375, 2048];
    const [first, ...others] = model.getWeights();
    const filled = tf.tensor(
      values.concat(new Array<number>(first.size - values.length).fill(0)),
      first.shape,
    );
    model.setWeights([filled, ...others]);
    await saveModel(model, folder, { precision: 'half', metadata: { seed: 1 } });
    const loaded = await loadModel(folder);
    assert.equal(readFileSync(path.join(folder, 'weights.bin')).length, 2 * model.countParams());
    assert.deepEqual(flatWeights(loaded).slice(0, values.length), rounded);
    const off = flatWeights(model).map((weight, index) => Math.abs(weight - flatWeights(loaded)[index]));
    assert.ok(Math.max(...off.slice(36)) < 2 ** -11);
    assert.deepEqual(loaded.getUserDefinedMetadata(), { seed: 1 });
    await saveModel(loaded, folder);
    const again = await loadModel(folder);
    assert.deepEqual(again.getUserDefinedMetadata(), { seed: 1 });
    again.dispose();
    for (const each of [model, loaded]) each.dispose();
  });

  for (const weight of [65_520, -131_072, 1e6, 3e38, Infinity, NaN]) {
    it(`refuse a weight of ${weight}, which does not fit 'half', and leave no folder`, async (test) => {
      const folder = path.join(temporaryFolder(test), 'model');
      const model = buildModel(TABLE_IV, small);
      const [first, ...others] = model.getWeights();
      model.setWeights([tf.fill(first.shape, weight), ...others]);
      await assert.rejects(
        saveModel(model, folder, { precision: 'half' }),
        /a weight of \S+ does not fit precision 'half'/,
      );
      assert.deepEqual(readdirSync(path.dirname(folder)), []);
      model.dispose();
    });
  }

  it('give back dropout that can be trained on, with its rate and seed', async (test) => {
    const folder = path.join(temporaryFolder(test), 'model');
    const model = buildModel(TABLE_III, small);
    await saveModel(model, folder);
    const loaded = await loadModel(folder);
    const dropouts = (of: tf.LayersModel): unknown[] =>
      of.layers.filter((layer) => layer instanceof Dropout).map(({ rate, seed }) => ({ rate, seed }));
    assert.equal(dropouts(loaded).length, 3);
    assert.deepEqual(dropouts(loaded), dropouts(model));
    for (const each of [model, loaded]) each.dispose();
  });

  it('write files that stock tfjs loads, dropout being its own', async (test) => {
    const folder = path.join(temporaryFolder(test), 'model');
    const model = buildModel(TABLE_IV, small);
    await saveModel(model, folder);
    const script = `
      const util = require('node:util');
      util.isNullOrUndefined ??= (value) => value === null || value === undefined;
      util.isArray ??= Array.isArray;
      const tf = require('@tensorflow/tfjs-node');
      tf.loadLayersModel('file://' + process.argv[1] + '/model.json').then((model) => {
        const stock = tf.layers.dropout({ rate: 0.5 }).constructor;
        const own = model.layers.filter((layer) => layer.getClassName() === 'Dropout');
        const values = [...model.predict(tf.fill([2, 38, 21, 1], 0.5)).dataSync()];
        console.log(JSON.stringify({ values, dropouts: own.map((layer) => layer.constructor === stock && layer.rate) }));
      });`;
    const output = execFileSync(process.execPath, ['-e', script, folder], {
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
    });
    const stock = JSON.parse(output.toString().trim().split('\n').at(-1)!) as {
      values: number[];
      dropouts: number[];
    };
    assert.deepEqual(stock.values, predictions(model));
    assert.deepEqual(stock.dropouts, [0.5, 0.5, 0.5]);
    model.dispose();
  });

  it('replace an older model as a whole, leaving nothing else behind', async (test) => {
    const parent = temporaryFolder(test);
    const folder = path.join(parent, 'model');
    const [older, newer] = [1, 2].map((seed) => buildModel(TABLE_III, { ...small, seed }));
    await saveModel(older, folder);
    await saveModel(newer, folder);
    const loaded = await loadModel(folder);
    assert.deepEqual(flatWeights(loaded), flatWeights(newer));
    assert.deepEqual(readdirSync(parent), ['model']);
    for (const each of [older, newer, loaded]) each.dispose();
  });

  it('bring the old model back when saving was cut off between the two renames', async (test) => {
    const parent = temporaryFolder(test);
    const folder = path.join(parent, 'model');
    const model = buildModel(TABLE_III, small);
    await saveModel(model, folder);
    renameSync(folder, path.join(parent, '.model.previous'));
    const loaded = await loadModel(folder);
    assert.deepEqual(flatWeights(loaded), flatWeights(model));
    for (const each of [model, loaded]) each.dispose();
  });

  it('leave no tensor behind but those of the loaded model', async (test) => {
    const folder = path.join(temporaryFolder(test), 'model');
    const model = buildModel(TABLE_III, small);
    const before = tf.memory().numTensors;
    await saveModel(model, folder);
    assert.equal(tf.memory().numTensors, before);
    (await loadModel(folder)).dispose();
    assert.equal(tf.memory().numTensors, before);
    model.dispose();
  });
});

describe('saveModel', () => {
  it("refuses a folder that holds somebody's files, and leaves them alone", async (test) => {
    const folder = path.join(temporaryFolder(test), 'pictures');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'holiday.png'), 'x');
    const model = buildModel(TABLE_III, small);
    await assert.rejects(
      saveModel(model, folder),
      /must be new or hold only a saved model, but it has "holiday.png"/,
    );
    assert.deepEqual(readdirSync(folder), ['holiday.png']);
    model.dispose();
  });

  it('keeps the old model when the new one cannot be written', async (test) => {
    const parent = temporaryFolder(test);
    const folder = path.join(parent, 'model');
    const model = buildModel(TABLE_III, small);
    await saveModel(model, folder);
    const full = replaceFolder(folder, (temporary) => {
      writeFileSync(path.join(temporary, 'weights.bin'), 'half');
      return Promise.reject(new Error('no space left'));
    });
    await assert.rejects(full, /no space left/);
    const loaded = await loadModel(folder);
    assert.deepEqual(flatWeights(loaded), flatWeights(model));
    assert.deepEqual(readdirSync(parent), ['model']);
    for (const each of [model, loaded]) each.dispose();
  });

  it('puts the old model back when the new one cannot take its place', async (test) => {
    const parent = temporaryFolder(test);
    const folder = path.join(parent, 'model');
    const model = buildModel(TABLE_III, small);
    await saveModel(model, folder);
    const vanishing = replaceFolder(folder, (temporary) => {
      rmSync(temporary, { recursive: true });
      return Promise.resolve();
    });
    await assert.rejects(vanishing, { code: 'ENOENT' });
    assert.deepEqual(readdirSync(parent), ['model']);
    const loaded = await loadModel(folder);
    assert.deepEqual(flatWeights(loaded), flatWeights(model));
    for (const each of [model, loaded]) each.dispose();
  });
});

describe('loadModel', () => {
  async function saved(test: Parameters<typeof temporaryFolder>[0]): Promise<string> {
    const folder = path.join(temporaryFolder(test), 'model');
    const model = buildModel(TABLE_III, small);
    await saveModel(model, folder);
    model.dispose();
    return folder;
  }

  it('names a folder that is missing or has no model', async (test) => {
    const folder = temporaryFolder(test);
    await assert.rejects(
      loadModel(path.join(folder, 'none')),
      /none must hold a saved model, but model.json cannot be read/,
    );
    await assert.rejects(loadModel(folder), /model.json cannot be read/);
  });

  it('names weights that are missing, cut off or too long', async (test) => {
    const folder = await saved(test);
    const weights = path.join(folder, 'weights.bin');
    truncateSync(weights, 100);
    await assert.rejects(loadModel(folder), /weights.bin must hold 9148 bytes, but has 100; it is cut off/);
    writeFileSync(weights, Buffer.alloc(9152));
    await assert.rejects(loadModel(folder), /must hold 9148 bytes, but has 9152/);
    rmSync(weights);
    await assert.rejects(loadModel(folder), /weights.bin cannot be read/);
  });

  it('names a model.json that is cut off or of another kind', async (test) => {
    const folder = await saved(test);
    const json = path.join(folder, 'model.json');
    const content = readFileSync(json, 'utf8');
    for (const wrong of [content.slice(0, 300), '', 'null', '[]', '{"modelTopology":{}}']) {
      writeFileSync(json, wrong);
      await assert.rejects(loadModel(folder), /model.json must be a tfjs layers model/);
    }
    const strange = content.replace('"Flatten"', '"Squash"');
    writeFileSync(json, strange);
    await assert.rejects(loadModel(folder), /model.json does not describe a model: .*Squash/);
  });

  it('leaves no tensor behind when it fails', async (test) => {
    const folder = await saved(test);
    const json = path.join(folder, 'model.json');
    writeFileSync(json, readFileSync(json, 'utf8').replace('"Flatten"', '"Squash"'));
    const before = tf.memory().numTensors;
    await assert.rejects(loadModel(folder));
    assert.equal(tf.memory().numTensors, before);
  });
});
