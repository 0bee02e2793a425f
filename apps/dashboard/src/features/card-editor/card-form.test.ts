import type { CardDetail } from '@num-ecard/contracts/card-editing';
import { CardProfile } from '@num-ecard/contracts/cards';
import { expect, test } from 'vitest';
import { type CardFormValues, changeOf, draftOf, fieldOf, formOf, problemOf } from './card-form';

const profile = CardProfile.parse({
  name: 'Zoé Lefèvre',
  role: 'Fleuriste',
  phones: [{ kind: 'mobile', number: '+33612345678' }],
  whatsapp: '+33612345678',
  address: { city: 'Lyon', country: 'FR' },
  socials: { x: 'https://x.com/zoe' },
  color: '#8c2f5b',
});
const saved: CardDetail = {
  id: 'cb1f1f7e-3c3c-4d53-9d9d-0d8b8cbb3d8e',
  slug: 'zoe',
  title: 'Terrain',
  name: 'Zoé Lefèvre',
  url: 'https://card.example/c/zoe',
  profile,
  photo: '/c/zoe/photo?v=1',
  shownNumbers: { phones: ['06 12 34 56 78'], whatsapp: '06 12 34 56 78' },
  revision: '2026-11-25T10:00:00.000Z',
};
const form = (more: Partial<CardFormValues> = {}): CardFormValues => ({
  ...formOf(saved, () => 'row'),
  ...more,
});
const row = (number: string) => ({ id: number, kind: 'work' as const, number });

test('numbers are shown as people write them, and missing parts are empty', () => {
  expect(form()).toMatchObject({
    phones: [{ kind: 'mobile', number: '06 12 34 56 78' }],
    whatsapp: '06 12 34 56 78',
    company: '',
    address: { street: '', city: 'Lyon' },
    socials: { x: 'https://x.com/zoe', linkedin: '' },
  });
});

test('what is empty is not saved, a photo only when it is another', () => {
  const { change, wrong } = changeOf(form({ role: ' ', phones: [row(''), row('0478123456')] }), saved);
  expect(wrong).toEqual([]);
  expect(change).toEqual({
    title: 'Terrain',
    revision: saved.revision,
    profile: {
      name: 'Zoé Lefèvre',
      phones: [{ kind: 'work', number: '0478123456' }],
      whatsapp: '06 12 34 56 78',
      address: { city: 'Lyon', country: 'FR' },
      socials: { x: 'https://x.com/zoe' },
      color: '#8c2f5b',
    },
  });
  expect(changeOf(form({ photo: null }), saved).change).toMatchObject({ photo: null });
});

test.each([
  ['www.exemple.fr', 'https://www.exemple.fr'],
  [' http://exemple.fr/a ', 'http://exemple.fr/a'],
])('the site %s is %s', (typed, website) => {
  expect(changeOf(form({ website: typed }), saved).change?.profile).toMatchObject({ website });
});

test.each([
  [{ name: ' ' }, 'name', 'name'],
  [{ title: '' }, 'title', 'title'],
  [{ email: 'zoe@' }, 'email', 'email'],
  [{ website: 'javascript:alert(1)' }, 'website', 'web'],
  [{ calendar: 'demain' }, 'calendar', 'web'],
  [{ socials: { ...form().socials, linkedin: '@zoe' } }, 'socials.linkedin', 'web'],
  [{ color: '#12' }, 'color', 'color'],
  [{ tagline: 'x'.repeat(281) }, 'tagline', 'text'],
] as const)('%o is wrong in its field', (more, field, problem) => {
  const values = form(more);
  const fields = changeOf(values, saved).wrong.map((path) => fieldOf(path, values));
  expect(new Set(fields)).toEqual(new Set([field]));
  expect(problemOf(field)).toBe(problem);
});

test('a number that the API refuses is found among rows of which some are empty', () => {
  const values = form({ phones: [row(''), row('1'), row(' '), row('2')] });
  expect(fieldOf('profile.phones.1.number', values)).toBe('phones.3.number');
  expect(problemOf('phones.3.number')).toBe('phone');
});

test('the preview leaves out what cannot be yet, and keeps the name and the colour', () => {
  const draft = draftOf(form({ name: '', color: '#1', email: 'zoe@', company: 'Ateliers' }), saved);
  expect(draft).toEqual({ profile: expect.objectContaining({ name: 'Zoé Lefèvre', color: '#8c2f5b' }) });
  expect(draft.profile.company).toBe('Ateliers');
  expect(draft.profile.email).toBeUndefined();
});
