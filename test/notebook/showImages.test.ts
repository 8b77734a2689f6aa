import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows } from 'captcha-lab/image';
import { imageGrid, showImages } from 'captcha-lab/notebook';
import { embeddedIn } from '../../scripts/notebook/embedded';
import { recordingDisplay } from './recordingDisplay';

const IMAGE = fromRows([[0, 255]]);

describe('showImages', () => {
  it('shows the grid with its captions as the text for people who cannot see it', () => {
    const display = recordingDisplay();
    showImages([IMAGE, IMAGE], { captions: ['"a"', 'b'], scale: 4, display });
    const html = String(display.shown[0].content);
    const found = embeddedIn({ output_type: 'display_data', data: { 'text/html': html } });
    const grid = imageGrid([IMAGE, IMAGE], { captions: ['"a"', 'b'], scale: 4 });
    assert.deepEqual(found, { kind: 'picture', picture: { ...grid, description: '2 pictures: "a", b' } });
    assert.equal(display.shown[0].text, '[2 pictures: "a", b]');
  });

  it('prefers a description of its own', () => {
    const display = recordingDisplay();
    showImages([IMAGE], { description: 'One stroke', display });
    assert.match(String(display.shown[0].content), /alt="One stroke"/);
  });
});
