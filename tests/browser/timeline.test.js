// The timeline's promises: a permalink for every row, the zone switch, the keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { browser } from './browser.js';
import { fileUrl, pages, timelines } from './site.js';

const open = browser();

test('there is a timeline', () => assert.notEqual(timelines.length, 0));

const rows = (page) => page.evaluate(() => [...document.querySelectorAll('[id^="t="]')].map((row) => ({
  id: row.id, instant: row.querySelector('time[datetime*="T"][datetime$="Z"]')?.dateTime ?? '',
})));

const isInView = (page, id) => page.evaluate((id) => {
  const { top, bottom } = document.getElementById(id).getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}, id);

test('every row is reached by its permalink without a script', () => open({ javaScriptEnabled: false }, async (page) => {
  for (const path of timelines) {
    await page.show(path);
    for (const { id } of await rows(page)) {
      await page.goto(`${fileUrl(path)}#${id}`);
      assert.equal(await page.evaluate(() => document.querySelector(':target')?.id), id, path);
      assert.ok(await isInView(page, id), `${path}#${id} is not scrolled to`);
    }
  }
}));

/** The clock `t=HH:MM` or `t=DATETHH:MM` one minute later, within the day. */
function minuteAfter(id) {
  const [, day = '', hour, minute] = id.match(/^t=(\d{4}-\d\d-\d\dT)?(\d\d):(\d\d)$/) ?? [];
  const minutes = Number(hour) * 60 + Number(minute) + 1;
  if (!(minutes < 24 * 60)) return undefined;
  return `t=${day}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

test('a minute without a row leads to the last one before it', () => open({}, async (page) => {
  let tried = 0;
  for (const path of timelines) {
    await page.show(path);
    const all = await rows(page);
    for (const { id } of all) {
      const wanted = minuteAfter(id);
      if (!wanted || all.some((other) => other.id.startsWith(wanted))) continue;
      await page.goto(`${fileUrl(path)}#${wanted}`);
      const marked = await page.evaluate(() => [...document.querySelectorAll('.at')].map((row) => row.id));
      assert.deepEqual(marked, [id], `${path}#${wanted}`);
      assert.ok(await isInView(page, id), `${path}#${wanted} is not scrolled to`);
      tried += 1;
    }
  }
  assert.notEqual(tried, 0);
}));

test('a minute in UTC leads to its row', () => open({}, async (page) => {
  let tried = 0;
  for (const path of timelines) {
    await page.show(path);
    const all = (await rows(page)).filter(({ instant }) => instant !== '');
    const days = new Set(all.map(({ instant }) => instant.slice(0, 10)));
    const first = all.find(({ id }) => /^t=\d\d:\d\d$/.test(id));
    if (!first || days.size !== 1) continue;
    await page.goto(`${fileUrl(path)}#t=${first.instant.slice(11, 16)}Z`);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.at')].map((row) => row.id)), [first.id]);
    tried += 1;
  }
  assert.notEqual(tried, 0);
}));

test('the zone switch rewrites every instant, and takes it back', () => {
  const timezoneId = 'Asia/Tokyo';
  let tried = 0;
  return open({ timezoneId }, async (page) => {
    for (const path of timelines) {
      await page.show(path);
      const times = () => page.evaluate(() =>
        [...document.querySelectorAll('.tl time[datetime*="T"], svg [data-t]')].map((element) => ({
          shown: element.textContent, instant: element.getAttribute('datetime') ?? element.dataset.t,
        })));
      const choose = (name) => page.locator('[data-zone] label', { hasText: new RegExp(`^${name}$`) }).click();
      if (await page.locator('[data-zone]').count() === 0) continue;
      tried += 1;
      const before = await times();
      assert.notEqual(before.length, 0, path);
      for (const [name, timeZone] of [['UTC', 'UTC'], ['Yours', timezoneId]]) {
        await choose(name);
        const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
        const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', timeZone });
        for (const { shown, instant } of await times()) {
          const expected = (shown.includes(':') ? clock : day).format(new Date(instant));
          assert.ok(shown.includes(expected), `${path}: ${instant} in ${timeZone} is ${expected}, not ${shown}`);
        }
      }
      await page.locator('[data-zone] label').first().click();
      assert.deepEqual(await times(), before, path);
    }
    assert.notEqual(tried, 0);
  });
});

test('j and k go from event to event and stop at the ends', () => open({}, async (page) => {
  for (const path of timelines) {
    await page.show(path);
    const events = await page.evaluate(() => [...document.querySelectorAll('.tl .ev')].map((row) => row.id));
    if (events.length === 0) continue;
    const target = () => page.evaluate(() => document.querySelector(':target')?.id);
    await page.locator('.tl a').first().focus();
    for (const id of [...events, events.at(-1)]) {
      await page.keyboard.press('j');
      assert.equal(await target(), id, path);
    }
    for (const id of [...events.slice(0, -1).reverse(), events[0]]) {
      await page.keyboard.press('k');
      assert.equal(await target(), id, path);
    }
  }
}));

test('the Tab key goes through a page in reading order, and shows where it is', () => open({}, async (page) => {
  for (const path of pages) {
    await page.show(path);
    const seen = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(async () => {
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        const element = document.activeElement;
        if (element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { width, height, left, top } = element.getBoundingClientRect();
        const reachable = [...document.querySelectorAll('a, button, input, select, summary, [tabindex]')];
        return {
          html: element.outerHTML.slice(0, 120), place: reachable.indexOf(element), href: element.getAttribute('href'),
          isVisible: element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
            && left > -1 && top > -1 && top < innerHeight,
          box: [left, top, width, height].map(Math.round).join(' '),
          isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        };
      });
      if (!focus || focus.place === seen[0]?.place) break;
      seen.push(focus);
    }
    // A page that puts the focus somewhere itself is gone through from there, once around.
    let jumps = await page.locator('[autofocus]').count();
    for (const [at, { html, place, box, isVisible, isMarked }] of seen.entries()) {
      assert.ok(isVisible, `${path}: focus is on something out of sight (${box}): ${html}`);
      assert.ok(isMarked, `${path}: focus is not marked: ${html}`);
      if (at > 0 && place <= seen[at - 1].place) jumps -= 1;
      assert.ok(jumps >= 0, `${path}: focus jumps back to ${html}`);
    }
    // A page to be framed has nothing before its content, and one with a focus of its own does not begin at the top.
    if (await page.locator('nav').count() === 0 || await page.locator('[autofocus]').count() > 0) continue;
    assert.equal(seen[0]?.href, '#main', `${path} begins without a skip link`);
    await page.show(path);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.querySelector(':target')?.localName), 'main', path);
  }
}));
