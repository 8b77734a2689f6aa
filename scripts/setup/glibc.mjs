/** Lowest glibc: what nodejs.org's Node 20, 22, 24 and 26 for Linux x64 are linked against. TensorFlow's library asks for
 *  2.17, the notebook kernel's sockets for 2.25. Debian 10, Ubuntu 18.10, Fedora 29 and Red Hat 8 have it. */
export const LOWEST_GLIBC = '2.28';

/** Why a Linux system's C library will not do, with the remedy; undefined when it will. version: as Node reports it,
 *  `2.36`, or undefined for another library than glibc. */
export function whyNotGlibc(version) {
  if (!version) return 'TensorFlow needs glibc; use a Debian, Ubuntu or Fedora system or image';
  const [have, lowest] = [version, LOWEST_GLIBC].map((text) => text.split('.').map(Number));
  if (have[0] > lowest[0] || (have[0] === lowest[0] && have[1] >= lowest[1])) return undefined;
  return `the supported Nodes need glibc ${LOWEST_GLIBC} or later; use a newer system (Debian 10, Ubuntu 20.04, Red Hat 8 or later)`;
}
