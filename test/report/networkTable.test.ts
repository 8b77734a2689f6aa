import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkTable, TABLE_II, TABLE_IV, TABLE_V } from 'captcha-lab/report';

const texts = (spec: typeof TABLE_II): string[] =>
  networkTable(spec).map((row) => Object.values(row).join('|'));

describe('networkTable', () => {
  it('is Table II as the report prints it', () => {
    assert.deepEqual(texts(TABLE_II), [
      'Convolutional Layer|256|3x3',
      'Convolutional Layer|256|3x3',
      'Pooling Layer||2x2',
      'Convolutional Layer|512|3x3',
      'Convolutional Layer|512|3x3',
      'Pooling Layer||2x2',
      'Fully-connected Layer|512|',
      'Fully-connected Layer|512|',
      'Fully-connected Layer|512|',
      'Output Layer|19|',
    ]);
  });

  it('gives dropout with two decimals, and has a row for each layer', () => {
    assert.equal(texts(TABLE_IV).filter((row) => row === 'Dropout (0.50)||').length, 3);
    assert.equal(texts(TABLE_V).length, TABLE_V.layers.length);
  });
});
