/* eslint-disable @typescript-eslint/no-require-imports -- by require, the library is loaded in three quarters of the time of import. */
// A folder of CAPTCHAs into crops, by the compiled library as its users have it; prints one JSON object with seconds.
//
// usage: preprocessing.cjs FOLDER
//
// Everything from the list of files on is timed, once: nothing is warm. Only loading the library is not.
'use strict';

const { extractCharacters, loadCaptchas } = require('captcha-lab/report');
const { sumOfBytes } = require('./sumOfBytes.cjs');

async function main() {
  const before = process.cpuUsage();
  const started = performance.now();
  const { pixels } = extractCharacters(await loadCaptchas(process.argv[2], { labels: 'report' }));
  const sum = sumOfBytes(pixels);
  const wall = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  const versions = { node: process.versions.node };
  console.log(JSON.stringify({ wall, cpu: (user + system) / 1e6, peakMiB, sum, versions }));
}

void main();
