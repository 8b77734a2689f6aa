import { greyImage, type GreyImage } from '../../../../../lib/image/greyImage';
import type { ColumnProbabilities } from '../../../../../lib/ctc';
import { inkOf } from '../../../../../lib/reader/inkOf';
import { columnProbabilities, readColumns, type Reading } from '../../../../../lib/reader/readCaptchas';
import { readerGradCam, type CharacterActivationMap } from '../../../../../lib/reader/readerGradCam';
import { undistort } from '../../../../../lib/reader/undistort';
import type { tf } from '../../../../../lib/tensorflow';

/** A CAPTCHA on its way through the reader. Pictures are grey, ink dark. */
export interface Inspection {
  readonly image: GreyImage;
  /** Without its background, and that with the distortion undone. */
  readonly ink: GreyImage;
  readonly straight: GreyImage;
  readonly columns: ColumnProbabilities;
  readonly reading: Reading;
  /** One a place; none when nothing was read. */
  readonly maps: readonly CharacterActivationMap[];
}

/** Reads a CAPTCHA of 200 x 50 and keeps what happened between. */
export function inspectCaptcha(
  model: tf.LayersModel,
  image: GreyImage,
  { temperature }: { temperature: number },
): Inspection {
  const ink = inkOf(image);
  const [columns] = columnProbabilities(model, [ink], temperature);
  const reading = readColumns(columns);
  const asked = { text: reading.text, temperature };
  const maps = reading.text === '' ? [] : readerGradCam(model, image, asked);
  return { image, ink: onPaper(ink), straight: onPaper(undistort(ink)), columns, reading, maps };
}

/** Ink 0 to 255 as a picture, black on white. */
function onPaper(ink: Uint8Array): GreyImage {
  return greyImage(
    200,
    50,
    ink.map((value) => 255 - value),
  );
}
