import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { whyNoVenvAt } from '../../scripts/setup/projectPath.mjs';

describe('the path of the project', () => {
  it('may not hold the separator of PATH, which is said before anything is fetched', () => {
    assert.match(
      whyNoVenvAt('/home/me/a:b', ':') ?? '',
      /^the path of this folder, \/home\/me\/a:b, has a ":", .* move or clone the project to a path without it/,
    );
    assert.match(whyNoVenvAt('C:\\a;b', ';') ?? '', /has a ";"/);
    assert.equal(whyNoVenvAt('C:\\a b', ';'), undefined);
    assert.equal(whyNoVenvAt('/home/me/captcha lab', ':'), undefined);
  });
});
