/* eslint-disable @typescript-eslint/no-require-imports -- by require, the library is loaded in three quarters of the time of import. */
// COUNT crops into their 27 variants, packed, by the compiled library as its users have it; prints one JSON object with seconds.
//
// usage: augmentation.cjs COUNT [packed | read]
//
// packed (the default): all at once. read: one after the other in shuffled order, as a trainer reads them.
// The crops' bytes are those of augmentation.py. Only making the variants is timed, once: nothing is warm.
'use strict';

const { augmentExamples, packAugmented } = require('captcha-lab/augment');
const { createRandom } = require('captcha-lab/random');
const { sumOfBytes } = require('./sumOfBytes.cjs');

const [WIDTH, HEIGHT] = [21, 38];
const SIZE = WIDTH * HEIGHT;

const count = Number(process.argv[2]);
const way = process.argv[3] ?? 'packed';
if (!Number.isInteger(count) || count < 1 || !['packed', 'read'].includes(way)) {
  throw new RangeError('usage: augmentation.cjs COUNT [packed | read]');
}

// Knuth's multiplicative hash of the place, its highest byte.
const pixels = new Uint8Array(count * SIZE);
for (let at = 0; at < pixels.length; at++) pixels[at] = Math.imul(at, 2654435761) >>> 24;
const set = {
  count,
  width: WIDTH,
  height: HEIGHT,
  pixels,
  labels: new Uint8Array(count),
  captcha: new Int32Array(count).fill(-1),
  position: new Uint8Array(count),
};
const indices = Int32Array.from({ length: count }, (_, index) => index);
const order =
  way === 'read' ? createRandom(1).shuffle(Int32Array.from({ length: count * 27 }, (_, index) => index)) : [];

const before = process.cpuUsage();
const started = performance.now();
const made = way === 'packed' ? packAugmented(set, indices) : readAll();
const wall = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const peakMiB = process.resourceUsage().maxRSS / 1024;
const sum = sumOfBytes(made);
const versions = { node: process.versions.node };
console.log(JSON.stringify({ wall, cpu: (user + system) / 1e6, peakMiB, sum, versions }));

function readAll() {
  const source = augmentExamples(set, indices);
  const target = new Uint8Array(source.count * SIZE);
  for (let place = 0; place < order.length; place++) source.read(order[place], target, place * SIZE);
  return target;
}
