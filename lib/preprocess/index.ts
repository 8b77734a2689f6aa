export * from './cropBoxesOf';
export * from './cutCharacters';
export * from './inkOutside';
export * from './inkBox';
