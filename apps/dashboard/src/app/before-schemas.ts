/**
 * Imported before anything that parses: zod otherwise tries to compile its schemas with `new Function`, which the
 * page's Content-Security-Policy forbids and reports. The build keeps it in zod's own chunk (vite.config.ts).
 */
import { config } from 'zod';

config({ jitless: true });
