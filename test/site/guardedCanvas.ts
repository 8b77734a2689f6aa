import type { Page } from 'playwright-core';

/** Makes the browser one that guards against fingerprinting: what it gives back of a canvas differs by one step in some pixels.
 *  only: 'pictures' leaves the page's known pattern alone, as a guard
 *  that goes by what is drawn may; 'all' by default. */
export async function guardedCanvas(
  page: Page,
  { only = 'all' }: { only?: 'all' | 'pictures' } = {},
): Promise<void> {
  await page.addInitScript((which) => {
    const context = CanvasRenderingContext2D.prototype;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
    const before = context.getImageData;
    context.getImageData = function (...place) {
      const pixels = before.apply(this, place);
      const { data } = pixels;
      const known = data[1] === 73 && data[2] === 146;
      if (which === 'all' || !known) for (let at = 0; at < data.length; at += 28) data[at] ^= 1;
      return pixels;
    };
  }, only);
}
