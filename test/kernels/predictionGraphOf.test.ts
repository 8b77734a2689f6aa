import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate as otherWork } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { predictionGraphOf } from 'captcha-lab/kernels';
import { tf } from 'captcha-lab/tensorflow';
import { predictClasses } from 'captcha-lab/training';
import { evaluate } from '../../lib/training/evaluate';
import { largestDifference } from '../model/formulaNet';
import { brightRows } from '../training/smallTask';
import { openGraphs } from './runGraph';

const dense = (units: number, activation: 'relu' | 'softmax'): tf.layers.Layer =>
  tf.layers.dense({ units, activation });

function smallModel(): tf.Sequential {
  const first = tf.layers.conv2d({
    inputShape: [4, 4, 1],
    filters: 2,
    kernelSize: 3,
    activation: 'relu',
  });
  return tf.sequential({ layers: [first, tf.layers.flatten(), dense(4, 'softmax')] });
}

/** Runs the garbage collector until `done`, at most a hundred times. */
async function collectUntil(done: () => boolean): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 100 && !done(); turn++) {
    collect();
    await otherWork();
  }
}

describe('predictionGraphOf', () => {
  const options = { inputScale: 1 / 255 };

  beforeEach(async () => {
    await collectUntil(() => openGraphs() === 0);
  });

  it('opens one graph for a model, however often predictClasses is called, and leaves no tensor behind', () => {
    const model = smallModel();
    const before = [openGraphs() + 1, tf.memory().numTensors];
    for (let call = 0; call < 3; call++) predictClasses(model, brightRows(300, 1), options);
    assert.deepEqual([openGraphs(), tf.memory().numTensors], before);
    model.dispose();
  });

  it('opens none for few pictures', () => {
    const model = smallModel();
    const before = openGraphs();
    predictClasses(model, brightRows(20, 1), options);
    assert.equal(openGraphs(), before);
    model.dispose();
  });

  it('serves an evaluation as well, and one that is stopped half-way', async () => {
    const model = smallModel();
    const before = openGraphs();
    const source = brightRows(300, 1);
    assert.ok((await evaluate(model, source, options)) !== undefined);
    const signal = AbortSignal.abort();
    assert.equal(await evaluate(model, source, { ...options, signal }), undefined);
    assert.equal(openGraphs(), before + 1);
    model.dispose();
  });

  it('gives the answers of weights that changed since', () => {
    const model = smallModel();
    tf.tidy(() => {
      const images = tf.ones<tf.Rank.R4>([40, 4, 4, 1]);
      predictionGraphOf(model)!.predict(images);
      model.setWeights(model.getWeights().map((weight) => tf.randomNormal(weight.shape, 0, 1, undefined, 3)));
      const own = (model.predict(images) as tf.Tensor).dataSync<'float32'>();
      assert.ok(largestDifference(predictionGraphOf(model)!.predict(images).dataSync(), own) <= 1e-5);
    });
    model.dispose();
  });

  it('opens another when layers were added, and ends the first', () => {
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [4, 4, 1] }), dense(3, 'softmax')],
    });
    const before = openGraphs();
    tf.tidy(() => {
      const images = tf.ones<tf.Rank.R4>([2, 4, 4, 1]);
      assert.deepEqual(predictionGraphOf(model)!.predict(images).shape, [2, 3]);
      model.pop();
      model.add(dense(5, 'softmax'));
      assert.deepEqual(predictionGraphOf(model)!.predict(images).shape, [2, 5]);
    });
    assert.equal(openGraphs(), before + 1);
    model.dispose();
  });

  it('ends the graph of a model that is no more', async () => {
    (() => {
      const model = smallModel();
      predictionGraphOf(model);
      model.dispose();
    })();
    assert.equal(openGraphs(), 1);
    await collectUntil(() => openGraphs() === 0);
    assert.equal(openGraphs(), 0);
  });
});
