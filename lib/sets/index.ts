export * from './convertEmnistImage';
export type { EmnistForm } from './chooseEmnist';
export * from './loadEmnist';
export * from './readEmnistMapping';
export * from './readIdx';
export * from './frameLikeEmnist';
export * from './importData';
export * from './surveyData';
export { IMPORTABLE } from './openImportSource';
