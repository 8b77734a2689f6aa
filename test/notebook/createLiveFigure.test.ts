import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLiveFigure } from 'captcha-lab/notebook';
import type { Figure } from 'captcha-lab/plots';
import { recordingDisplay } from './recordingDisplay';

const figure = (points: number): Figure => ({
  name: 'growing',
  description: `A curve of ${points} points.`,
  data: [{ type: 'scatter', y: Array.from({ length: points }, (_, index) => index) }],
  layout: { height: 300 },
});

describe('createLiveFigure', () => {
  it('redraws one place, at most twice a second, and the last figure in any case', () => {
    const display = recordingDisplay();
    let time = 0;
    const live = createLiveFigure(figure(0), { display, now: () => time });
    for (const at of [100, 600, 700]) {
      time = at;
      live.update(figure(at));
    }
    live.done(figure(9));
    const texts = display.slots.map((states) => states.map(({ text }) => /of (\d+)/.exec(text)?.[1]));
    assert.deepEqual(texts, [['0', '600', '9']]);
  });

  it('sends plotly.js beside the figure, so that no update carries it again', () => {
    const display = recordingDisplay();
    createLiveFigure(figure(1), { display }).done(figure(2));
    for (const { content } of display.slots.flat())
      assert.ok(content.length < 5000, `${content.length} bytes`);
  });

  it('keeps the height of the page in every state', () => {
    const display = recordingDisplay();
    createLiveFigure(figure(1), { display }).done(figure(2));
    for (const { content } of display.slots.flat()) assert.match(String(content), /style="height:300px/);
  });
});
