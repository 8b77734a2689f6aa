import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { courseDiagrams } from '../../scripts/diagrams/courseDiagrams';
import { joinText, readNotebook } from '../../scripts/notebook/notebookFile';
import { suiteBrowser } from '../site/suiteBrowser';
import { misplacedMarks } from './misplacedMarks';

const ROOT = path.join(__dirname, '..', '..');
const FOLDER = path.join(ROOT, 'notebooks', 'diagrams');
const diagrams = courseDiagrams();

describe('the diagrams of the notebooks', () => {
  const browserFor = suiteBrowser();

  it('are all in notebooks/diagrams, and nothing else is', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), diagrams.map(({ name }) => `${name}.svg`).sort());
  });

  it('are each shown by a notebook, with their description', async () => {
    const notebooks = path.join(ROOT, 'notebooks');
    const files = readdirSync(notebooks).filter((file) => file.endsWith('.ipynb'));
    const shown = await Promise.all(files.map((file) => readNotebook(path.join(notebooks, file))));
    const prose = shown.flatMap(({ cells }) => cells.map(({ source }) => joinText(source))).join('\n');
    const missing = diagrams.filter(
      ({ name, description }) => !prose.includes(`![${description}](diagrams/${name}.svg)`),
    );
    assert.deepEqual(
      missing.map(({ name, description }) => `![${description}](diagrams/${name}.svg)`),
      [],
    );
  });

  for (const { name, title, description, svg } of diagrams) {
    it(`${name}: the file is what the code draws`, () => {
      const message = 'Look at the difference; when it is meant: npm run diagrams';
      assert.equal(readFileSync(path.join(FOLDER, `${name}.svg`), 'utf8'), svg, message);
    });

    it(`${name}: says in words what it shows, in light and dark, and refers to nothing outside`, () => {
      assert.ok(description.length > 100 && title.length > 10);
      assert.match(svg, /<title id="[\w-]+">.+<\/title>\n<desc id="[\w-]+">.+<\/desc>/);
      assert.match(svg, /@media\(prefers-color-scheme:dark\)/);
      assert.doesNotMatch(svg, /href|url\(|@import|<script/);
    });

    it(`${name}: no text lies over another, a line or a picture, or beyond the edge`, async (t) => {
      const browser = browserFor(t);
      if (!browser) return;
      const page = await browser.newPage();
      t.after(() => page.close());
      await page.setContent(svg);
      assert.deepEqual(await misplacedMarks(page), []);
    });
  }
});
