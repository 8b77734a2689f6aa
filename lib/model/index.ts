export * from './networkSpec';
export * from './networks';
export * from './describeNetwork';
export * from './buildModel';
export * from './dropout';
export * from './saveModel';
export * from './loadModel';
export * from './cloneModel';
export { variableOf } from './variableOf';
