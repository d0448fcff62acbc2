// The built site that is tested: where it is, which pages it has, and a server for it. Knows nothing of browsers.

import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

if (!process.env.SITE) throw new Error('SITE must name the folder of a built site');

/** The folder of the site, absolute. */
export const root = resolve(process.env.SITE);
if (!existsSync(join(root, 'index.html'))) throw new Error(`no index.html in ${root}`);

/** Every HTML page that stays, as a path with `/` from the root, sorted. Old addresses lead on at once. */
export const pages = files(root).filter((path) => path.endsWith('.html') && !read(path).includes('http-equiv="refresh"'));

/** The pages that hold a timeline with permalinks. */
export const timelines = pages.filter((path) => read(path).includes('id="t='));

/** The text of a file of the site. */
export function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

/** The `file:` address of a page. */
export function fileUrl(path) {
  return pathToFileURL(join(root, path)).href;
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [relative(root, path).split(sep).join('/')];
    })
    .sort();
}

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.xml': 'application/xml', '.txt': 'text/plain',
};

/** Serves the site under a base path, as a project page would be, and gives the address of that and a way to stop. */
export async function serve() {
  const base = '/some/base/';
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (path.endsWith('/')) path += 'index.html';
    const file = resolve(root, path.slice(base.length));
    if (!path.startsWith(base) || !file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: (path) => `http://127.0.0.1:${server.address().port}${base}${path}`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
