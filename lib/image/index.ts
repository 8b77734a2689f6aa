export * from './greyImage';
