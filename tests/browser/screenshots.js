// Takes pictures of every page: SITE=folder node screenshots.js OUT [PAGE...]. Each in two widths, light and dark, and on
// paper. Checks nothing.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { launch } from './browser.js';
import { fileUrl, pages } from './site.js';

const [out, ...wanted] = process.argv.slice(2);
if (!out) throw new Error('usage: SITE=folder node screenshots.js OUT [PAGE...]');
mkdirSync(out, { recursive: true });

const chromium = await launch();
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    const context = await chromium.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const path of wanted.length ? wanted : pages) {
      await page.goto(fileUrl(path));
      await page.screenshot({ path: join(out, `${name(path)}-${width}-${colorScheme}.png`), fullPage: true });
      if (width === 1280 && colorScheme === 'light') {
        await page.pdf({ path: join(out, `${name(path)}.pdf`), format: 'A4', preferCSSPageSize: true });
      }
    }
    await context.close();
  }
}
await chromium.close();

function name(path) {
  return path.replace(/(\/?index)?\.html$/, '').replaceAll('/', '-') || 'index';
}
