import { sendJson } from '../../lib/http';

/** `POST /api/auth/sign-out`; this device gets no alerts any more. Throws `RequestError`. */
export async function signOut(): Promise<void> {
  await sendJson('POST', '/api/auth/sign-out', {});
  void stopAlerts().catch(() => {});
}

/** At the browser alone: the server hears of it from the push service at the next alert. */
async function stopAlerts(): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration();
  await (await worker?.pushManager?.getSubscription())?.unsubscribe();
}
