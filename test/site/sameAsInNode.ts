import assert from 'node:assert/strict';
import { generateCaptcha, hardenedCaptcha } from 'captcha-lab/generator';
import type { Reader } from 'captcha-lab/reader';
import type { Page } from 'playwright-core';
import { drawnInPage, type Drawing } from './drawnInPage';

/** Holds the page to Node: the same pictures to the byte, the same texts, confidences within 0.001. */
export async function sameAsInNode(page: Page, reader: Reader, drawings: readonly Drawing[]): Promise<void> {
  const inPage = await drawnInPage(page, drawings);
  drawings.forEach((drawing, index) => {
    const { knobs = [] } = drawing;
    const { image } = knobs.length === 0 ? generateCaptcha(drawing) : hardenedCaptcha({ ...drawing, knobs });
    const { pixels, answer, confidence } = inPage[index];
    const [reading] = reader.read([image]);
    const what = JSON.stringify(drawing);
    assert.ok(pixels.equals(image.data), `${what} is another picture`);
    assert.equal(answer, reading.text === '' ? '–' : reading.text, what);
    assert.ok(
      Math.abs(confidence - reading.confidence) < 1e-3,
      `${what}: ${confidence}, ${reading.confidence}`,
    );
  });
}
