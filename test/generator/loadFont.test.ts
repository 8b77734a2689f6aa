import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { bundledFonts, fontCharacters, loadFont } from 'captcha-lab/generator';
import { GlobalFonts } from '@napi-rs/canvas';
import { temporaryFolder } from '../data/temporaryFolder';

const [openSans, dejaVu] = bundledFonts();

describe('loadFont', () => {
  it('registers the same bytes once, under a name of their own', (test) => {
    const copy = path.join(temporaryFolder(test), 'copy.ttf');
    copyFileSync(dejaVu, copy);
    const font = loadFont(dejaVu);
    const families = GlobalFonts.families.length;
    assert.equal(loadFont(copy).family, font.family);
    assert.equal(loadFont(dejaVu), font);
    assert.equal(GlobalFonts.families.length, families);
    assert.match(font.family, /^captcha-lab-[0-9a-f]{16}$/);
    assert.notEqual(loadFont(openSans).family, font.family);
  });

  it('reads a file again when it has changed', (test) => {
    const file = path.join(temporaryFolder(test), 'font');
    copyFileSync(dejaVu, file);
    const before = loadFont(file);
    copyFileSync(openSans, file);
    assert.equal(loadFont(file).sha256, loadFont(openSans).sha256);
    assert.notEqual(loadFont(file).sha256, before.sha256);
  });

  it('names the file that it cannot read', (test) => {
    const folder = temporaryFolder(test);
    assert.throws(
      () => loadFont(path.join(folder, 'none.ttf')),
      /^Error: Font .*none\.ttf: cannot be read \(nothing there\)/,
    );
    assert.throws(() => loadFont(folder), /Font .*: cannot be read \(a folder, not a file\)/);
    const file = path.join(folder, 'bad.ttf');
    const refused = (bytes: Uint8Array, message: RegExp): void => {
      writeFileSync(file, bytes);
      assert.throws(() => loadFont(file), message);
    };
    refused(
      Buffer.from('nothing'),
      /Font .*bad\.ttf: it is no TrueType, OpenType, WOFF or WOFF2 file\. Give a \.ttf/,
    );
    refused(Buffer.from(''), /it is no TrueType/);
    refused(Buffer.from('ttcf'), /a collection of faces; give a file with one face/);
    refused(readFileSync(dejaVu).subarray(0, 5000), /bad\.ttf: the file is cut short or damaged/);
    refused(readFileSync(openSans).subarray(0, 5000), /bad\.ttf: the file is cut short or damaged/);
    refused(readFileSync(openSans).fill(7, 300, 900), /bad\.ttf: /);
  });
});

describe('fontCharacters', () => {
  it('finds the same characters in the WOFF and the WOFF2 file of a face', () => {
    const woff2 = fontCharacters(readFileSync(openSans));
    assert.deepEqual(fontCharacters(readFileSync(openSans.replace('.woff2', '.woff'))), woff2);
    assert.ok(Array.from('azAZ09ß').every((character) => woff2.has(character.codePointAt(0) as number)));
    assert.ok(Array.from('日Ω').every((character) => !woff2.has(character.codePointAt(0) as number)));
  });

  it('finds characters of 16 and of 32 bits in a TrueType file', () => {
    const characters = fontCharacters(readFileSync(dejaVu.replace('SansCondensed-Bold', 'Sans')));
    assert.ok([0x41, 0x3a9, 0x1d538].every((code) => characters.has(code)));
    assert.ok(![0x65e5, 0xffff, 0x0001].some((code) => characters.has(code)));
  });
});
