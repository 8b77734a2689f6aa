import { execFileSync } from 'node:child_process';
import { createReadStream, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** A stand-in, on this machine, for the host that tfjs-node's install script downloads from. It serves the library and
 *  binding of a cache's shelf in the shape of the real archives.
 *  way: 'whole', 'cut' (the library breaks off half-way) or 'silent' (it is announced and never comes). */
export async function serveOwnDownload({ shelf, way, work }) {
  const entry = readdirSync(shelf).find((name) => existsSync(path.join(shelf, name, 'entry.json')));
  const binding = readdirSync(shelf).find((name) => name.endsWith('.node'));
  mkdirSync(path.join(work, 'napi-v8'), { recursive: true });
  cpSync(path.join(shelf, binding), path.join(work, 'napi-v8', 'tfjs_binding.node'));
  const archives = { library: path.join(work, 'library.tar'), binding: path.join(work, 'binding.tar') };
  execFileSync('tar', ['-C', path.join(shelf, entry), '-cf', archives.library, 'lib']);
  execFileSync('tar', ['-C', work, '-cf', archives.binding, 'napi-v8']);
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    const isLibrary = request.url.includes('libtensorflow');
    const file = isLibrary ? archives.library : archives.binding;
    const { size } = statSync(file);
    response.writeHead(200, { 'content-length': size });
    if (request.method === 'HEAD') return response.end();
    if (!isLibrary || way === 'whole') return createReadStream(file).pipe(response);
    response.flushHeaders();
    if (way === 'silent') return undefined;
    const half = createReadStream(file, { end: Math.floor(size / 2) });
    return half.on('end', () => response.destroy()).pipe(response, { end: false });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${server.address().port}/`;
  return {
    variables: { TFJS_NODE_CDN_STORAGE: host, npm_config_tfjs_binding_binary_host_mirror: host },
    requests: () => requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
