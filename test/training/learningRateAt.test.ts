import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { learningRateAt, train } from 'captcha-lab/training';
import { smallNet, smallRun } from './smallTask';

describe('learningRateAt', () => {
  const optimizer = { kind: 'sgd', learningRate: 0.4 } as const;

  it('stays as it is without a decay', () => {
    assert.equal(learningRateAt(optimizer, { steps: 1000, stepsPerEpoch: 10 }), 0.4);
  });

  it('falls by half a cosine over the epochs of the decay, to 0, and stays there', () => {
    const decaying = { ...optimizer, decayEpochs: 3 };
    const rates = [0, 10, 15, 20, 30, 31].map((steps) =>
      learningRateAt(decaying, { steps, stepsPerEpoch: 10 }),
    );
    // (1 + cos 60°) / 2 = 3/4 after a third of the way, and so on.
    [0.4, 0.3, 0.2, 0.1, 0, 0].forEach((rate, index) => {
      assert.ok(Math.abs(rates[index] - rate) < 1e-12, `${index}: ${rates[index]}`);
    });
  });
});

describe('train with a decay', () => {
  const options = smallRun({ epochs: 2 });
  const optimizer = { ...options.optimizer, decayEpochs: 2 };
  const historyOf = async (changed: Parameters<typeof train>[1]): Promise<unknown[]> => {
    const model = smallNet(1);
    const { history } = await train(model, changed);
    model.dispose();
    return history.map(({ loss, valLoss }) => [loss, valLoss]);
  };

  it('goes another way than without', async () => {
    assert.notDeepEqual(await historyOf({ ...options, optimizer }), await historyOf(options));
  });

  it('refuses a decay that ends before the run', async () => {
    const model = smallNet(1);
    await assert.rejects(
      train(model, { ...options, epochs: 3, optimizer }),
      /optimizer\.decayEpochs must be a whole number, no smaller than epochs \(3\), got 2/,
    );
    model.dispose();
  });
});
