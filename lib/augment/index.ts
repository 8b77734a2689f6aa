export * from './variants';
export * from './augment';
export * from './augmentExamples';
export * from './packAugmented';
