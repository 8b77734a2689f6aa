/** Pictures of the report's set whose file name does not say what they show, and what they do show. Readers disagreed with these
 *  names, surely; with the distortion undone the eye does too, and `fitText` finds that the texts here explain the pictures and the
 *  names do not (disagreements in data/results/reader.json). Names that the readers agree with were not doubted. Counts take the names as they are unless they say that they were corrected. */
export const LABEL_ERRORS: Readonly<Record<string, string>> = {
  '3bnfn': '3bfnd',
  cdcb3: 'edcb3',
  ep85x: 'cp85x',
  mxnw4: 'mxmw4',
  wgnwp: 'wgmwp',
};
