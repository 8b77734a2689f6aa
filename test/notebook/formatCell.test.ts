import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatCell } from '../../lib/notebook/formatCell';

describe('formatCell', () => {
  it('groups whole numbers from 10,000 on and keeps at most four decimals', () => {
    const values = [0, 9999, 10000, 1234567.5, 0.123456, -12345, -0.5, NaN, Infinity];
    assert.deepEqual(
      values.map((value) => formatCell(value)),
      ['0', '9999', '10,000', '1,234,567.5', '0.1235', '−12,345', '−0.5', 'NaN', 'Infinity'],
    );
  });

  it('writes the decimals it is told to', () => {
    assert.deepEqual(
      [formatCell(0.5, 2), formatCell(93.6, 0), formatCell(12345, 1)],
      ['0.50', '94', '12,345.0'],
    );
  });

  it('leaves texts alone and shows nothing as a dash', () => {
    assert.deepEqual(
      [formatCell('10000'), formatCell(false), formatCell(null), formatCell(undefined)],
      ['10000', 'false', '–', '–'],
    );
  });
});
