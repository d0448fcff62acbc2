// Every address in the site leads somewhere, and every id is one.

import { existsSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { browser } from './browser.js';
import { none } from './expect.js';
import { fileUrl, pages } from './site.js';

const open = browser();

/** What a page names and what it links, by page. */
async function read() {
  return open({ javaScriptEnabled: false }, async (page) => {
    const found = new Map();
    for (const path of pages) {
      await page.show(path);
      found.set(fileUrl(path), await page.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
        links: [...document.querySelectorAll('[href], [src]')].map((element) => ({
          written: element.getAttribute('href') ?? element.getAttribute('src'),
          url: new URL(element.getAttribute('href') ?? element.getAttribute('src'), document.baseURI).href,
        })),
      })));
    }
    return found;
  });
}

test('ids are unique on a page, and links lead to files and places that exist', async () => {
  const found = await read();
  const wrong = [];
  for (const [page, { ids, links }] of found) {
    const twins = ids.filter((id, at) => ids.indexOf(id) !== at);
    wrong.push(...twins.map((id) => `${page}: two elements have the id ${id}`));
    for (const { written, url } of links) {
      const { protocol, hash } = new URL(url);
      if (protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:' || protocol === 'data:') continue;
      const target = url.split(/[?#]/)[0];
      const fault = protocol !== 'file:' ? 'has a strange scheme'
        : written.startsWith('/') ? 'depends on where the site stands'
        : !existsSync(fileURLToPath(target)) ? 'leads nowhere'
        : !statSync(fileURLToPath(target)).isFile() ? 'leads to a folder, which is no page when opened as a file'
        : hash && !found.get(target)?.ids.includes(decodeURIComponent(hash.slice(1))) ? 'leads to no place on its page'
        : '';
      if (fault) wrong.push(`${page}: ${written} ${fault}`);
    }
  }
  none(wrong);
});
