import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { Jimp } from 'jimp';
import { fewerColours } from '../../scripts/notebook/fewerColours';

/** A picture with more than 256 colours. */
function gradient(): Buffer {
  const canvas = createCanvas(300, 200);
  const context = canvas.getContext('2d');
  const colours = context.createLinearGradient(0, 0, 300, 200);
  ['#0072b2', '#ffffff', '#d55e00'].forEach((colour, index) => {
    colours.addColorStop(index / 2, colour);
  });
  context.fillStyle = colours;
  context.fillRect(0, 0, 300, 200);
  return canvas.toBuffer('image/png');
}

describe('fewerColours', () => {
  it('keeps size and looks of a picture in fewer bytes and at most 256 colours', async () => {
    const png = gradient();
    const smaller = fewerColours(png);
    assert.ok(smaller.length < png.length);
    const [before, after] = await Promise.all([png, smaller].map((bytes) => Jimp.read(bytes)));
    assert.deepEqual([after.width, after.height], [300, 200]);
    const pixels = new Set<number>();
    let largest = 0;
    before.bitmap.data.forEach((value, index) => {
      largest = Math.max(largest, Math.abs(value - after.bitmap.data[index]));
      if (index % 4 === 0) pixels.add(after.bitmap.data.readUInt32BE(index));
    });
    assert.ok(pixels.size <= 256, `${pixels.size} colours`);
    assert.ok(largest <= 12, `off by ${largest}`);
  });

  it('leaves a picture alone that it cannot make smaller', () => {
    const dot = fewerColours(createCanvas(1, 1).toBuffer('image/png'));
    assert.equal(fewerColours(dot), dot);
  });
});
