import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readerPieceName, readerPieces, type JudgedScores, type ReaderPiece } from 'captcha-lab/experiments';
import { studyStamp } from './studyStamp';

/** A piece of the study that is done. */
export interface DonePiece extends JudgedScores {
  readonly piece: ReaderPiece;
  /** Places of the CAPTCHAs in the data set. */
  readonly indices: readonly number[];
  /** CAPTCHAs it learnt from. */
  readonly learnt: number;
  readonly seconds: number;
  /** Folder of its model. */
  readonly model: string;
}

interface PieceFile {
  readonly piece: ReaderPiece;
  readonly count: number;
  readonly steps: number;
  readonly classes: number;
  readonly indices: number[];
  readonly labels: string[];
  readonly learnt: number;
  readonly seconds: number;
  readonly stamp?: string;
}

/** Folder of a piece. */
export function pieceFolder(cache: string, piece: ReaderPiece): string {
  return path.join(cache, 'study', readerPieceName(piece));
}

/** Whether a piece is done, and with the reader and the recipes that there are now. */
export function isDone(cache: string, piece: ReaderPiece): boolean {
  const file = path.join(pieceFolder(cache, piece), 'scores.json');
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as PieceFile).stamp === studyStamp();
}

/** Whether all pieces of an arm with so many labels are done. */
export function areDone(cache: string, { arm, labels }: Pick<ReaderPiece, 'arm' | 'labels'>): boolean {
  return piecesOf({ arm, labels }).every((piece) => isDone(cache, piece));
}

function piecesOf({ arm, labels }: Pick<ReaderPiece, 'arm' | 'labels'>): ReaderPiece[] {
  return readerPieces().filter((piece) => piece.arm === arm && piece.labels === labels);
}

/** The pieces of an arm with so many labels (all of a fold's by default), by fold. Throws Error naming what is to be run first when
 *  one is not done. */
export function openPieces(cache: string, { arm, labels }: Pick<ReaderPiece, 'arm' | 'labels'>): DonePiece[] {
  const wanted = piecesOf({ arm, labels });
  const missing = wanted.filter((piece) => !isDone(cache, piece));
  if (missing.length > 0) {
    throw new Error(
      `${missing.map(readerPieceName).join(', ')} must be trained first: npm run readers -- run --arm ${arm}`,
    );
  }
  return wanted.map((piece) => openPiece(pieceFolder(cache, piece)));
}

function openPiece(folder: string): DonePiece {
  const { count, steps, classes, labels, ...more } = JSON.parse(
    readFileSync(path.join(folder, 'scores.json'), 'utf8'),
  ) as PieceFile;
  const bytes = new Uint8Array(readFileSync(path.join(folder, 'scores.bin')));
  const values = new Float32Array(bytes.buffer);
  return {
    ...more,
    scores: { count, steps, classes, values },
    texts: labels,
    model: path.join(folder, 'model'),
  };
}
