import type { UsageDevices } from '@num-ecard/contracts/usage';
import { DEVICES } from '@num-ecard/contracts/usage-vocabulary';
import type { KeyFigures } from '../query/usage-breakdown.query.js';
import { keyParts, mostViewed, summedBy, told } from './figures.js';

/** @param rows by `device/browser/system` */
export function devices(rows: readonly KeyFigures[]): Pick<UsageDevices, 'devices' | 'browsers' | 'systems'> {
  const byDevice = summedBy(rows, (key) => keyParts(key)[0]);
  const byBrowser = summedBy(rows, (key) => keyParts(key)[1]);
  const bySystem = summedBy(rows, (key) => keyParts(key)[2]);
  return {
    devices: mostViewed(
      DEVICES.map((device) => told({ device }, byDevice.get(device))),
      ({ device }) => String(DEVICES.indexOf(device)),
    ),
    browsers: mostViewed(
      Array.from(byBrowser, ([browser, figures]) => told({ browser }, figures)),
      ({ browser }) => browser,
    ),
    systems: mostViewed(
      Array.from(bySystem, ([system, figures]) => told({ system }, figures)),
      ({ system }) => system,
    ),
  };
}
