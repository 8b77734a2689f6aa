import { decodeImage } from '../image';
import type { Scheme } from '../scheme';
import type { Captcha } from './captcha';
import type { DatasetProblem } from './datasetError';
import type { Remark } from './describeRemarks';
import { describeSystemError } from '../files';

/** Reads one labelled picture, or tells why it cannot be used. inside: the folder, ending in a separator; what is to be said of the
 *  picture though it can be used is added to `remarks`. @internal */
export async function readPicture(
  inside: string,
  {
    file,
    label,
    read,
    scheme,
    remarks,
  }: {
    file: string;
    label: string;
    read: (path: string) => Buffer;
    scheme?: Pick<Scheme, 'width' | 'height'>;
    remarks: Remark[];
  },
): Promise<Captcha | DatasetProblem> {
  let bytes: Buffer;
  try {
    bytes = read(inside + file);
  } catch (error) {
    return { file, rule: 'the file must be readable', ...describeSystemError(error) };
  }
  const whole = 'the file must be a whole picture';
  const remedy = 'Fetch it again: it may be damaged or cut short.';
  if (bytes.length === 0) return { file, rule: whole, received: 'an empty file', remedy };
  try {
    const image = await decodeImage(bytes, {
      name: file,
      onWarning: (_, reason) => remarks.push({ file, reason }),
    });
    const fits = scheme === undefined || (image.width === scheme.width && image.height === scheme.height);
    if (fits) return { file, label, image };
    return {
      file,
      rule: `the picture must be ${scheme.width} x ${scheme.height} pixels`,
      received: `${image.width} x ${image.height}`,
      remedy: 'Remove it, or use a picture of the original size: scaling would change the characters.',
    };
  } catch (error) {
    return {
      file,
      rule: whole,
      // The decoder's message begins with the name, which stands before the rule already.
      received: `${(error as Error).message.replace(`${file}: `, '')} (${bytes.length} bytes)`,
      remedy,
    };
  }
}
