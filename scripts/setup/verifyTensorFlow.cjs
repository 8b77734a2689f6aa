/* eslint-disable @typescript-eslint/no-require-imports -- util must be mended, which only its CommonJS face allows */
'use strict';
// Loads tfjs-node from a clone and multiplies a matrix: `node verifyTensorFlow.cjs ROOT` prints one line of JSON,
// { version, node }, or ends in an error.
const { createRequire } = require('node:module');
const path = require('node:path');
const util = require('node:util');

// The same two functions that lib/tensorflow/tf.ts puts back; the library is not compiled yet when this runs.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';

const tf = createRequire(path.join(path.resolve(process.argv[2]), 'package.json'))('@tensorflow/tfjs-node');
const product = tf.matMul(
  tf.tensor2d([
    [1, 2],
    [3, 4],
  ]),
  tf.tensor2d([
    [5, 6],
    [7, 8],
  ]),
);
const values = [...product.dataSync()].join(' ');
if (tf.getBackend() !== 'tensorflow') throw new Error(`the backend is ${tf.getBackend()}, not tensorflow`);
if (values !== '19 22 43 50') throw new Error(`a matrix product came out as ${values}`);
console.log(JSON.stringify({ version: tf.backend().binding.TF_Version, node: process.version }));
