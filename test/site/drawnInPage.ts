import type { Knob } from 'captcha-lab/generator';
import type { Page } from 'playwright-core';

/** A text and the seed that it is drawn with. */
export interface Drawing {
  readonly text: string;
  readonly seed: number;
  /** Knobs to turn; none by default. */
  readonly knobs?: readonly Knob[];
}

/** What the page made of a drawing. */
export interface DrawnInPage {
  /** 200 x 50 greys. */
  readonly pixels: Buffer;
  readonly answer: string;
  readonly confidence: number;
}

/** Has the page draw and read CAPTCHAs, one after the other, by its own form. */
export async function drawnInPage(page: Page, drawings: readonly Drawing[]): Promise<DrawnInPage[]> {
  const read = await page.evaluate((all) => {
    // No function may have a name in here: tsx would wrap it in a helper that the page lacks.
    const [textField, seedField, form, picture, answer] = ['text', 'seed', 'draw', 'picture', 'answer'].map(
      (id) => document.getElementById(id)!,
    );
    const boxes = Array.from(document.querySelectorAll<HTMLInputElement>('input[name=knob]'));
    return all.map(({ text, seed, knobs }) => {
      for (const box of boxes) box.checked = (knobs ?? []).includes(box.value as never);
      (textField as HTMLInputElement).value = text;
      (seedField as HTMLInputElement).value = String(seed);
      (form as HTMLFormElement).requestSubmit();
      const context = (picture as HTMLCanvasElement).getContext('2d')!;
      const { data } = context.getImageData(0, 0, 200, 50);
      const greys = Array.from({ length: 10_000 }, (_, pixel) => String.fromCharCode(data[4 * pixel]));
      return {
        pixels: btoa(greys.join('')),
        answer: answer.textContent,
        confidence: Number(answer.dataset.confidence),
      };
    });
  }, drawings);
  return read.map(({ pixels, ...rest }) => ({ pixels: Buffer.from(pixels, 'base64'), ...rest }));
}
