#!/usr/bin/env node
// Plain JavaScript of the oldest kind that still has modules: an old Node must get as far as this message.
const found = process.versions.node;
const parts = found.split('.').map(Number);

if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 12)) {
  console.error(`curlew needs Node ≥ 22.12, found ${found}.`);
  process.exitCode = 2;
} else {
  import('./compile-cache.ts')
    .then((cache) => {
      cache.keepCompiled();
      return import('./main.ts');
    })
    .then(
      (main) => main.runProcess(),
      (error) => {
        if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
        console.error(`curlew is run from its source here, which needs Node ≥ 22.18, found ${found}.`);
        process.exitCode = 2;
      },
    );
}
