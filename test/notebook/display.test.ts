import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { currentDisplay, showMarkdown, terminalDisplay, useDisplay } from 'captcha-lab/notebook';
import { recordingDisplay } from './recordingDisplay';

describe('terminalDisplay', () => {
  it('prints plain text, and of a place that changes only the end', () => {
    const lines: string[] = [];
    const display = terminalDisplay({ write: (text: string) => lines.push(text) });
    display.show({ mime: 'text/html', content: '<b>x</b>', text: 'x' });
    display.show({ mime: 'text/html', content: '<script></script>', text: '' });
    const slot = display.slot();
    slot.show({ mime: 'text/plain', content: '1', text: 'one' });
    slot.show({ mime: 'text/plain', content: '2', text: 'two', last: true });
    assert.deepEqual(lines, ['x\n', 'two\n']);
  });
});

describe('currentDisplay', () => {
  it('is the sink that was chosen, until it is given back', () => {
    const display = recordingDisplay();
    useDisplay(display);
    showMarkdown('**9** of 10');
    assert.equal(currentDisplay(), display);
    useDisplay(undefined);
    assert.notEqual(currentDisplay(), display);
    assert.deepEqual(display.shown[0], {
      mime: 'text/markdown',
      content: '**9** of 10',
      text: '**9** of 10',
      last: true,
    });
  });

  it('is the running tslab where there is one, by its own require', () => {
    const sent: unknown[][] = [];
    const place = (id: string): { raw(...message: unknown[]): void } => ({
      raw: (...message) => void sent.push([id, ...message]),
    });
    const scope = globalThis as { __tslab__?: unknown };
    scope.__tslab__ = { require: () => ({ display: place('new'), newDisplay: () => place('slot') }) };
    try {
      const display = currentDisplay();
      display.show({ mime: 'text/plain', content: 'a', text: 'a' });
      display.slot().show({ mime: 'text/html', content: 'b', text: 'b' });
    } finally {
      delete scope.__tslab__;
    }
    assert.deepEqual(sent, [
      ['new', 'text/plain', 'a'],
      ['slot', 'text/html', 'b'],
    ]);
  });
});
