import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXPERIMENTS, type ExperimentResult, type RecordedExperiment } from 'captcha-lab/experiments';
import { panelOfRuns } from 'captcha-lab/notebook';

const experiment = (name: string): RecordedExperiment['experiment'] =>
  EXPERIMENTS.find((one) => one.name === name)!;
const RUN = {
  run: { experiment: 'sgd', profile: 'study', seed: 2 },
  config: { epochs: 2 },
  history: { accuracy: [0.1, 0.2], valAccuracy: [0.3, 0.4] },
} as unknown as ExperimentResult;

describe('panelOfRuns', () => {
  it("puts a curve a seed before the report's", async () => {
    const panel = await panelOfRuns({ experiment: experiment('sgd'), profile: 'study', runs: [RUN] });
    assert.equal(panel.title, 'Figure 5: sgd');
    assert.equal(panel.caption, 'profile study, seed 2, 2 epochs');
    assert.deepEqual(panel.runs, [{ name: 'seed 2', validation: [0.3, 0.4] }]);
    assert.equal(panel.reported?.validation.length, 100);
    assert.deepEqual([panel.reported.training, panel.reportedBest], [undefined, undefined]);
  });

  it('adds training when asked', async () => {
    const recorded = { experiment: experiment('sgd'), profile: 'study', runs: [RUN] } as const;
    const panel = await panelOfRuns(recorded, { training: true });
    assert.deepEqual(panel.runs[0].training, [0.1, 0.2]);
    assert.equal(panel.reported?.training?.length, 100);
  });

  it("has the report's highest accuracy where it left no curve, and says what was not run", async () => {
    const panel = await panelOfRuns({ experiment: experiment('final'), profile: undefined, runs: [] });
    assert.deepEqual([panel.caption, panel.runs, panel.reported], ['not run', [], undefined]);
    assert.equal(panel.reportedBest, 0.9391);
  });
});
