/** How a file name becomes a label.
 *  `report`: the first five characters of the name. It gives the report's Table I exactly.
 *  `corrected`: the same, except for the one picture known to be named wrongly, `3bnfnd.png`, which shows
 *  `3bfnd`; the report's rule reads `3bnfn`, which mislabels three of its five characters. */
export type LabelRule = 'report' | 'corrected';
