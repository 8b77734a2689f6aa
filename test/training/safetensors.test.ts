import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeSafetensors, encodeSafetensors } from '../../lib/training/safetensors';

const floats = fc.array(fc.float(), { maxLength: 9 });

describe('encodeSafetensors', () => {
  it('writes header length, padded JSON and little-endian values', () => {
    const arrays = new Map([['a', { shape: [2], data: Float32Array.of(1, -2) }]]);
    const bytes = encodeSafetensors({ arrays, metadata: { by: 'us' } });
    const json = '{"__metadata__":{"by":"us"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}'.padEnd(
      88,
    );
    assert.equal(bytes.toString('latin1', 0, 8), '\x58\0\0\0\0\0\0\0');
    assert.equal(bytes.toString('latin1', 8, 96), json);
    assert.equal(bytes.toString('hex', 96), '0000803f000000c0');
  });
});

describe('decodeSafetensors', () => {
  it('gives back every bit that was encoded, NaN and signed zeros included', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), floats),
        fc.array(fc.double()),
        fc.string(),
        (single, double, note) => {
          const arrays = new Map<string, { shape: number[]; data: Float32Array | Float64Array }>();
          for (const [name, values] of Object.entries(single)) {
            arrays.set(`s${name}`, { shape: [values.length], data: Float32Array.from(values) });
          }
          arrays.set('double', { shape: [1, double.length], data: Float64Array.from(double) });
          const decoded = decodeSafetensors(encodeSafetensors({ arrays, metadata: { note } }));
          assert.deepEqual(decoded.metadata, { note });
          assert.deepEqual([...decoded.arrays.keys()].sort(), [...arrays.keys()].sort());
          for (const [name, { data, shape }] of arrays) {
            assert.deepEqual(decoded.arrays.get(name)!.shape, shape);
            assert.deepEqual(Buffer.from(decoded.arrays.get(name)!.data.buffer), Buffer.from(data.buffer));
          }
        },
      ),
    );
  });

  it('refuses any file that is cut off', () => {
    const arrays = new Map([['a', { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) }]]);
    const bytes = encodeSafetensors({ arrays, metadata: {} });
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodeSafetensors(bytes.subarray(0, length)), RangeError, `cut to ${length}`);
    }
  });

  it('refuses headers that lie', () => {
    const file = (header: unknown, values = 8): Buffer => {
      const json = Buffer.from(JSON.stringify(header));
      const length = Buffer.alloc(8);
      length.writeBigUInt64LE(BigInt(json.length));
      return Buffer.concat([length, json, Buffer.alloc(values)]);
    };
    const entry = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
    assert.equal(decodeSafetensors(file({ a: entry })).arrays.get('a')!.data.length, 2);
    assert.throws(
      () => decodeSafetensors(file({ a: { ...entry, dtype: 'BF16' } })),
      /type BF16; only F32 and F64/,
    );
    assert.throws(
      () => decodeSafetensors(file({ a: { ...entry, shape: [3] } })),
      /takes 8 bytes, its shape 12/,
    );
    assert.throws(() => decodeSafetensors(file({ a: { ...entry, data_offsets: [8, 16] } })), /it is cut off/);
    assert.throws(() => decodeSafetensors(file({ a: { ...entry, shape: [-2] } })), /describes "a" wrongly/);
    assert.throws(() => decodeSafetensors(file({ a: 3 })), /describes "a" wrongly/);
    assert.throws(() => decodeSafetensors(file(null)), /header is not an object/);
    assert.throws(
      () => decodeSafetensors(file({ a: entry }, 12)),
      /holds 12 bytes of values, its header says 8/,
    );
  });
});
