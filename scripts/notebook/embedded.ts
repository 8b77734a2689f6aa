import type { Figure } from '../../lib/plots';
import { joinText, type Output } from './notebookFile';

/** A picture that `showImages` put into a notebook. */
export interface EmbeddedPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

/** What the kit's own functions put into an output of HTML. */
export type Embedded =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'picture'; readonly picture: EmbeddedPicture }
  | { readonly kind: 'plotly' };

const FIGURE = /<script type="application\/json" class="captcha-lab-figure"[^>]*>([^<]*)<\/script>/;
const PICTURE =
  /^<img class="captcha-lab-image" width="(\d+)" height="(\d+)" [^>]*?alt="([^"]*)" src="data:image\/png;base64,([^"]*)">$/;

/** Reads a figure, a picture or plotly.js itself out of an output; undefined for any other output. */
export function embeddedIn(output: Output): Embedded | undefined {
  const html = joinText(output.data?.['text/html'] as string | string[] | undefined);
  const json = FIGURE.exec(html)?.[1];
  if (json !== undefined) return { kind: 'figure', figure: JSON.parse(json) as Figure };
  const [, width, height, alt, base64] = PICTURE.exec(html) ?? [];
  if (base64) {
    const png = Buffer.from(base64, 'base64');
    const size = { width: Number(width), height: Number(height) };
    return { kind: 'picture', picture: { png, ...size, description: unescapeHtml(alt) } };
  }
  return html.startsWith('<script class="captcha-lab-plotly">') ? { kind: 'plotly' } : undefined;
}

/** The figures of a notebook in order, those of a live display in their last state. */
export function figuresIn(outputs: readonly Output[]): Figure[] {
  return outputs.flatMap((output) => {
    const found = embeddedIn(output);
    return found?.kind === 'figure' ? [found.figure] : [];
  });
}

function unescapeHtml(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]);
}
