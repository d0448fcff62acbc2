// How the pages lie: nothing is cut, torn apart, or out of reach.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { browser } from './browser.js';
import { none } from './expect.js';
import { pages, timelines } from './site.js';

const open = browser();

/** What is wrong on the pages at a width, as `find` finds it in the page. */
const faults = (paths, width, find) => open({ viewport: { width, height: 900 } }, async (page) => {
  const found = [];
  for (const path of paths) {
    await page.show(path);
    found.push(...(await page.evaluate(find)).map((fault) => `${path}: ${fault}`));
  }
  return found;
});

test('the rail of a list is of one piece', async () => none(await faults(timelines, 1280, () => {
  const boxes = (list) => [...list.querySelectorAll('.rail')].map((rail) => rail.getBoundingClientRect());
  const torn = (list) => boxes(list).filter((box, at, all) => at > 0 && Math.abs(box.top - all[at - 1].bottom) > 1);
  return [...document.querySelectorAll('.tl ol')].flatMap((list) => torn(list).map((box) => `torn at ${Math.round(box.top)}`));
})));

for (const width of [390, 1280]) {
  test(`times stay clear of the rail, and their days whole, at ${width} px`, async () => none(await faults(timelines, width, () =>
    [...document.querySelectorAll('.tl > ol > li[id]')].flatMap((row) => {
      const { left } = row.querySelector('.rail').getBoundingClientRect();
      return [...row.querySelectorAll('.when time')].flatMap((time) => {
        const rects = [...time.getClientRects()];
        const fault = rects.some((rect) => rect.right > left + 5) ? 'lies under the rail'
          : rects.length > 1 && !/ \d{4}$/.test(time.textContent) ? 'is torn' : '';
        return fault ? [`${row.id}: ${time.textContent} ${fault}`] : [];
      });
    }))));
}

for (const width of [320, 390, 768]) {
  test(`the figures under a title break between words, at ${width} px`, async () => none(await faults(timelines, width, () =>
    [...document.querySelectorAll('.facts dd')].flatMap((figure) => {
      const text = figure.firstChild, words = [...text.data.matchAll(/[^\s\u00a0–]+|–/g)];
      const range = new Range();
      const rect = (word, length = word[0].length) => {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + length);
        return [...range.getClientRects()];
      };
      const start = figure.getBoundingClientRect();
      const torn = words.filter((word) => rect(word).length > 1 || rect(word)[0].right > start.right + 1);
      const dashes = words.filter((word) => word[0] === '–' && word.index > 0 && rect(word)[0].left < start.left + 1);
      return [...torn, ...dashes].map((word) => `${word[0]} of ${text.data}`);
    }))));
}

test('the formats of a record are in sight beside it', async () => none(await faults(timelines, 1280, () => {
  const side = document.querySelector('.side'), formats = document.querySelector('.side .formats');
  if (!formats) return [];
  const [outer, inner] = [side, formats].map((element) => element.getBoundingClientRect());
  return inner.bottom > outer.bottom + 1 ? [`they end ${Math.round(inner.bottom - outer.bottom)} px below the column`] : [];
})));

test('each report of a table begins a line', async () => none(await faults(timelines, 390, () =>
  [...document.querySelectorAll('td')].filter((cell) => {
    const reports = [...cell.querySelectorAll('.report')];
    return new Set(reports.map((report) => report.getBoundingClientRect().top)).size < reports.length;
  }).map((cell) => cell.textContent))));

test('the page for what is not there is none of the main ones, and its list stands apart from its heading', async () => {
  none(await faults(pages.filter((path) => path === '404.html'), 1280, () => {
    const [heading, list] = ['h2', '.dash'].map((selector) => document.querySelector(selector)?.getBoundingClientRect());
    const current = [...document.querySelectorAll('[aria-current]')].map((link) => `${link.textContent} is current`);
    return list && list.top - heading.bottom < 8 ? [...current, 'the heading sticks to its list'] : current;
  }));
  assert.ok(pages.includes('404.html'));
});
