import type { FigureOptions } from './theme';

export interface ImageGridFigureOptions extends Omit<FigureOptions, 'height'> {
  /** Stem of exported files. */
  name?: string;
  /** Tiles in a row; as many as a telephone's width takes by default. */
  columns?: number;
  /** Text under each tile, wrapped at spaces where columns are narrow; '' leaves a tile without. */
  captions?: readonly string[];
  /** Text shown when the pointer is over a tile; its caption, or else its number from 1, by default. */
  hovers?: readonly string[];
  /** Text at the left of each row. */
  rowLabels?: readonly string[];
  /** Side of one pixel of a tile on the screen, where the screen is wide enough; the largest with which the grid fits into
   *  560 x 720 pixels by default. */
  scale?: number;
  /** Space between tiles, in pixels of the screen. */
  gap?: number;
  /** Line under the grid: how values became colours. */
  palette?: string;
}
