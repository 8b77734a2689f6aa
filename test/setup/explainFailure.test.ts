import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainFailure } from '../../scripts/setup/explainFailure.mjs';

describe('explainFailure', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'a full disk, as npm says it',
      'npm error code ENOSPC\nnpm error syscall write\nnpm error errno -28\nnpm error nospc There appears to be insufficient space',
      /^the disk is full; free some space$/,
    ],
    [
      'a full disk, as pip says it',
      'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
      /^the disk is full/,
    ],
    [
      'no network, as npm says it',
      'npm error code ENOTFOUND\nnpm error network request to http://127.0.0.1:9/tsx failed, reason: getaddrinfo ENOTFOUND',
      /registry cannot be reached; check the network/,
    ],
    [
      'no network, as pip says it, though pip then speaks of a missing version',
      "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(<conn>: Failed to establish a new connection: [Errno 111] Connection refused')\nERROR: Could not find a version that satisfies the requirement jupyterlab==4.6.6 (from versions: none)\nERROR: No matching distribution found for jupyterlab==4.6.6",
      /registry cannot be reached/,
    ],
    [
      'a package that is not what was locked, for npm',
      'npm error code EINTEGRITY\nnpm error sha512-abc integrity checksum failed',
      /damaged or is not the file/,
    ],
    [
      'a file that is not what was locked, for pip',
      'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.',
      /damaged or is not the file/,
    ],
    [
      'a folder that cannot be written, by name',
      "npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '/srv/home/.npm'",
      /^\/srv\/home\/\.npm cannot be written; give your user the rights/,
    ],
    [
      'a read-only disk',
      "OSError: [Errno 30] Read-only file system: '/srv/x'",
      /^\/srv\/x cannot be written/,
    ],
    [
      'a certificate that was not accepted, though the network is blamed too',
      "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed')): Connection aborted",
      /NODE_EXTRA_CA_CERTS and PIP_CERT/,
    ],
    [
      'a lockfile of another package.json',
      'npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync.',
      /does not belong to package\.json/,
    ],
    [
      'a mirror without the package',
      'ERROR: No matching distribution found for tsx==9',
      /does not have a package/,
    ],
  ];
  for (const [name, output, expected] of cases) {
    it(`knows ${name}`, () => {
      assert.match(explainFailure(output), expected);
    });
  }

  it("gives the tool's own words for what it does not know", () => {
    const output =
      'npm error code EODD\nnpm error something odd failed\nnpm error A complete log of this run can be found in: x';
    assert.equal(explainFailure(output), 'it said "something odd failed"');
  });

  it('tells how a silent tool ended', () => {
    assert.equal(explainFailure('', { code: 3 }), 'it ended with code 3 and no word');
    assert.equal(explainFailure('', { signal: 'SIGKILL' }), 'it was ended by SIGKILL');
  });
});
