/** A drawing that explains something: SVG in the site's colours, light and dark as the reader's system has it, with a
 *  ground of its own, so that it can be read on pages of either kind. */
export interface Diagram {
  /** Of its file, such as `pooling`. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in sentences, for people who cannot see it; also in the drawing itself. */
  readonly description: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** A whole file; it refers to nothing outside. */
  readonly svg: string;
}
