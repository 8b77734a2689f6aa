import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import type { GreyImage } from '../image';
import { loadModel } from '../model';
import type { tf } from '../tensorflow';
import { BLANK } from './buildReader';
import { readCaptchas, type Reading } from './readCaptchas';
import { readerCardSchema, type ReaderCard } from './readerCard';

/** A trained reader, ready to read. */
export interface Reader {
  readonly model: tf.LayersModel;
  readonly card: ReaderCard;
  /** Reads pictures of 200 x 50, with the card's temperature. Throws RangeError for another size. */
  read(images: readonly GreyImage[]): Reading[];
  /** Frees the model. */
  dispose(): void;
}

/** Loads a reader that `saveModel` saved with its card as metadata.
 *  Throws RangeError, naming the folder and what is wrong: a missing or broken file, a model of another kind, or no card. */
export async function loadReader(folder: string): Promise<Reader> {
  const model = await loadModel(folder);
  try {
    checkShapes(model, folder);
    const card = cardOf(model, folder);
    return {
      model,
      card,
      read: (images) => readCaptchas(model, images, { temperature: card.temperature }),
      dispose: () => {
        model.dispose();
      },
    };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function checkShapes({ inputs, outputs }: tf.LayersModel, folder: string): void {
  const [, ...input] = inputs[0].shape;
  const [, steps, classes, ...more] = outputs[0].shape;
  const expected = [CAPTCHA_HEIGHT, CAPTCHA_WIDTH, 1];
  if (input.join() === expected.join() && more.length === 0 && steps && classes === BLANK + 1) return;
  const shown = (shape: readonly (number | null)[]): string => `[${shape.slice(1).join(', ')}]`;
  throw new RangeError(
    `loadReader: ${folder} must hold a reader of whole CAPTCHAs, [${expected.join(', ')}] to [columns, ${BLANK + 1}], got ` +
      `${shown(inputs[0].shape)} to ${shown(outputs[0].shape)}. \`npm run models\` makes one.`,
  );
}

function cardOf(model: tf.LayersModel, folder: string): ReaderCard {
  const result = readerCardSchema.safeParse(model.getUserDefinedMetadata());
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  throw new RangeError(
    `loadReader: ${folder} must carry the reader's card, but ${path.join('.') || 'it'}: ${message}. ` +
      'Restore model.json, or make the reader again by `npm run models`.',
  );
}
