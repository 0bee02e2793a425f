// Loaded into the API beside its own code: on SIGUSR2 it collects all garbage there is and writes down what is left.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  writeFileSync(join(process.cwd(), 'memory.json'), JSON.stringify(process.memoryUsage()));
});
