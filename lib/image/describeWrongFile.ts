import { describeDownload, isUnfinished } from './describeDownload';
import { READ_FORMATS } from './imageFormat';

const READ = `only ${READ_FORMATS.slice(0, -1).join(', ')} and ${READ_FORMATS.at(-1)} can be read`;

/** Why a file is no picture that can be read, with what the download of it seems to have brought instead. format: by its first bytes;
 *  reason: why it could not be decoded, where that was tried. @internal */
export function describeWrongFile(
  bytes: Uint8Array,
  { name, format, reason }: { name: string; format?: string; reason?: string },
): string {
  const got = reason ?? describeBytes(bytes, format);
  if (!isUnfinished(name)) return got;
  return `an unfinished download, by its name; wait for its end or download it again. What there is: ${got}`;
}

function describeBytes(bytes: Uint8Array, format: string | undefined): string {
  const download = describeDownload(bytes.subarray(0, 1024));
  if (download !== undefined) return `${download.received}. ${download.remedy}`;
  return `${format === undefined ? 'not a picture' : `a ${format} file`}; ${READ}`;
}
