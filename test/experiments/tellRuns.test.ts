import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { equalEpochs, runState, tellRuns } from 'captcha-lab/experiments';
import { madeUpRun, recordedAs } from './madeUpRun';

const sgd = (options: Partial<Parameters<typeof madeUpRun>[0]> = {}): ReturnType<typeof madeUpRun> =>
  madeUpRun({ experiment: 'sgd', correct: [700, 860, 850], loss: 0.5, ...options });
const reportedBy = (name: string, epochs: number): number | undefined =>
  name === 'sgd' ? (80 + epochs) / 100 : undefined;

describe('runState', () => {
  it('is guessing while no loss has left that of 19 equal classes, and learnt when one has', () => {
    assert.equal(runState(sgd({ loss: 2.92, valLoss: 2.93 })), 'guessing');
    assert.equal(runState(sgd({ loss: 3.01, valLoss: 2.64 })), 'learnt');
    assert.equal(runState(sgd({ loss: 0.1, valLoss: 9 })), 'learnt');
  });

  it('is dead when the trainer said so', () => {
    assert.equal(runState(sgd({ loss: 15, dead: true })), 'dead');
  });
});

describe('tellRuns', () => {
  it('says of what was not run that nothing follows', () => {
    assert.equal(
      tellRuns(recordedAs('final', [])),
      '`final` has not been run on the real data; nothing follows.',
    );
  });

  it('compares with the report at equal epochs', () => {
    assert.equal(
      tellRuns(recordedAs('sgd', [sgd()]), { reportedBy }),
      "`sgd` (profile study, seed 1, 3 epochs) reads 860/1000 = 86.00% in its best epoch. At equal epochs (3) the report's run had 83.00%, 3.0 points fewer; its best was 88.52%.",
    );
    assert.match(
      tellRuns(recordedAs('sgd', [sgd({ width: 0.25 })]), { reportedBy }),
      /a network 4 times as wide/,
    );
    assert.match(tellRuns(recordedAs('sgd', [sgd({ correct: [810] })]), { reportedBy }), /81\.00%, as many;/);
    assert.match(
      tellRuns(recordedAs('sgd', [sgd({ correct: [700] })]), { reportedBy }),
      /11\.0 points more;/,
    );
  });

  it('says where the report left no curve', () => {
    const run = madeUpRun({ experiment: 'final', correct: [900], loss: 0.3 });
    assert.match(tellRuns(recordedAs('final', [run]), { reportedBy }), /gives 93\.91% and left no curve/);
  });

  it('draws no conclusion from a network that guesses', () => {
    const run = madeUpRun({ experiment: 'emnist', correct: [98], loss: 2.92 });
    const text = tellRuns(recordedAs('emnist', [run]), { reportedBy });
    assert.match(text, /has not begun to learn: its loss is 2\.92, and guessing gives ln 19 = 2\.94/);
    assert.match(text, /98\/1000 = 9\.80% say nothing about the experiment/);
  });

  it('gives a dead network by its loss, and of several seeds how many are dead', () => {
    const dead = [1, 2].map((seed) => sgd({ seed, correct: [100], loss: 14.51, dead: true }));
    assert.match(
      tellRuns(recordedAs('sgd', [dead[0]])),
      /is dead: after epoch 1 it reads 100\/1000 = 10\.00%, and its loss is 14\.51, where 16\.118 times its share of errors is 14\.51/,
    );
    assert.match(
      tellRuns(recordedAs('sgd', [...dead, sgd({ seed: 3 })])),
      /2 of 3 runs are dead, the middle one/,
    );
  });
});

describe('equalEpochs', () => {
  it("puts our middle run beside the report's best within as many epochs, and leaves out what was not run", () => {
    const rows = equalEpochs([recordedAs('sgd', [sgd()]), recordedAs('final', [])], { reportedBy });
    assert.deepEqual(
      rows.map(({ experiment, epochs, ours, report }) => [experiment, epochs, ours.correct, report]),
      [['sgd', 3, 860, 0.83]],
    );
  });
});
