export * from './cropBoxesOf';
export * from './cutCharacters';
export * from './writeCleanCrops';
export * from './inkOutside';
export * from './inkBox';
