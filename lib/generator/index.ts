export * from './fontCharacters';
export * from './loadFont';
export * from './bundledFonts';
export {
  drawText,
  TEXT_BASELINE,
  type DrawnText,
  type DrawTextOptions,
  type PlacedCharacter,
} from './drawText';
export * from './water';
export * from './ripple';
export type { SamplingMap } from './resampleRgba';
export { glyph, type Glyph } from './glyph';
export { TEXT_END, TEXT_GAP, TEXT_X } from './placeText';
export * from './flattenCurve';
export * from './noiseCurves';
export * from './drawNoise';
export * from './background';
export * from './compose';
export * from './randomText';
export * from './generateCaptcha';
export * from './setTexts';
export * from './generateSet';
export { readSetManifest, type SetManifest, type SetPicture, type SetRecipe } from './setManifest';
export type { DrawSetOptions, SetProgress } from './drawSet';
export type { ExistingFiles } from './checkSetFolder';
export * from './writeGeneratedSet';
export * from './ensureGeneratedSet';
export * from './plainCharacters';
export * from './hardenedCaptcha';
export * from './moreFonts';
