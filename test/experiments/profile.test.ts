import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROFILES, profileFromEnvironment, type ExperimentName } from 'captcha-lab/experiments';

describe('profileFromEnvironment', () => {
  it('is quick when nothing is said', () => {
    for (const CAPTCHA_PROFILE of [undefined, '', ' ']) {
      assert.equal(profileFromEnvironment({ CAPTCHA_PROFILE }), PROFILES.quick);
    }
  });

  it('is the one that is named', () => {
    assert.equal(profileFromEnvironment({ CAPTCHA_PROFILE: 'paper' }), PROFILES.paper);
  });

  it('refuses any other name and lists the three', () => {
    for (const CAPTCHA_PROFILE of ['Quick', 'fast', 'constructor']) {
      assert.throws(
        () => profileFromEnvironment({ CAPTCHA_PROFILE }),
        new RegExp(`must be one of quick, study, paper, got "${CAPTCHA_PROFILE}"`),
      );
    }
  });
});

describe('PROFILES', () => {
  it('scales widths and epochs and nothing else', () => {
    const fixed = Object.values(PROFILES).map(({ batchSize, seed }) => [batchSize, seed]);
    assert.deepEqual(fixed, [
      [10, 1],
      [10, 1],
      [10, 1],
    ]);
    const { quick, study, paper } = PROFILES;
    assert.deepEqual([quick.width < 1, study.width, paper.width], [true, 1, 1]);
    for (const name of Object.keys(paper.experimentEpochs) as ExperimentName[]) {
      assert.ok(quick.experimentEpochs[name] <= paper.experimentEpochs[name], name);
      assert.ok(study.experimentEpochs[name] < paper.experimentEpochs[name], name);
    }
  });
});
