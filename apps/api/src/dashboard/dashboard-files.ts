import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const BUILT = fileURLToPath(new URL('../../../dashboard/dist/', import.meta.url));

/** Mantine writes styles into the page; scripts come from files only. */
export const DASHBOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The dashboard's page, whatever the address: its router reads that. Undefined when it was not built. */
export async function dashboardPage(): Promise<string | undefined> {
  const file = join(BUILT, 'index.html');
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}

/** Serves the dashboard's built files; those in `assets/` carry a hash of their content in their name. */
export async function installDashboardFiles(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(BUILT)) return;
  await fastify.register(fastifyStatic, {
    root: BUILT,
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const forEver = path.includes(`${sep}assets${sep}`);
      void reply.header(
        'cache-control',
        forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
    },
  });
}
