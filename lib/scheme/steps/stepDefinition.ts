import type { GreyImage } from '../../image';

/** What a cleaning step takes: whole numbers, each with the least and the most that it may be. */
export type StepRanges<Options> = {
  readonly [Name in Exclude<keyof Options, 'step'>]: readonly [least: number, most: number];
};

/** One kind of cleaning step. The step itself, `{ step: 'dilate', rows: 3, columns: 3 }`, is plain data that a scheme holds and a
 *  file keeps; this is what the kit knows about its kind. @internal */
export interface StepDefinition<Options extends { readonly step: string }> {
  readonly step: Options['step'];
  readonly ranges: StepRanges<Options>;
  /** The step in a few words: `dilation 3 x 3`. */
  describe(options: Options): string;
  /** The picture after the step, of the same size; `image` stays as it is. */
  apply(image: GreyImage, options: Options): GreyImage;
}
