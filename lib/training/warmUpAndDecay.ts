/** Share of the highest step size at `progress` of a training, 0 to 1: it rises over the first twentieth and falls to 0 by half a cosine. */
export function warmUpAndDecay(progress: number): number {
  const rise = Math.min(1, (progress + 1e-3) / 0.05);
  return rise * halfCosine(progress);
}

/** From 1 to 0 by half a cosine, for `progress` from 0 to 1. Source: Loshchilov and Hutter 2017, SGDR, equation 5 without restarts. */
export function halfCosine(progress: number): number {
  return 0.5 * (1 + Math.cos(Math.PI * progress));
}
