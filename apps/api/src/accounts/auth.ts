import { randomBytes } from 'node:crypto';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { poolOf } from '../database/pool.js';
import { announceAccess } from '../notifications/live/live-notice.js';
import { userAccount } from './user-account.query.js';

export const CLIENT_KEY_HEADER = 'x-num-ecard-client-key';
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Sends the link by which a password is chosen. */
export type SendPasswordLink = (user: { id: string; email: string }, token: string) => Promise<void>;

function authOptions(dataSource: DataSource, config: Config, sendPasswordLink: SendPasswordLink) {
  return {
    appName: 'NUM-ECARD',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secretKey,
    database: poolOf(dataSource),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // A page is trusted when it was served under the very host it calls: a card's owner may come by
    // localhost, 127.0.0.1 or the public name. Another site cannot forge either header in a browser.
    trustedOrigins: (request?: Request) => {
      const origin = request?.headers.get('origin');
      const host = request?.headers.get('host');
      return origin && host && URL.canParse(origin) && new URL(origin).host === host ? [origin] : [];
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }: { user: { id: string; email: string }; token: string }) =>
        sendPasswordLink(user, token),
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        accountId: { type: 'string', required: true, input: false, fieldName: 'account_id' },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: 60 * DAY,
      updateAge: DAY,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      // A copy of the table opens no account.
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 120,
      customRules: {
        // Asked at every opening of the dashboard, and guesses nothing: a cookie is signed.
        '/get-session': false,
        '/sign-in/email': { window: 60, max: 20 },
        '/request-password-reset': { window: 60, max: 5 },
        '/reset-password': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'num-ecard',
      // Said outright, because better-auth leaves both checks out where it believes itself under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: config.publicUrl.startsWith('https:'),
      // A session and its user are one question.
      database: { generateId: 'uuid', joins: true },
      ipAddress: { ipAddressHeaders: [CLIENT_KEY_HEADER], ipv6Subnet: 128 },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({ data: { ...session, ipAddress: null } }),
        },
        // Whatever ends one here: signing out, another password. better-auth deletes without a transaction of ours.
        delete: {
          after: async ({ userId }) => {
            const accountId = await userAccount(dataSource, userId);
            if (accountId !== undefined) await announceAccess(dataSource, accountId);
          },
        },
      },
    },
  } satisfies BetterAuthOptions;
}

/** Sign-in by better-auth on the application's own pool and tables. */
export function createAuth(dataSource: DataSource, config: Config, sendPasswordLink: SendPasswordLink) {
  return betterAuth(authOptions(dataSource, config, sendPasswordLink));
}
export type Auth = ReturnType<typeof createAuth>;

/** Injection token of {@link Auth}. */
export const AUTH = Symbol('AUTH');

/**
 * Makes a link token by which a user without a password can choose one. @returns the token; it is stored hashed
 */
export async function invitationToken(auth: Auth, userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(Date.now() + 14 * DAY * 1000),
  });
  return token;
}

/** Gives a user who has none a password. */
export async function setPassword(auth: Auth, userId: string, password: string): Promise<void> {
  const context = await auth.$context;
  await context.internalAdapter.createAccount({
    userId,
    accountId: userId,
    providerId: 'credential',
    password: await context.password.hash(password),
  });
}
