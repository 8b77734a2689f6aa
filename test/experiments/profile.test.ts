import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROFILES, profileFromEnvironment } from 'captcha-lab/experiments';

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
    assert.ok(quick.width < study.width && study.width < paper.width);
    assert.ok(quick.epochs < study.epochs && study.epochs < paper.epochs);
    assert.equal(paper.width, 1);
  });
});
