import { z } from 'zod';
import type { tf } from '../tensorflow';

/** What a trained network is: kept in its model's file, and shown with every picture of its inside. */
export interface NetworkCard {
  /** Name of the network in the report: `Table IV`. */
  readonly network: string;
  /** Fraction of the report's layer widths. */
  readonly width: number;
  /** Seed of its first weights: `buildModel` with it gives the network as it was before training. */
  readonly seed: number;
  /** Factor on the pixels. */
  readonly inputScale: number;
  /** `generated data`, `real data` or `own data`. */
  readonly data: string;
  /** Characters it was trained on, and for how many epochs. */
  readonly characters: number;
  readonly epochs: number;
  /** Right answers on characters kept aside, and which part of the data those were. */
  readonly measured: { readonly part: 'validation' | 'test'; readonly correct: number; readonly n: number };
  /** The command or notebook that makes it. */
  readonly madeBy: string;
}

const count = z.int().min(0);

/** What a card must be. */
export const networkCardSchema: z.ZodType<NetworkCard> = z.strictObject({
  network: z.string(),
  width: z.number().positive(),
  seed: z.int(),
  inputScale: z.number().positive(),
  data: z.string(),
  characters: count,
  epochs: count,
  measured: z
    .strictObject({ part: z.enum(['validation', 'test']), correct: count, n: z.int().min(1) })
    .refine(({ correct, n }) => correct <= n, { error: 'correct must be at most n' }),
  madeBy: z.string(),
});

/** The card in what a model's file says of itself, or what is wrong with it. @internal */
export function parseNetworkCard(metadata: unknown): z.ZodSafeParseResult<NetworkCard> {
  // The scheme lies beside the card; see `schemeOfModel`.
  const card = { ...(metadata as { scheme?: unknown } | undefined) };
  delete card.scheme;
  return networkCardSchema.safeParse(card);
}

/** The card in a loaded model. Throws RangeError, naming what is wrong, when it has none or another kind.
 *  `file` is for the message. @internal */
export function readNetworkCard(model: tf.LayersModel, file: string): NetworkCard {
  const result = parseNetworkCard(model.getUserDefinedMetadata());
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  throw new RangeError(
    `openNetwork: ${file} must carry the network's card, but ${path.join('.') || 'it'}: ${message}. Restore it, ` +
      'or remove it: notebook 4 makes those under .cache, `npm run models` the one that came with the kit.',
  );
}
