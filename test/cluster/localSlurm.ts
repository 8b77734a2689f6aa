import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'scontrol', 'scancel', 'sinfo'];
const NODES = ['n0', 'n1', 'n2'];
/** Users other than root seldom have the daemons' folders on their PATH. */
const PLACES = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];

/** Why there can be no cluster here, or undefined. */
export function whyNoSlurm(): string | undefined {
  const missing = PROGRAMS.filter((name) => !PLACES.some((place) => existsSync(path.join(place, name))));
  if (missing.length === 0) return undefined;
  const packages = 'apt-get install slurmctld slurmd munge slurm-client';
  return `SLURM is not installed (no ${missing.join(', ')}); on Debian and Ubuntu: ${packages}`;
}

/** A SLURM cluster of three nodes with a processor each, all on this host and of this user. */
export interface LocalSlurm {
  readonly version: string;
  /** Runs one of SLURM's commands and gives what it prints. */
  call(program: string, ...args: readonly string[]): string;
  stop(): Promise<void>;
}

/** Starts munged, slurmctld and three slurmd with all they keep in `folder`, on ports that are free, and waits until the nodes
 *  are idle. All users must be able to reach the folder, this one alone to write it: munged insists.
 *  Throws with the daemons' last words when they do not get there. */
export async function startLocalSlurm(folder: string): Promise<LocalSlurm> {
  for (const name of ['munge', 'state', ...NODES]) await mkdir(path.join(folder, name), { mode: 0o755 });
  const key = path.join(folder, 'munge', 'key');
  await writeFile(key, randomBytes(128), { mode: 0o600 });
  const conf = path.join(folder, 'slurm.conf');
  const env = environment(conf);
  const call = (program: string, ...args: readonly string[]): string =>
    execFileSync(program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const version = call('slurmd', '-V');
  await writeFile(conf, configuration(folder, await freePorts(1 + NODES.length)));
  // Older versions do not know the word, and need none.
  if (Number.parseFloat(version.replace(/^\D*/, '')) >= 24)
    await writeFile(path.join(folder, 'cgroup.conf'), 'CgroupPlugin=disabled\n');

  const munge = ['socket', 'pid-file', 'log-file', 'seed-file'].map(
    (name) => `--${name}=${path.join(folder, 'munge', name)}`,
  );
  const daemons: ChildProcess[] = [];
  const start = (program: string, ...args: readonly string[]): void => {
    const output = openSync(path.join(folder, 'daemons.log'), 'a');
    daemons.push(spawn(program, args, { env, stdio: ['ignore', output, output] }));
    closeSync(output);
  };
  const stop = async (): Promise<void> => {
    for (const daemon of daemons.reverse()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      const ended = new Promise((resolve) => daemon.once('exit', resolve));
      daemon.kill('SIGTERM');
      const late = setTimeout(() => daemon.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(late);
    }
  };
  start('munged', '--foreground', `--key-file=${key}`, ...munge);
  for (let tries = 0; tries < 50 && !existsSync(path.join(folder, 'munge', 'socket')); tries++)
    await sleep(100);
  start('slurmctld', '-D', '-f', conf);
  for (const node of NODES) start('slurmd', '-D', '-f', conf, '-N', node);
  for (let tries = 0; tries < 60 && daemons.every(({ exitCode }) => exitCode === null); tries++) {
    await sleep(500);
    try {
      if (call('sinfo', '--noheader', '--Node', '--format=%T') === NODES.map(() => 'idle').join('\n'))
        return { version, call, stop };
    } catch {
      // slurmctld does not answer yet.
    }
  }
  await stop();
  throw new Error(`The cluster did not start:\n${await lastWords(folder)}`);
}

/** Ours, with this cluster's configuration and nothing of one that this may be a job of. */
function environment(conf: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(SLURM|SBATCH|NODE_TEST_CONTEXT)/.test(name));
  return { ...Object.fromEntries(own), PATH: PLACES.join(path.delimiter), SLURM_CONF: conf };
}

function configuration(folder: string, [port, ...ports]: readonly number[]): string {
  const host = hostname().split('.')[0];
  const user = userInfo().username;
  const at = (name: string): string => path.join(folder, name);
  return `ClusterName=captcha-lab
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${port}
SlurmUser=${user}
SlurmdUser=${user}
AuthType=auth/munge
AuthInfo=socket=${at('munge/socket')}
StateSaveLocation=${at('state')}
SlurmctldPidFile=${at('slurmctld.pid')}
SlurmctldLogFile=${at('slurmctld.log')}
SlurmdSpoolDir=${at('%n')}
SlurmdPidFile=${at('%n.pid')}
SlurmdLogFile=${at('%n.log')}
ProctrackType=proctrack/pgid
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,bf_interval=1
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=10
MinJobAge=3600
${NODES.map((node, n) => `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${ports[n]} CPUs=1 RealMemory=8192`).join('\n')}
PartitionName=all Nodes=${NODES.join(',')} Default=YES MaxTime=INFINITE State=UP
`;
}

/** All are taken at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function lastWords(folder: string): Promise<string> {
  const logs = ['daemons.log', 'slurmctld.log', ...NODES.map((node) => `${node}.log`)];
  const texts = await Promise.all(
    logs.map((name) => readFile(path.join(folder, name), 'utf8').catch(() => '')),
  );
  return texts.map((text, n) => `${logs[n]}:\n${text.split('\n').slice(-8).join('\n')}`).join('\n');
}
