import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { focusableRegions } from '../../scripts/notebook/site/focusableRegions';

const region = (label: string): string => `tabindex="0" role="region" aria-label="${label}"`;

describe('focusableRegions', () => {
  it('puts code, output and tables into boxes that the keyboard reaches, each with a label of its own', () => {
    assert.equal(
      focusableRegions('<pre><code>a</code></pre><pre class="stdout">b</pre><pre>c</pre>'),
      `<pre ${region('Code 1')}><code>a</code></pre><pre class="stdout" ${region('Output 1')}>b</pre><pre ${region('Code 2')}>c</pre>`,
    );
    assert.equal(
      focusableRegions('<table><tr><td>1</td></tr></table><div class="scroll"><table class="x"></table></div>'),
      `<div class="scroll" ${region('Table 1')}><table><tr><td>1</td></tr></table></div><div class="scroll" ${region('Table 2')}><table class="x"></table></div>`,
    );
    assert.equal(
      focusableRegions('<p><img alt="a" src="assets/a.svg"></p><p><img alt="b" src="b.png"></p>'),
      `<div class="scroll" ${region('Diagram 1')}><img alt="a" src="assets/a.svg"></div><p><img alt="b" src="b.png"></p>`,
    );
    assert.equal(focusableRegions('<div class="scroll">x</div>'), `<div class="scroll" ${region('Output 1')}>x</div>`);
  });

  it('boxes a table once, and leaves all else alone', () => {
    const boxed = '<div class="scroll"><table></table></div>';
    assert.equal(focusableRegions(boxed).match(/scroll/g)?.length, 1);
    const other = '<p>&lt;pre&gt;</p><img alt="a">';
    assert.equal(focusableRegions(other), other);
  });
});
