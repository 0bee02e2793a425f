import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSettings } from '../apps/api/src/config/settings.ts';
import { readDockerfile } from './steps/dockerfile.mjs';
import { at, packages } from './steps/paths.mjs';

/** Every string of a parsed document, replaced: as the engine does it, after parsing, so that an empty value stays a string. */
function mapStrings(node, change) {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((each) => mapStrings(each, change));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapStrings(value, change)]));
}

/** Variables replaced as the engine would: `${NAME:-default}`, also one within another, and `${NAME:?message}`. */
function interpolate(text, given) {
  const innermost = /\$\{(\w+)(?::([-?])([^${}]*))?\}/g;
  const once = text.replaceAll(innermost, (_all, name, kind, rest) => {
    if (given[name]) return given[name];
    if (kind === '?') throw new Error(`${name} is required: ${rest}`);
    return rest ?? '';
  });
  return once === text ? text : interpolate(once, given);
}

const document = parse(readFileSync(at('docker-compose.yml'), 'utf8'));
const composed = (given) => mapStrings(document, (text) => interpolate(text, given));
const dockerfile = readDockerfile(readFileSync(at('Dockerfile'), 'utf8'));
const secret = { SECRET_KEY: '0123456789abcdef0123456789abcdef' };

describe('docker-compose.yml', () => {
  it('refuses to start without a secret key', () => {
    expect(() => composed({})).toThrow('SECRET_KEY is required');
  });

  it('gives the API settings that the API accepts', () => {
    const { services } = composed(secret);
    const settings = readSettings(services.api.environment);
    expect(settings.host).toBe('0.0.0.0');
    expect(settings.publicUrl).toBe('http://localhost:3000');
    expect(new URL(settings.databaseUrl ?? '').hostname).toBe('database');
    expect(new URL(settings.smtpUrl ?? '').hostname).toBe('mail');
    expect(settings.secretKey).toBe(secret.SECRET_KEY);
  });

  it('passes on what the operator sets', () => {
    const given = { ...secret, PORT: '8080', ADMIN_TOKEN: 'a-long-token', TRUSTED_PROXIES: '10.0.0.0/8' };
    const { services } = composed(given);
    const settings = readSettings(services.api.environment);
    expect(settings).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:8080',
      adminToken: 'a-long-token',
    });
    expect(services.api.ports).toEqual(['127.0.0.1:8080:3000']);
  });

  it('starts the API once the database answers, and keeps its data', () => {
    const { services, volumes } = composed(secret);
    expect(services.api.depends_on.database.condition).toBe('service_healthy');
    expect(services.database.healthcheck.test.join(' ')).toContain('pg_isready');
    const named = [...services.api.volumes, ...services.database.volumes].map((each) => each.split(':')[0]);
    expect(new Set(Object.keys(volumes))).toEqual(new Set(named));
  });
});

describe('the Dockerfile', () => {
  it('has a health check and starts Node itself, without a shell', () => {
    const last = (kind) => dockerfile.findLast((line) => line.kind === kind);
    expect(last('CMD')?.command[0]).toBe('node');
    expect(last('HEALTHCHECK')?.command.join(' ')).toContain('/health/live');
  });

  it('does not run as root', () => {
    expect(readFileSync(at('Dockerfile'), 'utf8')).toMatch(/^USER node$/m);
  });

  it('copies the manifest of every package, without which the lockfile does not fit', () => {
    const copied = dockerfile.flatMap((line) => (line.kind === 'COPY' ? line.sources : []));
    expect(copied).toEqual(expect.arrayContaining(packages().map((path) => `${path}/package.json`)));
  });
});
