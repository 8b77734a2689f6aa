/** What an outside tool (npm, pip, a compiler) printed before it failed, as what happened and what to do about it, for
 *  a person who has not read it. Most specific first: one failure often prints several of these. */
const CAUSES = [
  [/ENOSPC|No space left on device|disk quota exceeded|EDQUOT/i, 'the disk is full; free some space'],
  [
    /EINTEGRITY|DO NOT MATCH THE HASHES|HashMismatch|Bad CRC-32|BadZipFile|zlib\.error|TAR_BAD_ARCHIVE/i,
    'a download arrived damaged or is not the file this version of the kit expects; check the network or the mirror in use',
  ],
  [
    /SSLCertVerificationError|CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|self.signed certificate|UNABLE_TO_(GET|VERIFY)/i,
    "the registry's TLS certificate was not accepted; behind a company proxy set NODE_EXTRA_CA_CERTS and PIP_CERT to its certificate file",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|NameResolutionError|Temporary failure in name resolution|Connection (refused|broken|aborted)|ConnectTimeout|ReadTimeout|Read timed out|IncompleteRead|ProxyError|network (is unreachable|request)|socket hang up/i,
    'the package registry cannot be reached; check the network, or the proxy and registry settings of npm and pip',
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system|Operation not permitted/i,
    'a file or folder cannot be written; give your user the rights to it',
  ],
  [
    /lock ?file.*(in sync|not match)|can only install packages when your package\.json/is,
    'package-lock.json does not belong to package.json; run `npm install` or restore both with git',
  ],
  [
    /E404|ETARGET|notarget|No matching distribution found|Could not find a version that satisfies/i,
    'the registry in use does not have a package this version needs; if it is a mirror, let it refresh or use the public registry',
  ],
  [
    /ENOMEM|heap out of memory|MemoryError|Cannot allocate memory|Killed signal/i,
    'memory ran out; close other programs',
  ],
];

/** One clause: what went wrong and the remedy. Unknown failures give the tool's own last words about an error. */
export function explainFailure(output, { code, signal } = {}) {
  for (const [pattern, sentence] of CAUSES) {
    if (!pattern.test(output)) continue;
    const where = pattern.source.includes('EACCES') ? deniedPath(output) : undefined;
    return where ? sentence.replace('a file or folder', where) : sentence;
  }
  const lines = output
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !/complete log of this run|^\S+-debug-0\.log|^at /.test(line));
  const words = lines.findLast((line) => /error|cannot|fail|not found/i.test(line)) ?? lines.at(-1);
  if (words) return `it said "${words.slice(0, 200)}"`;
  return signal ? `it was ended by ${signal}` : `it ended with code ${code ?? 'unknown'} and no word`;
}

function deniedPath(output) {
  return /(?:EACCES|EPERM|EROFS|Permission denied|Read-only file system)[^'"\n]*['"]([^'"\n]+)['"]/.exec(
    output,
  )?.[1];
}
