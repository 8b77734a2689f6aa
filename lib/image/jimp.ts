/** Loads jimp at its first use: it takes a quarter of a second, which work without image files should not pay.
 *  @internal */
export const loadJimp = () => import('jimp');
