import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadPlotly, showFigure } from 'captcha-lab/notebook';
import type { Figure } from 'captcha-lab/plots';
import { embeddedIn } from '../../scripts/notebook/embedded';
import { recordingDisplay } from './recordingDisplay';

const FIGURE: Figure = {
  name: 'probe',
  description: 'Values "a" < b & c.',
  data: [{ type: 'bar', x: ['</script><b>'], y: [1] }],
  layout: { title: { text: "it's <i>one</i>" } },
};

function shownTwice(): string[] {
  const display = recordingDisplay();
  loadPlotly({ display });
  display.shown.pop();
  showFigure(FIGURE, { display });
  showFigure(FIGURE, { display });
  return display.shown.map(({ content }) => String(content));
}

describe('showFigure', () => {
  it('carries the figure so that it can be read back whole', () => {
    const [html] = shownTwice();
    const found = embeddedIn({ output_type: 'display_data', data: { 'text/html': html } });
    assert.deepEqual(found, { kind: 'figure', figure: FIGURE });
  });

  it('lets no text of the figure end its script or its attributes', () => {
    const [html] = shownTwice();
    assert.equal(html.match(/<\/script>/g)?.length, 2);
    assert.match(html, /aria-label="Values &quot;a&quot; &lt; b &amp; c\."/);
  });

  it('gives each showing a place of its own', () => {
    const ids = shownTwice().map((html) => /data-captcha-lab="(\w+)"/.exec(html)?.[1]);
    assert.notEqual(ids[0], ids[1]);
  });

  it('tells a terminal what the figure shows', () => {
    const display = recordingDisplay();
    showFigure(FIGURE, { display });
    assert.equal(display.shown[0].text, '[figure probe: Values "a" < b & c.]');
  });
});

describe('loadPlotly', () => {
  it('hides module loaders from plotly.js, and is left out of figures that follow', () => {
    const display = recordingDisplay();
    loadPlotly({ display });
    const script = String(display.shown[0].content);
    assert.match(
      script,
      /^<script class="captcha-lab-plotly">if \(!window\.Plotly\) \(function \(define, module, exports\) \{/,
    );
    assert.ok(script.length > 1e6);
    assert.equal(script.match(/<\/script/gi)?.length, 1);
    assert.ok(shownTwice()[0].length < 5000);
  });
});
