/** Has the focus go on before a file leaves the list: to another of the list, or else to the head of the page. */
export function focusBeside(item: HTMLElement | null): void {
  const others = item?.closest('section')?.querySelectorAll<HTMLElement>('[role="group"]') ?? [];
  const beside = [...others].find((other) => other !== item);
  if (beside !== undefined) return beside.focus();
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus();
}
