// What the script does on pages that the records of this repository do not have.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { browser } from './browser.js';
import { none } from './expect.js';
import { built } from './project.js';

const open = browser();

/** A record of New York; `timeline` is its entries, a line each. */
const record = (...timeline) =>
  `title: A\nstatus: active\nseverity: sev2\ntimezone: America/New_York\ntimeline:\n${timeline.map((entry) => `  - ${entry}\n`).join('')}`;

const PAGE = 'incidents/a/index.html';

/** The page of one record. */
const shown = (text, use) => built({ 'incidents/a.yaml': text }, (url) => open({}, async (page) => {
  await page.goto(url(PAGE));
  await use(page, url(PAGE));
}));

const broken = (page) => page.faults.filter((fault) => fault.startsWith('script error'));

test('an impact without an end lights with its row, without an error', () => shown(
  record('2026-11-23 14:02 It begins. {impact_start}', '14:10 Somebody looks.'),
  async (page) => {
    for (const row of await page.locator('.tl .ev .body').all()) {
      await row.hover();
      const id = await row.evaluate((body) => body.closest('li').id);
      const lit = await page.evaluate(() => [...document.querySelectorAll('.figure a.on')].map((mark) => mark.getAttribute('href')));
      assert.ok(lit.length > 0 && lit.every((href) => href === `#${id}`), `${id}: ${lit}`);
    }
    assert.equal(await page.locator('[data-row=""]').count(), 0);
    none(broken(page));
  },
));

test('a minute in UTC without a day is on the day of the impact, whatever came before', () => shown(
  record('2026-11-20 09:00 A deploy.', '2026-11-23 14:02 It begins. {impact_start}', '14:10 It ends. {impact_end}'),
  async (page, url) => {
    await page.goto(`${url}#t=19:02Z`);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.at')].map((row) => row.id)), ['t=14:02']);
  },
));

test('j and k are keys of the list alone, and take the focus along', () => shown(
  record('2026-11-23 14:02 It begins. {impact_start}', '14:05 Seen.', '14:10 It ends. {impact_end}'),
  async (page, url) => {
    const target = () => page.evaluate(() => document.querySelector(':target')?.id);
    await page.keyboard.press('j');
    assert.equal(await target(), undefined, 'nothing has the focus');
    await page.locator('.tl .ev .when a').first().focus();
    const seen = [];
    for (const key of ['j', 'j', 'k']) {
      await page.keyboard.press(key);
      seen.push(await target());
    }
    assert.deepEqual(seen, ['t=14:02', 't=14:05', 't=14:02']);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#t=14:02');
  },
));

test('a severity filters on a scale of any length, says that it does, and words filter what is left', () => built({
  'minutebook.yaml': 'severities: [a, b, c, d, e, f, g, h]\n',
  'incidents/x.yaml': 'title: X\nstatus: active\nseverity: a\ntimeline:\n  - 2026-11-23 14:02 Down. {impact_start}\n',
  'incidents/y.yaml': 'title: Y\nstatus: active\nseverity: h\ntimeline:\n  - 2025-11-23 14:02 Down. {impact_start}\n',
}, (url) => open({}, async (page) => {
  await page.goto(`${url('index.html')}#only-8`);
  const seen = () => page.evaluate(() => ({
    titles: [...document.querySelectorAll('.inc')].filter((one) => one.checkVisibility()).map((one) => one.querySelector('h3').textContent),
    years: [...document.querySelectorAll('.year')].filter((one) => one.checkVisibility()).length,
    count: document.querySelector('[data-count]').textContent,
    current: [...document.querySelectorAll('[data-only] a[aria-current]')].map((link) => `${link.id} ${link.getAttribute('aria-current')}`),
  }));
  const left = await seen();
  assert.deepEqual([left.titles, left.years, left.current], [['Y'], 1, ['only-8 true']]);
  assert.match(left.count, /^1 of /);
  await page.locator('.brand').focus();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), '', 'nothing of the list has the focus');
  await page.locator('#all').focus();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
})));

test('the days follow the zone with the clocks that they stand beside', () => shown(
  record('2017-11-02 21:00 It begins. {impact_start}', '21:30 Seen.', '2017-11-03 01:00 It ends. {impact_end}'),
  async (page) => {
    const choose = (name) => page.locator('[data-zone] label', { hasText: new RegExp(`^${name}$`) }).click();
    const caption = () => page.locator('figcaption').innerText();
    const whens = () => page.evaluate(() => [...document.querySelectorAll('.tl .ev .when')].map((when) => when.innerText.trim().replace(/\s+/g, ' ')));
    const own = [await caption(), await whens()];
    assert.match(own[0], /on 2 Nov 2017, 21:00 and ended on 3 Nov 2017, 01:00 EDT/);
    assert.deepEqual(own[1], ['21:00 01:00 UTC, 3 Nov', '21:30 01:30 UTC, 3 Nov', '01:00 05:00 UTC']);
    await choose('UTC');
    assert.match(await caption(), /on 3 Nov 2017, 01:00 and ended on 3 Nov 2017, 05:00 UTC/);
    assert.deepEqual(await whens(), ['3 Nov, 01:00', '3 Nov, 01:30', '05:00']);
    await page.locator('[data-zone] label').first().click();
    assert.deepEqual([await caption(), await whens()], own);
  },
));

test('words on red stay white while their mark is lit', () => shown(
  record('2026-11-23 14:02 It begins. {impact_start}', '15:40 It ends. {impact_end}'),
  async (page) => {
    const words = page.locator('.figure svg.wide :is(.in-down, .t-on)').first();
    const fill = () => words.evaluate((text) => getComputedStyle(text).fill);
    const before = await fill();
    await words.hover({ force: true });
    assert.equal(await fill(), before, 'under the pointer');
    await page.locator('.tl .ev .body').first().hover();
    assert.equal(await words.evaluate((text) => text.closest('.on') !== null), true, 'it is lit');
    assert.equal(await fill(), before, 'lit');
  },
));
