import { createHash } from 'node:crypto';
import type { Captcha } from '../data';
import { createRandom, deriveSeed } from '../random';

/** Pictures divided into those to learn from and those kept aside to be read. */
export interface AsideSplit {
  /** In the order in which they are taken to learn from: the first 100, the first 200, … */
  readonly train: readonly Captcha[];
  readonly aside: readonly Captcha[];
  /** Pictures that are the same as another, pixel by pixel, beyond the first of each. */
  readonly identical: number;
}

export interface SetAsideOptions {
  /** Share kept aside, a fifth by default. */
  readonly share?: number;
  /** Fewest kept aside, 100 by default. */
  readonly least?: number;
  readonly seed: number;
}

/** Divides pictures by chance, those that are identical always to the same side: what was learnt by heart must not count as read.
 *  Throws RangeError when fewer than 20 would be left to learn from. */
export function setAside(
  pictures: readonly Captcha[],
  { share = 0.2, least = 100, seed }: SetAsideOptions,
): AsideSplit {
  const wanted = Math.max(least, Math.round(share * pictures.length));
  if (pictures.length - wanted < FEWEST) {
    throw new RangeError(
      `there must be ${least + FEWEST} labelled pictures that can be used, ${least} of them to be kept aside, got ${pictures.length}. ` +
        'Add pictures with their labels.',
    );
  }
  const groups = new Map<string, Captcha[]>();
  for (const picture of pictures) {
    const key = createHash('sha256').update(picture.image.data).digest('hex');
    const group = groups.get(key);
    if (group) group.push(picture);
    else groups.set(key, [picture]);
  }
  const order = createRandom(deriveSeed(seed, 'aside')).shuffle([...groups.values()]);
  const aside: Captcha[] = [];
  const train: Captcha[] = [];
  // What is learnt from is taken from the front, so that a longer list begins with the shorter ones.
  for (const group of order) (aside.length < wanted ? aside : train).push(...group);
  return { train, aside, identical: pictures.length - groups.size };
}

/** Fewest pictures that a reader may learn from. */
const FEWEST = 20;
