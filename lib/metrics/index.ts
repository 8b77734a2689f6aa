export * from './accuracy';
export * from './wilsonInterval';
export * from './confusionMatrix';
export * from './perClass';
export * from './pToTheFifth';
export * from './productOfPositions';
export * from './captchaAccuracy';
export * from './formatCount';
