// Chromium, cut off from every network but this machine's, and pages whose faults are written down.

import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

import { fileUrl, root } from './site.js';
import { pathToFileURL } from 'node:url';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts Chromium with a profile of its own. */
export function launch() {
  return chromium.launch({ executablePath, args, headless: true });
}

/** Starts Chromium for the tests of a file; gives a function that opens a page and closes it after its use. */
export function browser() {
  let chromium;
  before(async () => { chromium = await launch(); });
  after(async () => { await chromium.close(); });
  return async (options, use) => {
    const defaults = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' };
    const context = await chromium.newContext({ ...defaults, ...options });
    try {
      return await use(await watched(context));
    } finally {
      await context.close();
    }
  };
}

/** A page with `faults`: what it said on the console, and what it asked of anything but the site. */
async function watched(context) {
  const page = await context.newPage();
  const inside = pathToFileURL(root).href + '/';
  page.faults = [];
  page.requests = [];
  page.on('console', (message) => page.faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => page.faults.push(`script error: ${error.message}`));
  page.on('requestfailed', (request) => page.faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('data:')) return;
    page.requests.push(url);
    if (!url.startsWith(inside) && !url.startsWith('http://127.0.0.1:')) page.faults.push(`off the site: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) page.faults.push(`${response.status()}: ${response.url()}`);
  });
  page.show = (path) => page.goto(fileUrl(path), { waitUntil: 'load' });
  return page;
}
