import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

const MANIFESTS = path.resolve(__dirname, '../../scripts/cluster');
/** The oldest that the manifests are for, one between, and the newest that the checker knows. */
const VERSIONS = ['1.29.0', '1.33.0', '1.37.0'];

describe("the manifests and Kubernetes' own schemas", () => {
  let work: string;
  let validator: string;

  before(() => {
    work = mkdtempSync(path.join(tmpdir(), 'captcha-lab-kubernetes-'));
    execFileSync(process.env.PYTHON ?? 'python3', ['-m', 'venv', path.join(work, 'venv')]);
    const bin = path.join(work, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin');
    const requirements = path.join(__dirname, 'requirements.txt');
    execFileSync(path.join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
    validator = path.join(bin, 'kubernetes-validate');
  });

  after(() => {
    rmSync(work, { recursive: true, force: true });
  });

  function validate(file: string, version: string): { readonly accepted: boolean; readonly output: string } {
    const args = ['--strict', '--kubernetes-version', version, file];
    const { status, stdout, stderr } = spawnSync(validator, args, { encoding: 'utf8' });
    return { accepted: status === 0, output: stdout + stderr };
  }

  for (const name of ['kubernetes-job.yaml', 'kubernetes-volume.yaml']) {
    it(`${name} is valid, and has no field they do not know`, () => {
      for (const version of VERSIONS) {
        const { accepted, output } = validate(path.join(MANIFESTS, name), version);
        assert.ok(accepted, output);
      }
    });
  }

  it('a misspelt field is not', () => {
    const broken = path.join(work, 'broken.yaml');
    const text = readFileSync(path.join(MANIFESTS, 'kubernetes-job.yaml'), 'utf8');
    writeFileSync(broken, text.replace('backoffLimitPerIndex:', 'backoffLimitPerIndx:'));
    const { accepted, output } = validate(broken, VERSIONS[0]);
    assert.ok(!accepted);
    assert.match(output, /backoffLimitPerIndx/);
  });
});
