type Sharp = typeof import('sharp');

let loaded: Sharp | undefined;

/** sharp, at its first use: it takes a twentieth of a second of processor time, and most pictures are read without.
 *  Throws Error, with the remedy, where the package or its library for this system is missing.
 *  @internal */
export function loadSharp(): Sharp {
  if (loaded !== undefined) return loaded;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- by import it takes longer.
    loaded = require('sharp') as Sharp;
  } catch (error) {
    throw new Error(
      `the package sharp cannot be loaded (${(error as Error).message.split('\n', 1)[0]}): npm run setup installs it for this system`,
      { cause: error },
    );
  }
  // Each picture is decoded once, and those that come in numbers are small: neither a cache nor threads help.
  loaded.cache(false);
  loaded.concurrency(1);
  return loaded;
}
