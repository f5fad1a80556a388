// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node lint.cjs zhlint|autocorrect FILE      seconds that a warm check of FILE takes: the median of many
const fs = require('fs');

const [peer, file] = process.argv.slice(2);
const text = fs.readFileSync(file, 'utf8');
const ROUNDS = 60;

function load() {
  if (peer === 'zhlint') {
    const { run } = require('zhlint');
    return () => run(text, { rules: { preset: 'default' } });
  }
  const autocorrect = require('autocorrect-node');
  return () => autocorrect.lintFor(text, 'text');
}

const check = load();
const times = [];
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  check();
  times.push(performance.now() - start);
}
const warm = times.slice(ROUNDS / 2).sort((a, b) => a - b);
console.log((warm[warm.length / 2] / 1000).toFixed(9));
