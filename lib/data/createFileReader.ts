import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes set aside at first; a CAPTCHA's file has about 10,000. */
const ROOM = 2 ** 16;

/** A function that reads a file whole and synchronously, into the same memory each time: what it returned last is lost when it is
 *  called again. For many small files this takes half as long as `readFileSync`.
 *  It throws the file system's error when the file cannot be read. @internal */
export function createFileReader(): (path: string) => Buffer {
  let room = Buffer.allocUnsafe(ROOM);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        const read = readSync(file, room, length, room.length - length, null);
        if (read === 0) return room.subarray(0, length);
        length += read;
        if (length === room.length) room = Buffer.concat([room], 2 * length);
      }
    } finally {
      closeSync(file);
    }
  };
}
