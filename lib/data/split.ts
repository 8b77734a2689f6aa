/** Examples divided into three. Each array holds indices of examples, ascending; none is in two of them. */
export interface Split {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}
