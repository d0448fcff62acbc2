// Every page: silent, alone, accessible, never too wide, complete without scripts and on paper.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { browser } from './browser.js';
import { none } from './expect.js';
import { pages, serve } from './site.js';

const open = browser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('there are pages', () => assert.ok(pages.includes('index.html')));

test('pages are silent and ask nobody for anything, opened as files', () => open({}, async (page) => {
  for (const path of pages) {
    await page.show(path);
    none(page.faults, path);
  }
}));

test('pages are silent and ask nobody for anything, served under a base path', async () => {
  const server = await serve();
  try {
    await open({}, async (page) => {
      for (const path of pages) {
        await page.goto(server.url(path), { waitUntil: 'load' });
        none(page.faults, path);
      }
    });
  } finally {
    await server.close();
  }
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing in ${colorScheme} at ${width} px`, () => {
      const options = { bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
      return open(options, async (page) => {
        for (const path of pages) {
          await page.show(path);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          const found = violations.flatMap(({ id, help, nodes }) =>
            nodes.map((node) => `${id} (${help}): ${node.target} ${node.html.slice(0, 200)}`));
          none(found, path);
        }
      });
    });
  }
}

for (const width of [320, 390, 768, 1024, 1600]) {
  test(`nothing scrolls sideways at ${width} px`, () => open({ viewport: { width, height: 900 } }, async (page) => {
    for (const path of pages) {
      await page.show(path);
      const seen = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(seen <= width, `${path} is ${seen} px wide`);
    }
  }));
}

test('without scripts every word is there and no control that needs one', async () => {
  const words = (page) => page.evaluate(() => {
    const visible = (element) => element.checkVisibility({ visibilityProperty: true });
    const controls = [...document.querySelectorAll('.js')].filter(visible).map((element) => element.outerHTML);
    for (const made of document.querySelectorAll('.js, [role=status]')) made.remove();
    return { controls, lines: document.body.innerText.split('\n').map((line) => line.trim()).filter(Boolean) };
  });
  await open({}, (scripted) => open({ javaScriptEnabled: false }, async (plain) => {
    for (const path of pages) {
      await scripted.show(path);
      await plain.show(path);
      const [all, { controls, lines }] = [await words(scripted), await words(plain)];
      none(controls, `${path} shows controls that do nothing`);
      none(all.lines.filter((line) => !lines.includes(line)), `${path} hides lines without a script`);
      assert.ok(lines.length > 3, `${path} is empty`);
    }
  }));
});

test('on A4 and Letter the chart has its lanes', async () => {
  const server = await serve();
  try {
    await open({}, async (page) => {
      await page.goto(server.url('incidents/2020-07-15-twitter-admin-tools-takeover/index.html'), { waitUntil: 'load' });
      const margins = await page.evaluate(() => {
        const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
        const { marginLeft, marginRight } = rules.find((rule) => rule instanceof CSSPageRule).style;
        return Number.parseFloat(marginLeft) + Number.parseFloat(marginRight);
      });
      await page.emulateMedia({ media: 'print' });
      for (const paper of [210, 215.9]) {
        await page.setViewportSize({ width: Math.floor((paper - margins) / 25.4 * 96), height: 900 });
        const shown = await page.evaluate(() => {
          const charts = [...document.querySelectorAll('.figure figure > svg')];
          return charts.filter((chart) => chart.checkVisibility()).map((chart) => chart.getAttribute('class'));
        });
        assert.deepEqual(shown, ['mid'], `${paper} mm`);
      }
    });
  } finally {
    await server.close();
  }
});

test('on paper there is no navigation and every detail is open', () => open({}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  for (const path of pages) {
    await page.show(path);
    const wrong = await page.evaluate(() => {
      const visible = (element) => element.checkVisibility({ visibilityProperty: true });
      const shown = [...document.querySelectorAll('nav, .skip, button')].filter(visible);
      const closed = [...document.querySelectorAll('details > :not(summary)')].filter((element) => !visible(element));
      const inPrint = (element) => element.parentElement.checkVisibility();
      return [...shown, ...closed.filter(inPrint)].map((element) => element.outerHTML.slice(0, 200));
    });
    none(wrong, path);
  }
}));
