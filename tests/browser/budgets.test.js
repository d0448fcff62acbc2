// What a page may weigh. The figures are the design's; a page that is over is too slow on a poor line.

import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { browser } from './browser.js';
import { none } from './expect.js';
import { pages } from './site.js';

const open = browser();
const KB = 1024;

const compressed = (bytes) => brotliCompressSync(bytes).length;
const bytes = (url) => readFileSync(fileURLToPath(url.split(/[?#]/)[0]));

test('pages are light: what they fetch, in how many requests, how many nodes', (context) => open({}, async (page) => {
  const over = [];
  const demand = (path, what, value, limit) => {
    if (value > limit) over.push(`${path}: ${what} is ${value}, at most ${limit}`);
  };
  let heaviest = ['', 0];
  for (const path of pages) {
    page.requests.length = 0;
    await page.show(path);
    const { nodes, events } = await page.evaluate(() => ({
      nodes: document.querySelectorAll('*').length, events: document.querySelectorAll('.tl .ev').length,
    }));
    const [html, ...others] = [...new Set(page.requests)];
    const styles = others.filter((url) => url.endsWith('.css'));
    const scripts = others.filter((url) => url.endsWith('.js'));
    const total = [html, ...styles, ...scripts].reduce((sum, url) => sum + compressed(bytes(url)), 0);
    if (total > heaviest[1]) heaviest = [path, total];
    demand(path, 'bytes with styles and scripts, compressed,', total, 60 * KB);
    if (events <= 200) demand(path, 'bytes of HTML, compressed,', compressed(bytes(html)), 40 * KB);
    if (events <= 50) demand(path, 'number of elements', nodes, 2500);
    // Search and compare bring a script of their own.
    demand(path, 'number of requests', others.length + 1, scripts.length > 1 ? 4 : 3);
    for (const url of styles) {
      demand(path, `bytes of ${url}`, bytes(url).length, 32 * KB);
      demand(path, `bytes of ${url}, compressed,`, compressed(bytes(url)), 8 * KB);
    }
    for (const url of scripts) demand(path, `bytes of ${url}`, bytes(url).length, (url.endsWith('/site.js') ? 10 : 12) * KB);
  }
  context.diagnostic(`the heaviest page, ${heaviest[0]}, has ${(heaviest[1] / KB).toFixed(1)} KB compressed`);
  none(over);
}));
