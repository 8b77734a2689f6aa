import type { JpegFrame } from './readJpegFrame';

/** Keeps count of what a JPEG file's scans bring. @internal */
export class JpegCoverage {
  /** By component: for each of 64 coefficients how many of its lowest bits are still missing; 255 for all. */
  private readonly missing: ReadonlyMap<number, Uint8Array>;
  private scans = 0;

  constructor(private readonly frame: JpegFrame) {
    this.missing = new Map(frame.components.map((id) => [id, new Uint8Array(64).fill(255)]));
  }

  /** A scan header after its length. Throws Error when it is damaged or names a component that there is not. */
  add(segment: Uint8Array): void {
    this.scans++;
    const count = segment[0];
    if (segment.length !== 4 + 2 * count || count < 1) throw new Error('damaged scan header');
    const [first, last, bits] = segment.subarray(1 + 2 * count);
    const [from, to, low] = this.frame.progressive ? [first, last, bits & 15] : [0, 63, 0];
    for (let at = 1; at < 1 + 2 * count; at += 2) {
      const coefficients = this.missing.get(segment[at]);
      if (coefficients === undefined) throw new Error('damaged: a scan of a component that there is not');
      coefficients.fill(low, from, to + 1);
    }
  }

  /** Whether every component has had data; of a progressive file perhaps in a coarse form. */
  get hasAll(): boolean {
    return [...this.missing.values()].every((coefficients) => coefficients[0] !== 255);
  }

  /** Whether every coefficient has had all its bits. */
  get isFull(): boolean {
    return [...this.missing.values()].every((coefficients) => coefficients.every((bits) => bits === 0));
  }

  /** Whether all data are one scan, as in nearly all files that are not progressive. */
  get isOneScan(): boolean {
    return this.scans === 1;
  }
}
