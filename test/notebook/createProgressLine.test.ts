import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProgressLine } from 'captcha-lab/notebook';
import { recordingDisplay } from './recordingDisplay';

describe('createProgressLine', () => {
  it('shows at most two updates a second, and the end in any case', () => {
    const display = recordingDisplay();
    let time = 0;
    const line = createProgressLine({ display, now: () => time });
    for (const at of [0, 100, 499, 500, 999, 1100]) {
      time = at;
      line.update(`at ${at}`);
    }
    line.done('the end');
    assert.deepEqual(
      display.slots.map((states) => states.map(({ content }) => content)),
      [['at 0', 'at 500', 'at 1100', 'the end']],
    );
    assert.equal(display.slots[0].at(-1)?.last, true);
    assert.deepEqual(display.shown, []);
  });

  it('starts with the first update whatever the clock says', () => {
    const display = recordingDisplay();
    createProgressLine({ display, now: () => -1e9 }).update('first');
    assert.equal(display.slots[0].length, 1);
  });
});
