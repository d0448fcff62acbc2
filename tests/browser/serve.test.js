// What `minutebook serve` promises to an open page: it follows its record, and nothing else moves it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { browser } from './browser.js';

if (!process.env.MINUTEBOOK) throw new Error('MINUTEBOOK must name the program');

const open = browser();

/** A record with so many entries that its page is longer than a window. */
function record(title, day = '2026-11-23') {
  const minutes = [...Array(40).keys()].map((i) => `  - 14:${String(i + 10).padStart(2, '0')} Step ${i} of the response.\n`);
  return `title: ${title}\nstatus: active\nseverity: sev2\ntimeline:\n  - ${day} 14:02 It begins. {impact_start}\n${minutes.join('')}`;
}

const CHECKOUT = 'incidents/checkout.yaml';
const PAGE = 'incidents/checkout/';

/** A project on disk and a server for it, for as long as `use` takes. */
async function served(use) {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  const project = {
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    remove: (path) => rmSync(join(folder, path)),
    url: (path) => `http://127.0.0.1:${project.port}/${path}`,
    /** Starts the server; ends when it is ready. */
    async start(port) {
      const server = spawn(process.env.MINUTEBOOK, ['serve', '--port', String(port)], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
      project.stop = () => new Promise((done) => { server.on('exit', done); server.kill('SIGINT'); });
      for await (const line of createInterface({ input: server.stderr })) {
        project.port = Number(line.match(/http:\/\/127\.0\.0\.1:(\d+)/)?.[1] ?? project.port);
        if (line.includes('Ready')) break;
      }
      server.stderr.resume();
    },
  };
  project.write(CHECKOUT, record('Checkout returns 502'));
  project.write('incidents/neighbour.yaml', record('An outage the day before', '2026-11-22'));
  project.write('incidents/other.yaml', record('An outage long before', '2026-01-05'));
  await project.start(0);
  try {
    await use(project);
  } finally {
    await project.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Opens a page, and waits until it listens. The mark is there for as long as the page is not loaded again. */
async function listening(page, url) {
  const socket = page.waitForEvent('websocket');
  const told = socket.then((socket) => socket.waitForEvent('framereceived'));
  await page.goto(url);
  await told;
  await page.evaluate(() => { window.mark = 'here'; });
  return socket;
}

const isMarked = (page) => page.evaluate(() => window.mark === 'here');
const heading = (page, text) => page.waitForFunction((text) => document.querySelector('h1')?.textContent === text, text);

test('a save loads the page it changed again and leaves its reader where they were', () => served((project) => open({}, async (page) => {
  const other = await page.context().newPage();
  const socket = await listening(other, project.url('incidents/other/'));
  await listening(page, project.url(PAGE));
  const place = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    scrollTo({ top: 700, behavior: 'instant' });
    return [scrollY, document.querySelectorAll('details').length];
  });
  assert.ok(place[0] > 600 && place[1] > 0, 'there is something to keep');
  const told = socket.waitForEvent('framereceived');
  project.write(CHECKOUT, record('Checkout is slow'));
  await heading(page, 'Checkout is slow');
  await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, place[0]);
  assert.equal(await page.evaluate(() => document.querySelectorAll('details[open]').length), place[1]);
  await told;
  assert.ok(await isMarked(other), 'a page that shows nothing of it was told, and stays');
})));

test('lists and neighbours follow too', () => served((project) => open({}, async (page) => {
  const other = await page.context().newPage();
  await listening(page, project.url(''));
  await listening(other, project.url('incidents/neighbour/'));
  project.write(CHECKOUT, record('Checkout is slow'));
  for (const open of [page, other]) await open.waitForFunction(() => document.body.textContent.includes('Checkout is slow'));
})));

test('a changed stylesheet is swapped in place', () => served((project) => open({}, async (page) => {
  await listening(page, project.url(PAGE));
  project.write('templates/assets/site.css', 'h1{color:rgb(1, 2, 3)}');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)');
  project.write('templates/assets/site.css', 'h1{color:rgb(4, 5, 6)}');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)');
  assert.ok(await isMarked(page));
  const sheets = await page.evaluate(() => document.querySelectorAll('link[rel=stylesheet][href*="site.css"]').length);
  assert.equal(sheets, 1, 'the old ones are gone');
})));

test('twelve tabs all follow', () => served((project) => open({}, async (page) => {
  const tabs = [page];
  while (tabs.length < 12) tabs.push(await page.context().newPage());
  for (const tab of tabs) await listening(tab, project.url(PAGE));
  project.write(CHECKOUT, record('Checkout is slow'));
  await Promise.all(tabs.map((tab) => heading(tab, 'Checkout is slow')));
})));

test('a server that is started again is found again', () => served((project) => open({}, async (page) => {
  await listening(page, project.url(PAGE));
  await project.stop();
  project.write(CHECKOUT, record('Checkout is slow'));
  await project.start(project.port);
  await heading(page, 'Checkout is slow');
})));

test('what is wrong lies over the last good page until the next good save', () => served((project) => open({}, async (page) => {
  await listening(page, project.url(PAGE));
  project.write(CHECKOUT, record('Checkout is slow').replace('sev2', 'sev9').replace('title:', 'titel:'));
  const panel = page.locator('.mb-faults');
  await panel.waitFor();
  const said = await panel.innerText();
  for (const words of ['2 errors in 1 file', 'incidents/checkout.yaml:1:1', 'unknown-key', 'did you mean `title`?', '1 | titel: Checkout is slow']) {
    assert.ok(said.includes(words), `${words} in\n${said}`);
  }
  assert.equal(await page.locator('h1').innerText(), 'Checkout returns 502');
  const box = await panel.boundingBox();
  assert.ok(box.height <= 900 * 0.72 + 1 && box.y + box.height === 900, 'it lies over the foot of the page');
  await page.keyboard.press('Escape');
  assert.equal(await panel.locator('ol').isVisible(), false, 'Esc folds it');
  project.write(CHECKOUT, record('Checkout returns 502'));
  await panel.waitFor({ state: 'detached' });
  assert.ok(await isMarked(page), 'the page is as it was, and was not loaded again');
})));

test('a broken config and a broken template leave the last good page', () => served((project) => open({}, async (page) => {
  await listening(page, project.url(PAGE));
  const panel = page.locator('.mb-faults');
  for (const [path, text] of [['minutebook.yaml', 'title: [\n'], ['templates/incident.html', '{% block']]) {
    project.write(path, text);
    await panel.waitFor();
    assert.ok((await panel.innerText()).includes(`${path}:1:`), await panel.innerText());
    assert.ok(await isMarked(page));
    project.remove(path);
    await panel.waitFor({ state: 'detached' });
  }
})));

test('a page that is gone says so, leads to the archive, and comes back with its record', () => served((project) => open({}, async (page) => {
  await listening(page, project.url(PAGE));
  project.remove(CHECKOUT);
  await heading(page, 'There is no such page');
  assert.equal(await page.getByRole('link', { name: 'All incidents' }).getAttribute('href'), '/index.html');
  project.write(CHECKOUT, record('Checkout is back'));
  await heading(page, 'Checkout is back');
})));
