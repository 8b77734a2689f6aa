/** Pictures of the report's set whose file name does not say what they show, by file name without extension; found by the readers
 *  of lib/reader and then seen by eye with the distortion undone. Scores count the names as they are unless they say otherwise. */
export const LABEL_ERRORS: Readonly<Record<string, string>> = {
  '3bnfn': '3bfnd',
  cdcb3: 'edcb3',
  wgnwp: 'wgmwp',
};
