import { randomInt, randomUUID } from 'node:crypto';
import type { TrackRequest } from '@num-ecard/contracts/track';

export const BROWSER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

type Body = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // An answer may be anything: the test says what it must be.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** A browser with its cookies, at an address of its own. */
export class Client {
  private readonly cookies = new Map<string, string>();
  private readonly address = `198.51.${randomInt(256)}.${randomInt(1, 255)}`;

  constructor(
    readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = { 'user-agent': BROWSER },
  ) {}

  async request(
    method: string,
    path: string,
    body?: string | Body,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'x-forwarded-for': this.address,
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }
          : {}),
        ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}),
        ...this.headers,
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request('GET', path, undefined, headers);
  }

  post(path: string, body: string | Body, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request('POST', path, body, headers);
  }

  async signIn(email: string, password: string): Promise<void> {
    const { status, body } = await this.post('/api/auth/sign-in/email', { email, password });
    if (status !== 200) throw new Error(`sign-in answered ${status}: ${JSON.stringify(body)}`);
  }

  cookieHeader(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const [name = '', value = ''] = pair.split('=');
    const gone = value === '' || attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()));
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

type EventWithoutId = TrackRequest['events'][number] extends infer Event
  ? Event extends { id: string }
    ? Omit<Event, 'id'> & { id?: string }
    : never
  : never;

/** A beacon as the tracker sends it. Ids are made up where none is given. */
export function beacon(
  card: string,
  events: readonly EventWithoutId[],
  visit: string = randomUUID(),
): TrackRequest {
  return {
    card,
    visit,
    events: events.map((event) => ({ id: randomUUID(), ...event })),
  };
}

export const view = (age = 0) => ({ type: 'view', age }) as const;
export const click = (target: string, age = 0) => ({ type: 'click', target, age }) as const;
