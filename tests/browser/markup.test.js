// The Nu HTML checker has no error and no warning to report, for pages and style sheets.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { none } from './expect.js';
import { root } from './site.js';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

const unfounded = [
  // A property of SVG 2 that the checker does not know.
  'Property “paint-order” doesn\'t exist',
  // Container queries, of CSS Conditional Rules 5, that the checker does not know.
  'Property “container-type” doesn\'t exist',
  'Unrecognized at-rule “@container”',
  // To the checker no file is of the same origin as another. Browsers disagree, as the tests of the pages show.
  'Resource violates Content Security Policy',
];

for (const kind of ['html', 'css']) {
  test(`the ${kind} is valid`, () => {
    const options = ['-jar', jar, `--skip-non-${kind}`, '--format', 'json', root];
    const { error, stderr } = spawnSync('java', options, { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.match(stderr ?? '', /^\{"version"/, `the checker did not run: ${error ?? stderr}`);
    none(JSON.parse(stderr).messages
      .filter(({ message }) => !unfounded.some((words) => message.includes(words)))
      .map(({ url, lastLine, message, extract = '' }) => `${url}:${lastLine}: ${message} ${extract.slice(0, 120)}`));
  });
}
