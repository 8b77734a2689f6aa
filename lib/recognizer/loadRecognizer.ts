import type { GreyImage } from '../image';
import { loadModel } from '../model';
import type { tf } from '../tensorflow';
import { inputSize } from './inputSize';
import { labelledInputs } from './labelledInputs';
import type { TextReading } from './readText';
import { recognize } from './recognize';
import { recognizerCardSchema, type RecognizerCard } from './recognizerCard';

/** A trained recognizer, ready to read. */
export interface Recognizer {
  readonly model: tf.LayersModel;
  readonly card: RecognizerCard;
  /** Reads pictures of its scheme's size. Throws RangeError for another size. */
  read(images: readonly GreyImage[]): TextReading[];
  /** Frees the model. */
  dispose(): void;
}

/** Loads a recognizer that `saveModel` saved with its card as metadata; undefined when the model there carries another card or none.
 *  Throws RangeError, naming the folder and what is wrong: a missing or broken file, a card that is none, a model that does not fit it. */
export async function loadRecognizer(folder: string): Promise<Recognizer | undefined> {
  const model = await loadModel(folder);
  const metadata = model.getUserDefinedMetadata() as { kind?: unknown } | undefined;
  if (metadata?.kind !== 'recognizer') {
    model.dispose();
    return undefined;
  }
  try {
    const card = cardOf(metadata, folder);
    checkShapes(model, card, folder);
    return {
      model,
      card,
      read: (images) => readImages(model, card, images),
      dispose: () => {
        model.dispose();
      },
    };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function readImages(
  model: tf.LayersModel,
  { scheme }: RecognizerCard,
  images: readonly GreyImage[],
): TextReading[] {
  const other = images.find(({ width, height }) => width !== scheme.width || height !== scheme.height);
  if (other !== undefined) {
    throw new RangeError(
      `the reader learnt pictures of ${scheme.width} x ${scheme.height} pixels, got one of ${other.width} x ${other.height}.`,
    );
  }
  const pictures = images.map((image) => ({ image, label: '' }));
  const inputs = labelledInputs(pictures, { size: inputSize(scheme), alphabet: scheme.alphabet });
  return recognize(model, inputs, { scheme });
}

function cardOf(metadata: unknown, folder: string): RecognizerCard {
  const result = recognizerCardSchema.safeParse(metadata);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  throw new RangeError(
    `loadRecognizer: ${folder} must carry the reader's card, but ${path.join('.') || 'it'}: ${message}. ` +
      'Restore model.json, or make the reader again by `npm run strength`.',
  );
}

function checkShapes({ inputs, outputs }: tf.LayersModel, { scheme }: RecognizerCard, folder: string): void {
  const { height, width, columns } = inputSize(scheme);
  const expected = [height, width, 1, columns, scheme.alphabet.length + 1].join();
  const got = [...inputs[0].shape.slice(1), ...outputs[0].shape.slice(1)].join();
  if (got === expected) return;
  throw new RangeError(
    `loadRecognizer: ${folder} must hold a network that fits its scheme, of sizes ${expected}, got ${got}. ` +
      'Make the reader again by `npm run strength`.',
  );
}
