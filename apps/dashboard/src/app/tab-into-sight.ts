/** On a phone there is room for three tabs: the one that is open must be among them. */
export function intoSight(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
