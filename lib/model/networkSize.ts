import type { NetworkSpec } from './networkSpec';

export interface NetworkSizeOptions {
  /** Fraction of every layer's width except the output's, above 0; 1 (default) is the network as specified. */
  readonly width?: number;
  /** Classes; by default those that the specification states. */
  readonly classes?: number;
  /** Picture height in pixels; by default what the specification states. */
  readonly inputHeight?: number;
  /** Picture width in pixels; by default what the specification states. */
  readonly inputWidth?: number;
}

/** All sizes of a network: what the options say, else what the specification states.
 *  Throws RangeError for one out of range or stated nowhere. @internal */
export function networkSize(
  { name: network, input, classes: stated }: NetworkSpec,
  { width = 1, classes = stated, inputHeight = input?.height, inputWidth = input?.width }: NetworkSizeOptions,
): Required<NetworkSizeOptions> {
  if (!(width > 0 && Number.isFinite(width))) {
    throw new RangeError(`describeNetwork: width must be a fraction above 0, such as 0.25, got ${width}.`);
  }
  const whole = (name: string, value: number | undefined): number => {
    if (value !== undefined && Number.isSafeInteger(value) && value >= 1) return value;
    const remedy =
      value === undefined ? ` ${network} is meant for no size: say it, or see sizeFor(scheme).` : '';
    throw new RangeError(
      `describeNetwork: ${name} must be a whole number of at least 1, got ${value ?? 'none'}.${remedy}`,
    );
  };
  return {
    width,
    classes: whole('classes', classes),
    inputHeight: whole('inputHeight', inputHeight),
    inputWidth: whole('inputWidth', inputWidth),
  };
}
