import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { showTable, type ShowTableOptions, type TableRow } from 'captcha-lab/notebook';
import { recordingDisplay } from './recordingDisplay';

function show(rows: readonly TableRow[], options: ShowTableOptions = {}): { html: string; text: string } {
  const display = recordingDisplay();
  showTable(rows, { ...options, display });
  return { html: String(display.shown[0].content), text: display.shown[0].text };
}

describe('showTable', () => {
  it('aligns numbers to the right and shows the same rows as plain text', () => {
    const { html, text } = show([
      { character: 'n', count: 541 },
      { character: 'x', count: 87048 },
    ]);
    assert.match(
      html,
      /<td align="left" style="text-align:left">n<\/td><td align="right" style="text-align:right">541/,
    );
    assert.equal(text, 'character   count\nn             541\nx          87,048');
  });

  it('chooses and names columns, and rounds to the digits asked for', () => {
    const { text } = show([{ a: 1, b: 0.51239, c: true }], {
      columns: [{ key: 'b', label: 'share', digits: 2 }, 'c'],
      caption: 'Shares',
    });
    assert.equal(text, 'Shares\nshare  c\n 0.51  true');
  });

  it('shows a value that is missing as a dash', () => {
    assert.equal(show([{ a: 1, b: 2 }, { a: null }]).text, 'a  b\n1  2\n–  –');
  });

  it('writes texts as texts, not as HTML', () => {
    assert.match(
      show([{ a: '<b>&' }], { caption: '<i>' }).html,
      /<caption[^>]*>&lt;i&gt;.*<td[^>]*>&lt;b&gt;&amp;</,
    );
  });

  it('refuses no rows and a column that no row has', () => {
    assert.throws(() => show([]), /rows is empty/);
    assert.throws(() => show([{ a: 1 }], { columns: ['b'] }), /no row has the column "b"/);
  });
});
