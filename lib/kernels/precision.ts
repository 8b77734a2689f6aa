/** The numbers that convolutions and products are done in. 'bfloat16' has the range of 'float32' and 8 bits of its 24; weights, their
 *  gradients once summed, moments, loss and softmax are 'float32' in both. */
export type Precision = 'float32' | 'bfloat16';

/** 'auto': 'bfloat16' where the processor has instructions for it and a probe finds them faster; see `choosePrecision`. */
export type PrecisionChoice = Precision | 'auto';

/** All choices, for checks and commands. */
export const PRECISION_CHOICES: readonly PrecisionChoice[] = ['float32', 'bfloat16', 'auto'];
