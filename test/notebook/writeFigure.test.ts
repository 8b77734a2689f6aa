import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pictureSize } from 'captcha-lab/image';
import { writeFigure } from 'captcha-lab/notebook';
import { trainingCurves } from 'captcha-lab/plots';

const figure = trainingCurves([
  { loss: 2, accuracy: 0.5, valLoss: 1, valAccuracy: 0.75 },
  { loss: 1, accuracy: 0.75 },
]);

function place(test: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

describe('writeFigure', () => {
  it('writes a page that needs nothing else, and the figure as JSON', async (test) => {
    const folder = place(test);
    await writeFigure(figure, path.join(folder, 'a.html'));
    await writeFigure(figure, path.join(folder, 'a.json'));
    const html = readFileSync(path.join(folder, 'a.html'), 'utf8');
    assert.match(html, /^<!doctype html>\n<html lang="en">.*<title>Accuracy and loss over 2 epochs/);
    assert.ok(html.includes('newPlot') && html.length > 1e6);
    assert.deepEqual(
      JSON.parse(readFileSync(path.join(folder, 'a.json'), 'utf8')),
      JSON.parse(JSON.stringify(figure)),
    );
    assert.deepEqual(readdirSync(folder), ['a.html', 'a.json']);
  });

  it('draws PNG and SVG in the headless browser', async (test) => {
    const folder = place(test);
    await writeFigure(figure, path.join(folder, 'a.png'));
    await writeFigure(figure, path.join(folder, 'a.svg'));
    assert.deepEqual(pictureSize(readFileSync(path.join(folder, 'a.png'))), { width: 1800, height: 1040 });
    assert.match(readFileSync(path.join(folder, 'a.svg'), 'utf8'), /^<svg [\s\S]*cross-entropy/);
    assert.deepEqual(readdirSync(folder), ['a.png', 'a.svg']);
    const nowhere = path.join(folder, 'gone', 'a.png');
    await assert.rejects(writeFigure(figure, nowhere), /^Error: writeFigure: .*ENOENT/);
  });

  it('refuses what is no figure and endings it cannot write', async () => {
    const loose = writeFigure as unknown as (...args: readonly unknown[]) => Promise<void>;
    await assert.rejects(
      loose(figure, 'a.gif'),
      /^RangeError: writeFigure: file must end in \.html, \.json, \.png, \.svg, got a\.gif\.$/,
    );
    await assert.rejects(
      loose('a.png', figure),
      /^TypeError: writeFigure: figure must be a figure such as trainingCurves\(history\) gives, got "a\.png"\.$/,
    );
    await assert.rejects(
      loose(figure),
      /^TypeError: writeFigure: file must be a text, the second argument, got undefined\.$/,
    );
  });
});
