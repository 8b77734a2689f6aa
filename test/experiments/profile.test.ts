import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  precisionFromEnvironment,
  PROFILES,
  profileFromEnvironment,
  type ExperimentName,
} from 'captcha-lab/experiments';

describe('profileFromEnvironment', () => {
  it('is quick when nothing is said', () => {
    for (const CAPTCHA_PROFILE of [undefined, '', ' ']) {
      assert.deepEqual(profileFromEnvironment({ CAPTCHA_PROFILE }), { ...PROFILES.quick, precision: 'auto' });
    }
  });

  it('is the one that is named', () => {
    assert.deepEqual(
      profileFromEnvironment({ CAPTCHA_PROFILE: 'paper', CAPTCHA_PRECISION: 'float32' }),
      PROFILES.paper,
    );
  });

  it('refuses any other name and lists the four', () => {
    for (const CAPTCHA_PROFILE of ['Quick', 'fast', 'constructor']) {
      assert.throws(
        () => profileFromEnvironment({ CAPTCHA_PROFILE }),
        new RegExp(`must be one of quick, narrow, study, paper, got "${CAPTCHA_PROFILE}"`),
      );
    }
  });
});

describe('precisionFromEnvironment', () => {
  it('is auto when nothing is said, the one that is named, and nothing else', () => {
    assert.deepEqual(
      [undefined, ' ', 'bfloat16'].map((CAPTCHA_PRECISION) =>
        precisionFromEnvironment({ CAPTCHA_PRECISION }),
      ),
      ['auto', 'auto', 'bfloat16'],
    );
    assert.throws(
      () => precisionFromEnvironment({ CAPTCHA_PRECISION: 'half' }),
      /CAPTCHA_PRECISION must be one of float32, bfloat16, auto, got "half"/,
    );
  });
});

describe('PROFILES', () => {
  it('scales widths and epochs and nothing else', () => {
    const fixed = Object.values(PROFILES).map(({ batchSize, seed }) => [batchSize, seed]);
    assert.deepEqual(fixed, [
      [10, 1],
      [10, 1],
      [10, 1],
      [10, 1],
    ]);
    const { quick, narrow, study, paper } = PROFILES;
    assert.deepEqual([narrow.width, study.width, paper.width], [quick.width, 1, 1]);
    assert.ok(quick.width < 1);
    assert.deepEqual(narrow.experimentEpochs, paper.experimentEpochs);
    for (const name of Object.keys(paper.experimentEpochs) as ExperimentName[]) {
      assert.ok(quick.experimentEpochs[name] <= paper.experimentEpochs[name], name);
      assert.ok(study.experimentEpochs[name] < paper.experimentEpochs[name], name);
    }
  });
});
