/** This browser's own part in alerts: what it can, and its subscription at its push service. */
import type { NewPushSubscription } from '@num-ecard/contracts/push';
import { type PushAbility, pushAbility } from './push-ability';

/** Why a browser was not subscribed: its owner did not say yes, or its push service cannot be reached. */
export class SubscribeError extends Error {
  constructor(readonly reason: 'unanswered' | 'unreachable') {
    super(reason);
  }
}

export interface ThisDevice {
  readonly ability: PushAbility;
  /** Of its endpoint, as the list of devices names it; null while it is subscribed for no key, or for another. */
  readonly digest: string | null;
}

const hasPush = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** @param key the server's */
export async function readThisDevice(key: string): Promise<ThisDevice> {
  const { userAgent, maxTouchPoints: touchPoints } = navigator;
  const permission = 'Notification' in window ? Notification.permission : undefined;
  const ability = pushAbility({ userAgent, touchPoints, hasPush: hasPush(), permission });
  const subscription = ability === 'able' ? await subscriptionFor(key) : undefined;
  return { ability, digest: subscription === undefined ? null : await digestOf(subscription.endpoint) };
}

/**
 * Asks its owner, then its push service. Must follow a press of theirs, or nobody is asked.
 * @throws {SubscribeError}
 */
export async function subscribeThisDevice(key: string): Promise<NewPushSubscription> {
  if ((await Notification.requestPermission()) !== 'granted') throw new SubscribeError('unanswered');
  try {
    const present = await subscriptionFor(key);
    if (present === undefined) await unsubscribeThisDevice();
    // Known already as a rule; where it is not, `ready` alone would wait for ever.
    await navigator.serviceWorker.register('/service-worker.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    const subscription =
      present ?? (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
    const { endpoint, keys } = subscription.toJSON() as NewPushSubscription;
    return { endpoint, keys };
  } catch {
    throw new SubscribeError('unreachable');
  }
}

export async function unsubscribeThisDevice(): Promise<void> {
  await (await currentSubscription())?.unsubscribe();
}

async function subscriptionFor(key: string): Promise<PushSubscription | undefined> {
  const subscription = await currentSubscription();
  const own = subscription?.options.applicationServerKey ?? null;
  // Of a server whose keys have changed since nothing would come.
  return subscription && own !== null && base64Url(own) === key ? subscription : undefined;
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

async function digestOf(endpoint: string): Promise<string> {
  return base64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
}

function base64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
