import { FIGURE_MIME } from '../../lib/notebook/figureHtml';
import type { Figure } from '../../lib/plots';
import { joinText, type Output } from './notebookFile';
import { unescapeHtml } from './unescapeHtml';

export { FIGURE_MIME };

/** Key in an output's metadata that holds what plotly's JSON has no place for: a figure's name and description. */
export const FIGURE_METADATA = 'captcha-lab';

/** A PNG with the size at which it is meant to be seen; it is twice as fine itself. */
export interface StillPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A picture that `showImages` put into a notebook, or all that is left of a figure. */
export interface EmbeddedPicture extends StillPicture {
  readonly description: string;
  /** Of the figure that it shows, where a notebook keeps nothing else of it. */
  readonly figure?: string;
}

/** What the kit's own functions put into an output. */
export type Embedded =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly still?: StillPicture }
  | { readonly kind: 'picture'; readonly picture: EmbeddedPicture }
  | { readonly kind: 'plotly' };

const FIGURE = /<script type="application\/json" class="captcha-lab-figure"[^>]*>([^<]*)<\/script>/;
const PICTURE =
  /^<img class="captcha-lab-image" width="(\d+)" height="(\d+)" [^>]*?alt="([^"]*)" src="data:image\/png;base64,([^"]*)">$/;
const STILL_FIGURE = /^\[figure ([\w-]+): ([^]*)\]$/;

/** Reads a figure, a picture or plotly.js itself out of an output, of a notebook that has just been run as well as of
 *  one that `stillNotebook` made; undefined for any other output. */
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
  if (html.startsWith('<script class="captcha-lab-plotly">')) return { kind: 'plotly' };
  return html === '' ? stillIn(output) : undefined;
}

function stillIn({ data = {}, metadata = {} }: Output): Embedded | undefined {
  const text = joinText(data['text/plain'] as string | string[] | undefined);
  const still = stillPicture(data['image/png'], metadata['image/png']);
  const plotly = data[FIGURE_MIME] as Pick<Figure, 'data' | 'layout'> | undefined;
  const about = metadata[FIGURE_METADATA] as Pick<Figure, 'name' | 'description'> | undefined;
  if (plotly && about) {
    const { name, description } = about;
    const figure = { name, description, data: plotly.data, layout: plotly.layout };
    return { kind: 'figure', figure, ...(still ? { still } : {}) };
  }
  // A PNG that nobody describes is not one of ours.
  if (!still || text === '') return undefined;
  const [, figure, description] = STILL_FIGURE.exec(text) ?? [];
  const picture = figure ? { ...still, description, figure } : { ...still, description: text };
  return { kind: 'picture', picture };
}

function stillPicture(content: unknown, metadata: unknown): StillPicture | undefined {
  if (content === undefined) return undefined;
  const png = Buffer.from(joinText(content as string | string[]), 'base64');
  const { width, height } = (metadata ?? {}) as Partial<StillPicture>;
  if (width !== undefined && height !== undefined) return { png, width, height };
  // Notebooks of an earlier form state no size; the PNG's own is in its first chunk.
  if (png.length < 24) return undefined;
  return { png, width: Math.round(png.readUInt32BE(16) / 2), height: Math.round(png.readUInt32BE(20) / 2) };
}

/** The figures of a notebook in order, those of a live display in their last state. */
export function figuresIn(outputs: readonly Output[]): Figure[] {
  return outputs.flatMap((output) => {
    const found = embeddedIn(output);
    return found?.kind === 'figure' ? [found.figure] : [];
  });
}
