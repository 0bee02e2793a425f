/** Lower case without accents: "lea" finds "Léa". */
export function searchForm(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

/** Whether every word typed is somewhere in the card's title or slug. */
export function matchesCard(card: { title: string; slug: string }, search: string): boolean {
  const text = searchForm(`${card.title} ${card.slug}`);
  return searchForm(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
