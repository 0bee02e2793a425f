/** What stands between a browser and alerts; `able` when nothing does. */
export type PushAbility = 'able' | 'denied' | 'denied-ios' | 'home-screen' | 'unsupported';

/** What can be known of a browser without asking anybody. */
export interface BrowserTraits {
  readonly userAgent: string;
  /** iPads pass for Macs; no Mac has a touch screen. */
  readonly touchPoints: number;
  /** Whether it has service workers, Push and Notifications: all three, or nothing can be shown. */
  readonly hasPush: boolean;
  readonly permission: NotificationPermission | undefined;
}

export function pushAbility({ userAgent, touchPoints, hasPush, permission }: BrowserTraits): PushAbility {
  const isIos = /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1);
  // There only what was put on the home screen has it.
  if (!hasPush) return isIos ? 'home-screen' : 'unsupported';
  if (permission !== 'denied') return 'able';
  return isIos ? 'denied-ios' : 'denied';
}
