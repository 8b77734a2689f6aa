import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows } from 'captcha-lab/image';
import { imageGrid, loadPlotly, showFigure, showImages } from 'captcha-lab/notebook';
import type { Figure } from 'captcha-lab/plots';
import { fromText } from '../../scripts/notebook/fromText';
import { embeddedIn, FIGURE_MIME } from '../../scripts/notebook/embedded';
import { formatNotebook, type MimeBundle, type Notebook, type Output } from '../../scripts/notebook/notebookFile';
import { stillNotebook } from '../../scripts/notebook/stillNotebook';
import { recordingDisplay } from '../notebook/recordingDisplay';

const FIGURE: Figure = { name: 'f', description: 'A figure.', data: [], layout: {} };
const IMAGE = fromRows([[0, 255]]);

/** A notebook whose only code cell holds everything that the kit shows. */
function executed(): Notebook {
  const display = recordingDisplay();
  loadPlotly({ display });
  showFigure(FIGURE, { display });
  showImages([IMAGE], { description: 'A picture.', display });
  const notebook = fromText('# %%\nshow();');
  const outputs = display.shown.map(
    ({ mime, content }): Output => ({ output_type: 'display_data', data: { [mime]: content } }),
  );
  outputs.push({ output_type: 'stream', name: 'stdout', text: 'one\ntwo' });
  Object.assign(notebook.cells[0], { outputs, execution_count: 7, metadata: { execution: { started: 'now' } } });
  notebook.metadata = { language_info: { version: '3.7.2' } };
  return notebook;
}

describe('stillNotebook', () => {
  it('keeps figures and pictures as images with their descriptions, and no script', () => {
    const png = Buffer.from('drawn');
    const still = stillNotebook(executed(), [{ svg: '', png, width: 900, height: 420 }]);
    const [figure, picture, stream] = still.cells[0].outputs!;
    const text = '[figure f: A figure.]';
    assert.deepEqual(figure, {
      output_type: 'display_data',
      data: {
        'application/vnd.plotly.v1+json': { data: [], layout: {} },
        'image/png': `${png.toString('base64')}\n`,
        'text/plain': [text],
      },
      metadata: {
        'captcha-lab': { name: 'f', description: 'A figure.' },
        'image/png': { alt: text, height: 420, width: 900 },
      },
    });
    const grid = imageGrid([IMAGE]);
    assert.equal(picture.data?.['image/png'], `${grid.png.toString('base64')}\n`);
    assert.deepEqual(picture.data['text/plain'], ['A picture.']);
    assert.deepEqual(stream.text, ['one\n', 'two']);
    assert.doesNotMatch(JSON.stringify(still), /<script/);
  });

  it('drops counts, times and versions', () => {
    const still = stillNotebook(executed(), []);
    assert.deepEqual([still.cells[0].execution_count, still.cells[0].metadata], [null, {}]);
    assert.doesNotMatch(JSON.stringify(still.metadata), /version/);
  });

  it('describes a figure that nobody drew, and leaves the notebook it was given alone', () => {
    const before = executed();
    const copy = structuredClone(before);
    const [figure] = stillNotebook(before, undefined).cells[0].outputs!;
    assert.deepEqual(figure.data, {
      'application/vnd.plotly.v1+json': { data: [], layout: {} },
      'text/plain': ['[figure f: A figure.]'],
    });
    assert.deepEqual(before, copy);
  });

  it('keeps all that a run showed: figures and pictures come back as they were', () => {
    const before = executed();
    const still = stillNotebook(before, [{ svg: '', png: Buffer.from('drawn'), width: 900, height: 420 }]);
    const written = JSON.parse(formatNotebook(still)) as Notebook;
    const shown = ({ cells }: Notebook) => cells[0].outputs!.flatMap((output) => embeddedIn(output) ?? []);
    const [figure, picture] = shown(written);
    assert.deepEqual(figure, {
      kind: 'figure',
      figure: FIGURE,
      still: { png: Buffer.from('drawn'), width: 900, height: 420 },
    });
    assert.deepEqual([figure.kind === 'figure' && figure.figure, picture], [
      FIGURE,
      shown(before).find(({ kind }) => kind === 'picture'),
    ]);
  });

  it('gives a still notebook back as it is, with or without its figures drawn anew', () => {
    const drawn = { svg: '', png: Buffer.from('drawn'), width: 900, height: 420 };
    const still = stillNotebook(executed(), [drawn]);
    assert.deepEqual(stillNotebook(still, undefined), still);
    assert.deepEqual(stillNotebook(still, [drawn]), still);
  });

  it('knows a figure of which only the picture is left', () => {
    const png = imageGrid([IMAGE]).png.toString('base64');
    const output: Output = {
      output_type: 'display_data',
      data: { 'image/png': png, 'text/plain': ['[figure f: A figure.]'] },
      metadata: {},
    };
    const found = embeddedIn(output);
    assert.ok(found?.kind === 'picture');
    assert.deepEqual([found.picture.figure, found.picture.description], ['f', 'A figure.']);
    assert.deepEqual([found.picture.width, found.picture.height], [18, 17]);
    const notebook = fromText('# %%\nshow();');
    notebook.cells[0].outputs = [output];
    assert.deepEqual(stillNotebook(notebook, undefined).cells[0].outputs![0].data?.['text/plain'], [
      '[figure f: A figure.]',
    ]);
  });

  it('leaves figures and pictures that are not ours alone', () => {
    const foreign = (data: MimeBundle): Output => ({ output_type: 'display_data', data, metadata: {} });
    assert.equal(embeddedIn(foreign({ 'image/png': 'AAAA' })), undefined);
    assert.equal(embeddedIn(foreign({ [FIGURE_MIME]: { data: [], layout: {} }, 'text/plain': 'x' })), undefined);
  });
});
