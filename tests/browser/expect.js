// Assertions whose failures read as lists of faults.

import assert from 'node:assert/strict';

/** Fails with the first faults, one a line, if there are any. */
export function none(faults, where = '') {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 12).map((fault) => `\n  ${fault}`).join('');
  const more = faults.length > 12 ? `\n  and ${faults.length - 12} more` : '';
  assert.fail(`${where || 'faults'}:${shown}${more}`);
}
