import { answered } from '../../../ui/panel';
import { EngagementPanels } from './engagement-panels';
import { SAMPLE_CLICKS, SAMPLE_DEVICES, SAMPLE_ENGAGEMENT, SAMPLE_HOURS } from './engagement-sample-figures';

/** Engagement with made-up figures. */
export function EngagementSample() {
  return (
    <EngagementPanels
      clicks={answered(SAMPLE_CLICKS)}
      engagement={answered(SAMPLE_ENGAGEMENT)}
      devices={answered(SAMPLE_DEVICES)}
      hours={answered(SAMPLE_HOURS)}
      timezone="Europe/Paris"
    />
  );
}
