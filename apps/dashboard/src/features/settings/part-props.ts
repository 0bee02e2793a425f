import type { Settings } from '@num-ecard/contracts/settings';

/** What every part of the settings is given. */
export interface PartProps {
  settings: Settings;
  /** To be called once something is saved: other screens show it as well. */
  onSaved(settings: Settings): void;
}
