export * from './alphabet';
export * from './captcha';
export * from './characterSet';
export * from './exampleSource';
