import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PROFILES } from 'captcha-lab/experiments';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { parseFlags } from '../../scripts/experiments/parseFlags';
import { plannedRuns } from '../../scripts/experiments/plannedRuns';

const FOLDER = path.resolve(__dirname, '../../scripts/cluster');
const ROOT = path.resolve(FOLDER, '../..');

const podSchema = z.object({
  restartPolicy: z.string(),
  securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number() }),
  containers: z.tuple([
    z.object({
      image: z.string(),
      command: z.array(z.string()),
      args: z.array(z.string()).optional(),
      volumeMounts: z.tuple([z.object({ name: z.string(), mountPath: z.string() })]),
    }),
  ]),
  volumes: z.tuple([
    z.object({ name: z.string(), persistentVolumeClaim: z.object({ claimName: z.string() }) }),
  ]),
});
const jobSchema = z.object({
  apiVersion: z.literal('batch/v1'),
  kind: z.literal('Job'),
  spec: z.object({
    completionMode: z.literal('Indexed'),
    completions: z.number(),
    parallelism: z.number(),
    backoffLimitPerIndex: z.number(),
    template: z.object({ spec: podSchema }),
  }),
});

function documentsOf(name: string): unknown[] {
  return parseAllDocuments(readFileSync(path.join(FOLDER, name), 'utf8')).map((document) => {
    assert.deepEqual(document.errors, []);
    return document.toJS() as unknown;
  });
}

const { spec: job } = jobSchema.parse(documentsOf('kubernetes-job.yaml')[0]);
const pod = job.template.spec;
const [container] = pod.containers;
const [mount] = container.volumeMounts;

/** What the container of a task is started with: Kubernetes puts the index in. */
function flagsOf(index: number): ReturnType<typeof parseFlags> {
  const args = (container.args ?? []).map((arg) => arg.replaceAll('$(JOB_COMPLETION_INDEX)', String(index)));
  return parseFlags(['node', 'experiments', ...args]);
}

describe('kubernetes-job.yaml', () => {
  it('tells each task its number, and of how many it is one', () => {
    for (let index = 0; index < job.completions; index++)
      assert.deepEqual(flagsOf(index).task, { index, count: job.completions });
    assert.ok(job.parallelism <= job.completions);
  });

  it('has each run done by one task', () => {
    const flags = flagsOf(0);
    const profile = PROFILES[flags.profile];
    const all = plannedRuns({ ...flags, task: undefined }, profile).map(({ stem }) => stem);
    const shares = Array.from({ length: job.completions }, (_each, index) =>
      plannedRuns(flagsOf(index), profile).map(({ stem }) => stem),
    );
    assert.deepEqual(shares.flat().sort(), [...all].sort());
    assert.equal(all.length, 27);
    assert.ok(shares.every(({ length }) => length > 0));
  });

  it('keeps data and results on the volume that the tasks share', () => {
    const { results, data } = flagsOf(0);
    for (const folder of [results, data]) assert.ok(folder?.startsWith(`${mount.mountPath}/`), folder);
    assert.equal(pod.volumes[0].name, mount.name);
  });

  it('starts the command of the project as the user of its image, and leaves new starts to the Job', () => {
    assert.deepEqual(container.command, ['node', 'scripts/run.cjs', 'experiments']);
    const image = readFileSync(path.join(ROOT, '.devcontainer', 'Dockerfile'), 'utf8');
    assert.match(image, /^USER node$/m);
    assert.equal(pod.securityContext.runAsUser, 1000);
    // A pod that starts its container again by itself would keep a broken node.
    assert.equal(pod.restartPolicy, 'Never');
  });
});

describe('kubernetes-volume.yaml', () => {
  it("has the Job's volume, in a pod of the same image at the same place", () => {
    const [claim, shell] = documentsOf('kubernetes-volume.yaml');
    const { metadata, spec } = z
      .object({
        metadata: z.object({ name: z.string() }),
        spec: z.object({ accessModes: z.array(z.string()) }),
      })
      .parse(claim);
    const copier = z.object({ spec: podSchema }).parse(shell).spec;
    assert.deepEqual(spec.accessModes, ['ReadWriteMany']);
    assert.equal(pod.volumes[0].persistentVolumeClaim.claimName, metadata.name);
    assert.deepEqual(copier.volumes, pod.volumes);
    assert.deepEqual(copier.containers[0].volumeMounts, container.volumeMounts);
    assert.equal(copier.containers[0].image, container.image);
    assert.deepEqual(copier.securityContext, pod.securityContext);
  });
});
