/** A function that says true when `interval` milliseconds have passed since it last did; the first call says true.
 *  `now` is the clock, in milliseconds. */
export function createThrottle({ interval, now }: { interval: number; now: () => number }): () => boolean {
  let last = -Infinity;
  return () => {
    const time = now();
    if (time - last < interval) return false;
    last = time;
    return true;
  };
}
