import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fromRows } from 'captcha-lab/image';
import { showImages } from 'captcha-lab/notebook';
import { fromText } from '../../scripts/notebook/fromText';
import type { Notebook, Output } from '../../scripts/notebook/notebookFile';
import { tellingPicture, thumbnail } from '../../scripts/notebook/site/thumbnail';
import { recordingDisplay } from '../notebook/recordingDisplay';
import { executedNotebook } from '../site/siteWithFigures';

/** A notebook that shows one black picture for each scale. */
function notebookWith(scales: readonly number[]): Notebook {
  const display = recordingDisplay();
  for (const scale of scales) showImages([fromRows([[0, 0], [0, 0]])], { scale, description: `${scale}`, display });
  const notebook = fromText('# %%\nshow();\n');
  notebook.cells[0].outputs = display.shown.map(
    ({ mime, content }): Output => ({ output_type: 'display_data', data: { [mime]: content } }),
  );
  return notebook;
}

describe('tellingPicture', () => {
  it('takes the first picture that is large enough, else the first', () => {
    assert.equal(tellingPicture(notebookWith([1, 200, 300]), undefined)?.description, '200');
    assert.equal(tellingPicture(notebookWith([2, 1]), undefined)?.description, '2');
    assert.equal(tellingPicture(notebookWith([]), undefined), undefined);
  });

  it('takes a figure that was drawn, with its description', () => {
    const png = Buffer.from('drawn');
    const found = tellingPicture(executedNotebook(), [{ png, width: 900, height: 520 }]);
    assert.deepEqual([found?.png, found?.description.slice(0, 17)], [png, 'Accuracy and loss']);
  });
});

describe('thumbnail', () => {
  const picture = (width: number, height: number) => {
    const png = createCanvas(width * 2, height * 2).toBuffer('image/png');
    return { png, width, height };
  };

  it('is at most 320 x 200 pixels, in proportion, and never enlarged', async () => {
    for (const [from, to] of [
      [[900, 420], [320, 149]],
      [[900, 880], [205, 200]],
      [[80, 40], [80, 40]],
    ] as const) {
      const small = await thumbnail(picture(from[0], from[1]));
      assert.deepEqual([small.width, small.height], to);
      const { width, height } = await loadImage(small.png);
      assert.deepEqual([width, height], to);
    }
  });
});
