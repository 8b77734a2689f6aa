import { READER_FOLDS, type ReaderPiece } from './readerPiece';

/** Numbers of labelled CAPTCHAs at which tuning and training from scratch are compared; all of a fold's come with the arms
 *  themselves, none is the reader of generated pictures. */
export const LABEL_COUNTS = [10, 50, 100, 200, 400] as const;

/** Folds on which fewer labels are tried, by tuning and from scratch, which takes twice the time. */
const TUNED_FOLDS = 2;
const SCRATCH_FOLDS = 1;

/** All pieces of the study, the ones that matter most first. */
export function readerPieces(): ReaderPiece[] {
  const folds = Array.from({ length: READER_FOLDS.folds }, (_, fold) => fold);
  return [
    ...folds.map((fold): ReaderPiece => ({ arm: 'tuned', fold })),
    ...folds.map((fold): ReaderPiece => ({ arm: 'unlabelled', fold })),
    ...folds.map((fold): ReaderPiece => ({ arm: 'real', fold })),
    ...folds.map((fold): ReaderPiece => ({ arm: 'generated', fold })),
    ...folds.map((fold): ReaderPiece => ({ arm: 'tuned', fold, labels: 50 })),
    ...LABEL_COUNTS.filter((labels) => labels !== 50).flatMap((labels) =>
      folds.slice(0, TUNED_FOLDS).map((fold): ReaderPiece => ({ arm: 'tuned', fold, labels })),
    ),
    ...LABEL_COUNTS.flatMap((labels) =>
      folds.slice(0, SCRATCH_FOLDS).map((fold): ReaderPiece => ({ arm: 'real', fold, labels })),
    ),
  ];
}

/** Name of a piece, for its files: `tuned-fold1`, `real-fold2-labels50`. Folds count from 1 there. */
export function readerPieceName({ arm, fold, labels }: ReaderPiece): string {
  return `${arm}-fold${fold + 1}${labels === undefined ? '' : `-labels${labels}`}`;
}
