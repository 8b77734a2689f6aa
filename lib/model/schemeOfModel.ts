import { checkScheme, type Scheme } from '../scheme';
import type { tf } from '../tensorflow';

/** The scheme of the pictures that a model learnt from, which `saveModel` keeps in its file; undefined when it carries none, as models
 *  saved by earlier versions. Throws RangeError when what it carries is no scheme. */
export function schemeOfModel(model: tf.LayersModel): Scheme | undefined {
  // tfjs gives undefined for a model without metadata, whatever its types say.
  const metadata = model.getUserDefinedMetadata() as { readonly scheme?: unknown } | undefined;
  return metadata?.scheme === undefined ? undefined : checkScheme(metadata.scheme);
}
