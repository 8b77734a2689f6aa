import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { duelCsv, duelTable, type DuelTurn } from '../../scripts/notebook/site/try/browser/duelTable';

const turn = (typed: string, read: string, person: number): DuelTurn => ({
  seed: 7,
  text: '2bcde',
  typed,
  read,
  person,
  machine: 0.012,
});

describe('duelTable', () => {
  it('counts both sides by the same texts, with intervals', () => {
    const [you, machine] = duelTable([turn('2bcde', '2bcde', 4), turn('2bcdf', '2bcde', 6), turn('', '', 5)]);
    assert.deepEqual(you, {
      who: 'You',
      right: '1 of 3',
      share: '33% (6% to 79%)',
      seconds: '5.0 (2.5 to 7.5)',
    });
    assert.deepEqual([machine.right, machine.share], ['2 of 3', '67% (21% to 94%)']);
    assert.equal(machine.seconds, '0.012 (0.012 to 0.012)');
  });

  it('gives no interval of one time', () => {
    assert.equal(duelTable([turn('2bcde', '', 4)])[0].seconds, '4.0');
  });
});

describe('duelCsv', () => {
  it('has a row a picture, and quotes what would break one', () => {
    const csv = duelCsv([turn('a,"b', '2bcde', 4)], ['overlap', 'more fonts']);
    assert.equal(
      csv,
      'picture,knobs,seed,text,typed,read,person_seconds,machine_seconds\r\n' +
        '1,overlap + more fonts,7,2bcde,"a,""b",2bcde,4.000,0.0120\r\n',
    );
  });
});
