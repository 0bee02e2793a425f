import { afterAll } from 'vitest';
import { endFile } from './after-file.js';

// Asked for first, run last: the file's own come before it.
afterAll(endFile);
