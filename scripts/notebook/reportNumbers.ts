/** Numbers that the report prints, or that follow from them and its authors' record by one step of arithmetic; prose
 *  may quote them anywhere. Ours are never in this list. */
export const REPORT_NUMBERS: readonly string[] = [
  // III: the set, its pictures and Table I.
  ...['1,070', '5,350', '541/5350', '10.11%', '200', '10,000'],
  // IV and V: crops, the division, what a batch step and a rate are.
  ...['3,224', '1,063', '3224/1063/1063', '60%', '20%', '0.0001', '0.001', '255'],
  // V.A: Figures 4 to 9, as counts where they are.
  ...[
    '10.16%',
    '108/1063',
    '88.52%',
    '941/1063',
    '92.00%',
    '978/1063',
    '12.70%',
    '135/1063',
    '90.87%',
    '966/1063',
  ],
  // Tables II to VI.
  ...['25%', '50%', '256', '512', '8,338,195'],
  // V.B: EMNIST, V.C and VI.
  ...[
    '2,400',
    '45,600',
    '39.51%',
    '420/1063',
    '35.84%',
    '87,048',
    '93.60%',
    '995/1063',
    '93.91%',
    '0.9391',
    '73.04%',
  ],
  // The clipped loss that its framework has, -ln 1e-7, and a dead network's loss by it; ln 19 of a network that guesses.
  ...['16.118', '14.48', '2.94'],
];
