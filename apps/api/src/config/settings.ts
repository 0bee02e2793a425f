/**
 * The environment, parsed once. Nobody else reads `process.env`.
 * A missing or malformed setting is a {@link SettingsError} whose message names it and says what it must be.
 */
import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { publicKeyOf, type VapidKeys } from './vapid-keys.js';

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

function address(protocols: readonly string[], what: string) {
  return z.string().refine((value) => {
    try {
      return protocols.includes(new URL(value).protocol);
    } catch {
      return false;
    }
  }, what);
}

const port = 'a whole number from 1 to 65535';

/** An address or CIDR range that Node's own parser takes. */
function isAddressOrRange(value: string): boolean {
  const [host = '', prefix, ...rest] = value.split('/');
  const version = isIP(host);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  try {
    new BlockList().addSubnet(host, Number(prefix), version === 6 ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}

// Each message completes the sentence "NAME must be …".
const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, port)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'an address to listen on such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PUBLIC_URL: address(['http:', 'https:'], 'an address such as https://card.example')
    .refine(
      (value) => !URL.canParse(value) || new URL(value).href === `${new URL(value).origin}/`,
      'an address without a path, a query or a password',
    )
    .optional(),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'an address such as postgres://user:password@host:5432/name',
  ).optional(),
  DATA_DIR: z.string().default('.data'),
  SMTP_URL: address(['smtp:', 'smtps:'], 'an address such as smtp://user:password@host:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'a sender such as NUM-ECARD <bonjour@num-ecard.example>')
    .optional(),
  GEOIP_DATABASE: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine(
      (list) => list.every(isAddressOrRange),
      'addresses or CIDR ranges separated by commas, such as 10.0.0.0/8',
    )
    .default([]),
  ADMIN_TOKEN: z.string().min(8, 'at least 8 characters').optional(),
  METRICS_TOKEN: z.string().min(8, 'at least 8 characters').optional(),
  SECRET_KEY: z.string().min(16, 'at least 16 characters').optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[\w-]{86}$/, 'a base64url key of 87 characters')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'a base64url key of 43 characters')
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('info'),
});

/** The settings as the operator gave them; absent ones have their default. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Absent: an embedded PostgreSQL is started. */
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Absent: a development mailbox is started. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly geoipDatabase: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly adminToken: string | undefined;
  readonly metricsToken: string | undefined;
  /** Absent: generated in `dataDir` at the first start. */
  readonly secretKey: string | undefined;
  /** Absent: generated in `dataDir` at the first start. */
  readonly vapid: VapidKeys | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Parses the environment. An empty variable counts as absent, which is what `NAME=` in an env file means.
 * @throws {SettingsError} with one line for the first thing that is wrong
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingsError(`${String(issue?.path[0])} must be ${issue?.message}.`);
  }
  const env = parsed.data;
  if (env.DATABASE_URL !== undefined && env.SECRET_KEY === undefined) {
    throw new SettingsError('SECRET_KEY must be set when DATABASE_URL is: at least 16 random characters.');
  }
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
    throw new SettingsError('MAIL_FROM must be set when SMTP_URL is: the sender of every e-mail.');
  }
  if ((env.VAPID_PUBLIC_KEY === undefined) !== (env.VAPID_PRIVATE_KEY === undefined)) {
    throw new SettingsError('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY must be set together.');
  }
  if (env.VAPID_PRIVATE_KEY !== undefined && publicKeyOf(env.VAPID_PRIVATE_KEY) !== env.VAPID_PUBLIC_KEY) {
    throw new SettingsError('VAPID_PUBLIC_KEY must be the public half of VAPID_PRIVATE_KEY.');
  }
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.DATA_DIR),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'NUM-ECARD <bonjour@num-ecard.test>',
    geoipDatabase: env.GEOIP_DATABASE,
    trustedProxies: env.TRUSTED_PROXIES,
    adminToken: env.ADMIN_TOKEN,
    metricsToken: env.METRICS_TOKEN,
    secretKey: env.SECRET_KEY,
    vapid:
      env.VAPID_PUBLIC_KEY === undefined || env.VAPID_PRIVATE_KEY === undefined
        ? undefined
        : { publicKey: env.VAPID_PUBLIC_KEY, privateKey: env.VAPID_PRIVATE_KEY },
    logLevel: env.LOG_LEVEL,
  });
}
