import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { contentsOf, linkPage } from '../../scripts/notebook/site/linkPage';
import type { SiteFiles } from '../../scripts/notebook/site/notebookPage';

const FOLDER = path.join(__dirname, '..', '..', 'notebooks');

describe('linkPage', () => {
  const files: SiteFiles = new Map([['images/01-picture.png', '']]);
  const link = (html: string): string => linkPage(html, { folder: FOLDER, pages: ['02-b.ipynb'], files });

  it('leads to pages where there are some, and back into the project otherwise', () => {
    assert.equal(link('<a href="02-b.ipynb">b</a>'), '<a href="02-b.html">b</a>');
    assert.equal(link('<a href="02-b.ipynb#Part">b</a>'), '<a href="02-b.html#Part">b</a>');
    assert.equal(link('<a href="answers.ipynb">a</a>'), '<a href="../notebooks/answers.ipynb">a</a>');
    assert.equal(link('<a href="../lib/image">a</a>'), '<a href="../lib/image">a</a>');
  });

  it('tells an exercise from the notebook of the same name, both ways', () => {
    const places = { folder: FOLDER, pages: ['02-b.ipynb', 'exercises/02-b.ipynb'], files };
    const [there, back] = ['<a href="exercises/02-b.ipynb">e</a>', '<a href="../02-b.ipynb">b</a>'];
    assert.equal(linkPage(there, places), '<a href="exercises-02-b.html">e</a>');
    assert.equal(linkPage(back, { ...places, from: 'exercises' }), '<a href="02-b.html">b</a>');
    assert.equal(link(there), '<a href="../notebooks/exercises/02-b.ipynb">e</a>');
  });

  it('takes pictures beside the notebooks along', () => {
    assert.equal(link('<img src="pictures/walkthrough.png" alt="">'), '<img src="assets/walkthrough.png" alt="">');
    assert.ok(files.has('assets/walkthrough.png'));
  });

  it('leaves addresses, anchors and files of the site alone', () => {
    for (const html of [
      '<a href="https://x.org/a.ipynb">x</a>',
      '<a href="#Part">x</a>',
      '<img src="data:image/png;base64,AA==">',
      '<img src="images/01-picture.png">',
    ]) {
      assert.equal(link(html), html);
    }
  });
});

describe('contentsOf', () => {
  it('lists the second-level headings', () => {
    const html =
      '<h1 id="T">T<a class="anchor-link" href="#T">¶</a></h1><h2 id="A-b">A <em>b</em><a class="anchor-link" href="#A-b">¶</a></h2>';
    assert.deepEqual(contentsOf(html), [{ anchor: 'A-b', text: 'A <em>b</em>' }]);
  });
});
