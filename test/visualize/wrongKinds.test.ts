import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as visualize from 'captcha-lab/visualize';

type Callable = (...args: readonly unknown[]) => unknown;
const call = (name: string, ...args: readonly unknown[]) =>
  (visualize as unknown as Record<string, Callable>)[name](...args);

describe('plain JavaScript gets a sentence, not a raw TypeError', () => {
  it('from heatMapOver for a picture that is none', () => {
    const map = { width: 1, height: 1, values: Float32Array.of(1) };
    assert.throws(
      () => call('heatMapOver', 'a.png', map),
      /^TypeError: heatMapOver: image must be a grey image, got "a\.png"/,
    );
  });

  it('from resizeMap for a map that is none', () => {
    assert.throws(() => call('resizeMap', {}, { width: 1, height: 1 }), /^TypeError: resizeMap: /);
  });

  for (const name of ['gradCam', 'strongestExamples']) {
    it(`from ${name} for a model that is none`, () => {
      assert.throws(
        () => call(name, {}, [], { inputScale: 1 }),
        new RegExp(`^TypeError: ${name}: model must be`),
      );
    });
  }
});
