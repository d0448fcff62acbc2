// Sites of records that a test writes itself, for what the records of this repository do not show.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Builds files, by their paths, into a site; `use` gets a function that gives the `file:` address of a page of it. */
export async function built(files, use) {
  if (!process.env.MINUTEBOOK) throw new Error('MINUTEBOOK must name the program');
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stderr } = spawnSync(process.env.MINUTEBOOK, ['build'], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return await use((path) => pathToFileURL(join(folder, 'site', path)).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
