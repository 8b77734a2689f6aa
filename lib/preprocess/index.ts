export * from './cropBoxes';
export * from './preprocess';
export * from './cropCharacters';
export * from './extractCharacters';
export * from './inkOutsideBoxes';
export * from './inkBox';
export * from './frameLikeEmnist';
