import type { CharacterFrequency } from '../data';

/** The report's Table I: the frequency of each character in the 1070 CAPTCHAs, 5350 in all. It counts the first
 *  five characters of every file name, so it holds for the label rule `report`. */
export const TABLE_I: readonly CharacterFrequency[] = [
  { character: '2', count: 270 },
  { character: '3', count: 271 },
  { character: '4', count: 289 },
  { character: '5', count: 288 },
  { character: '6', count: 267 },
  { character: '7', count: 262 },
  { character: '8', count: 272 },
  { character: 'b', count: 247 },
  { character: 'c', count: 276 },
  { character: 'd', count: 268 },
  { character: 'e', count: 245 },
  { character: 'f', count: 277 },
  { character: 'g', count: 281 },
  { character: 'm', count: 282 },
  { character: 'n', count: 541 },
  { character: 'p', count: 259 },
  { character: 'w', count: 244 },
  { character: 'x', count: 271 },
  { character: 'y', count: 240 },
];
