export * from './scheme';
export { STEP_NAMES, type CleaningStep } from './cleaningStep';
export * from './cleaningStages';
export * from './cleanPicture';
export * from './classIn';
export * from './checkScheme';
export * from './checkReads';
export * from './describeScheme';
export * from './schemeOf';
