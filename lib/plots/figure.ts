import type { Data, Layout } from 'plotly.js';

/** A figure as plotly draws it: plain JSON, no functions, no typed arrays. */
export interface Figure {
  /** Short name, also the stem of exported files: `confusion`. */
  readonly name: string;
  /** What the figure shows, one sentence for people who cannot see it. */
  readonly description: string;
  readonly data: readonly Partial<Data>[];
  readonly layout: Partial<Layout>;
}
