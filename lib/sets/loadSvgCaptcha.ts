/** What `svg-captcha` is told of a picture. */
interface Options {
  readonly width: number;
  readonly height: number;
  readonly noise: number;
  readonly color: boolean;
  readonly background: string;
}

/** svg-captcha's drawing of a text as SVG, at its first use: it reads a font when it is loaded. Its own types leave the function out.
 *  @internal */
export function loadSvgCaptcha(): (text: string, options: Options) => string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only who draws needs it.
  return require('svg-captcha') as (text: string, options: Options) => string;
}
