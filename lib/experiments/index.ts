export * from './profile';
export * from './projectFolder';
export * from './openDataset';
