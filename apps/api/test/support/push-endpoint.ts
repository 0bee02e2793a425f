import { createDecipheriv, createECDH, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { NewPushSubscription, PushPayload } from '@num-ecard/contracts/push';
import { vi } from 'vitest';
import { PushService } from '../../src/notifications/push/push-service.js';
import { afterFile } from './after-file.js';
import type { RunningApp } from './app.js';

/** Of this name alone and of no use elsewhere; until 2126. */
const NAME = 'push.example.test';
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgNkXf4SAfNJQLFKoh
5oieq9WgPQzBHt0nyt04cWsOD1OhRANCAAToavxxhNtqfM+6NJRv+sPFPuuJf+ly
tIKzfAmKPQKLBuqVne79/GyF9x7lTIT4YXsI+HLAojKrfUxwSNJUld/l
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBrTCCAVOgAwIBAgIUVFvcokJ9WJ/boe6oe83EJUcpMDcwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRcHVzaC5leGFtcGxlLnRlc3QwIBcNMjYxMTI2MDUxNjQ5WhgP
MjEyNjExMDIwNTE2NDlaMBwxGjAYBgNVBAMMEXB1c2guZXhhbXBsZS50ZXN0MFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE6Gr8cYTbanzPujSUb/rDxT7riX/pcrSC
s3wJij0CiwbqlZ3u/fxshfce5UyE+GF7CPhywKIyq31McEjSVJXf5aNxMG8wHQYD
VR0OBBYEFETpUnrI3bOw5sB749e4BkwefterMB8GA1UdIwQYMBaAFETpUnrI3bOw
5sB749e4BkwefterMA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4IRcHVzaC5l
eGFtcGxlLnRlc3QwCgYIKoZIzj0EAwIDSAAwRQIhAMOfi6cUVHzTPQMf0wub2y+p
gHug2dSNB8qTpiQtYPoIAiAjnTqjSfdFNGCYbl7tf20t/DHPFKR5zQu5h356ResH
wA==
-----END CERTIFICATE-----`;

export interface ReceivedPush {
  /** Of the browser that it is for. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly at: number;
}

/** What the push service says; `null` is no answer at all. */
type Reply = { readonly status: number; readonly retryAfter?: string } | null;

/** A push service on this machine, spoken to over real HTTPS. */
export interface PushEndpoint {
  readonly port: number;
  readonly received: readonly ReceivedPush[];
  /** What it says to the next alerts for a browser, one after the other; then 201. */
  reply(browser: PushBrowser, ...replies: Reply[]): void;
  /** The alerts for a browser, once there are so many. */
  pushesFor(browser: PushBrowser, count: number): Promise<ReceivedPush[]>;
}

/** Starts the push service. The applications find it by its name, which is nobody's, and trust its certificate. */
export async function startPushEndpoint(...applications: readonly RunningApp[]): Promise<PushEndpoint> {
  const received: ReceivedPush[] = [];
  const replies = new Map<string, Reply[]>();
  const unanswered = new Set<ServerResponse>();
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      received.push({ path, headers, body: Buffer.concat(chunks), at: Date.now() });
      const reply = replies.get(path)?.shift();
      if (reply === null) unanswered.add(response);
      else {
        if (reply?.retryAfter !== undefined) response.setHeader('retry-after', reply.retryAfter);
        response.writeHead(reply?.status ?? 201).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  for (const { app } of applications) {
    // Nothing else of it changes: what a browser may name is held by a test of its own.
    Object.assign(app.get(PushService).agent.options, {
      ca: CERTIFICATE,
      lookup: (_name: string, { all }: { all?: boolean }, found: (...args: unknown[]) => void) =>
        all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
    });
  }
  afterFile(() => {
    for (const response of unanswered) response.destroy();
    server.closeAllConnections();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    received,
    reply: (browser, ...more) => void replies.set(browser.path, more),
    pushesFor: (browser, count) =>
      vi.waitFor(
        () => {
          const own = received.filter(({ path }) => path === browser.path);
          if (own.length < count) throw new Error(`${own.length} of ${count} alerts came`);
          return own;
        },
        { timeout: 50_000, interval: 50 },
      ),
  };
}

/** What a browser keeps of its subscription: only it can read what it is sent. */
export class PushBrowser {
  readonly path = `/${randomUUID()}`;
  readonly subscription: NewPushSubscription;
  private readonly pair = createECDH('prime256v1');
  private readonly secret = randomBytes(16);

  constructor({ port }: { port: number }) {
    this.subscription = {
      endpoint: `https://${NAME}:${port}${this.path}`,
      keys: {
        p256dh: this.pair.generateKeys('base64url', 'uncompressed'),
        auth: this.secret.toString('base64url'),
      },
    };
  }

  /** As the list of devices names it. */
  get digest(): string {
    return createHash('sha256').update(this.subscription.endpoint).digest('base64url');
  }

  /** Decrypts by RFC 8291 and 8188, written here anew so that the sender's library does not judge itself. */
  read({ body }: ReceivedPush): PushPayload {
    const salt = body.subarray(0, 16);
    const senderKey = body.subarray(21, 21 + (body[20] ?? 0));
    const sealed = body.subarray(21 + senderKey.length);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), senderKey]);
    const shared = derive(this.pair.computeSecret(senderKey), this.secret, info, 32);
    const key = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    // One record, which 0x02 ends, and then padding.
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString()) as PushPayload;
  }
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}
