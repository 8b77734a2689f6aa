export * from './inputSize';
export * from './pictureInput';
export * from './labelledInputs';
export * from './buildRecognizer';
export * from './trainRecognizer';
export * from './readText';
export * from './recognize';
