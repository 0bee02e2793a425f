/** Reports as the files are written from them, of the figures that matter to a test. */
import type { Report } from '@num-ecard/contracts/report';

export const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
export const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };
export const CARD = { id: '018f0000-0000-7000-8000-000000000001', slug: 'patrice', title: 'Patrice Durand' };

/** Of one card's October, written in the second of the two hours of one name. */
export function givenReport(sections: Partial<Report['sections']> = {}, other: Partial<Report> = {}): Report {
  return {
    writtenAt: '2026-10-25T01:30:00.000Z',
    language: 'fr',
    timezone: 'Europe/Paris',
    account: { name: 'Durand & fils', demo: false },
    subject: { cards: [CARD], consolidated: false, all: true },
    period: OCTOBER,
    compare: 'previous',
    previous: SEPTEMBER,
    sections: {
      summary: {
        views: { total: 0, today: 0 },
        clicks: { total: 0, today: 0, byTarget: [] },
        lastVisitAt: null,
      },
      ...sections,
    },
    ...other,
  };
}

/** So many cards of the account. */
export function cardsNamed(count: number): Report['subject']['cards'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `018f0000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    slug: `carte-${index + 1}`,
    title: `Carte ${index + 1}`,
  }));
}

export const figures = (views: number) => ({
  views,
  visitors: Math.max(0, views - 1),
  clicks: 2 * views,
});

export const point = (start: string, views: number) => ({
  start,
  ...figures(views),
  engagedMs: 1500 * views,
});
