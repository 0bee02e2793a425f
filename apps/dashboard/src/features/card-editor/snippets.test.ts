import { expect, test } from 'vitest';
import { buttonExamples, informationText, trackerTag } from './snippets';

const card = { id: '1', slug: 'zoe', title: 'Terrain', name: 'Zoé', url: 'https://card.example/sous/c/zoe' };

test('the tag loads the tracker from where the card is', () => {
  expect(trackerTag(card)).toBe(
    '<script defer src="https://card.example/sous/t.js" data-card="zoe"></script>',
  );
});

test("buttons carry the owner's own number, else an example, and nothing breaks out of them", () => {
  const labels = { phone: 'Appeler', email: 'Écrire <ici>' };
  const own = {
    phones: [
      { kind: 'fax', number: '+331' },
      { kind: 'work', number: '+33478123456' },
    ],
  } as const;
  expect(buttonExamples({ ...own, phones: [...own.phones], email: 'a&b@example.fr' }, labels)).toBe(
    '<a href="tel:+33478123456" data-track="phone">Appeler</a>\n' +
      '<a href="mailto:a&amp;b@example.fr" data-track="email">Écrire &lt;ici&gt;</a>',
  );
  expect(buttonExamples(undefined, labels)).toContain('tel:+33612345678');
});

test("the information leads to the card's own page about it", () => {
  expect(informationText(card, { text: 'Compté.', more: 'Lire' })).toBe(
    '<p>Compté. <a href="https://card.example/sous/c/zoe/privacy">Lire</a></p>',
  );
});
