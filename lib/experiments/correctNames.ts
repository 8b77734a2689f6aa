import { LABEL_ERRORS } from '../report';

/** The same with the texts that LABEL_ERRORS corrects; not modified. */
export function correctNames<T extends { readonly texts: readonly string[] }>(judged: T): T {
  return { ...judged, texts: judged.texts.map((text) => LABEL_ERRORS[text] ?? text) };
}
