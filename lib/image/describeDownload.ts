/** Endings that browsers and download managers give a file until it is whole. */
const UNFINISHED = /\.(crdownload|part|partial|download|opdownload|aria2|!ut|filepart)$/i;

const OPEN =
  'Open the page in a browser, sign in there if it asks, and download again: links to downloads expire.';

/** Archives that the kit does not open, by their first bytes. */
const ARCHIVES: readonly (readonly [name: string, start: string])[] = [
  ['a RAR archive', 'Rar!'],
  ['a 7-Zip archive', "7z\xbc\xaf'\x1c"],
  ['an xz archive', '\xfd7zXZ\0'],
  ['a bzip2 archive', 'BZh'],
  ['a Zstandard archive', '\x28\xb5\x2f\xfd'],
];

/** True for a name that a file has only while it is being downloaded. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name) || /^Unconfirmed \d+/.test(name);
}

/** What a file is that ought to be data or a picture, when its first bytes (a kilobyte of them will do) tell that the download failed or
 *  that it is an archive of another kind: what was got and what to do. Undefined when they tell nothing. */
export function describeDownload(
  start: Uint8Array,
): { readonly received: string; readonly remedy: string } | undefined {
  if (start.length === 0) {
    return { received: 'an empty file: the download failed', remedy: 'Download it again.' };
  }
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.length);
  const latin = bytes.toString('latin1');
  const archive = ARCHIVES.find(([, signature]) => latin.startsWith(signature));
  if (archive !== undefined) {
    return { received: archive[0], remedy: 'Unpack it yourself and give the folder.' };
  }
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const text = (utf16 ? bytes.toString('latin1').replaceAll('\0', '') : bytes.toString('utf8'))
    .replace(/^(\uFEFF|ÿþ|þÿ)/, '')
    .trimStart();
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|script|title|meta)\b/i.test(text)) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
    const named = title === undefined || title.trim() === '' ? '' : ` titled ${quote(title)}`;
    return { received: `a web page${named}: the download failed`, remedy: OPEN };
  }
  if (/^version https:\/\/git-lfs/.test(text)) {
    return {
      received: "Git LFS's pointer to the file, not the file",
      remedy: 'Run git lfs pull where it comes from.',
    };
  }
  // What storage services and programming interfaces answer instead of a file.
  if (
    /^(\{|<\?xml|<error)/i.test(text) &&
    /error|denied|message|expired|unauthori[sz]ed|forbidden/i.test(text)
  ) {
    return { received: `a server's error message, ${quote(text)}: the download failed`, remedy: OPEN };
  }
  return undefined;
}

/** One line of printable characters, in quotes, cut after 80. */
function quote(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return `'${line.length > 80 ? `${line.slice(0, 79)}…` : line}'`;
}
