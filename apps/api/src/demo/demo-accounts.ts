import { NewAccount } from '@num-ecard/contracts/accounts';
import type { CardProfile } from '@num-ecard/contracts/cards';
import type { z } from 'zod';

export const DEMO_PASSWORD = 'demo-num-ecard';

/** How many visits a day a demo card has on average. */
export type Popularity = Readonly<Record<string, number>>;

type Profile = z.input<typeof CardProfile>;

const PATRICE: Profile = {
  name: 'Patrice Durand',
  role: 'Conseiller en rénovation énergétique',
  company: 'Durand Habitat',
  tagline: 'Isolation, chauffage, fenêtres : un devis clair en 48 heures.',
  phones: [
    { kind: 'mobile', number: '+33639980142' },
    { kind: 'work', number: '+33261910742' },
  ],
  whatsapp: '+33639980142',
  email: 'patrice@durand-habitat.example',
  website: 'https://www.durand-habitat.example/',
  calendar: 'https://rdv.durand-habitat.example/patrice',
  address: { street: '12 rue de la République', postalCode: '69002', city: 'Lyon', country: 'FR' },
  socials: {
    linkedin: 'https://www.linkedin.com/in/patrice-durand-exemple',
    instagram: 'https://www.instagram.com/durand.habitat.exemple',
    facebook: 'https://www.facebook.com/durand.habitat.exemple',
  },
  color: '#0f5c4d',
};

const TEAM = [
  ['Amélie Bernard', 'Directrice commerciale', '#7a1f3d', '+33639980151'],
  ['Karim Haddad', 'Responsable Île-de-France', '#1f3a5f', '+33639980152'],
  ['Léa Fontaine', 'Responsable Sud-Est', '#8a4b08', '+33639980153'],
  ['Hugo Lefèvre', 'Responsable Ouest', '#2d5a27', '+33639980154'],
  ['Nadia Payet', 'Responsable La Réunion', '#4b2e83', '+33639980155'],
] as const;

function account(
  plan: string,
  name: string,
  cards: readonly { slug: string; title: string; profile: Profile }[],
) {
  // Numbers are of the ranges that ARCEP keeps for works of fiction; hosts are reserved by RFC 2606.
  return NewAccount.parse({ name, email: `${plan}@demo.test`, plan, cards });
}

/** The demo's accounts, one per model, and the visits a day of each card. */
export const DEMO_ACCOUNTS: readonly { account: NewAccount; visitsADay: Popularity }[] = [
  {
    account: account('essentiel', 'Claire Martin', [
      {
        slug: 'essentiel',
        title: 'Ma carte',
        profile: {
          name: 'Claire Martin',
          role: 'Fleuriste',
          company: 'Au Jardin de Claire',
          tagline: 'Bouquets de saison, mariages et deuil. Livraison dans tout Nantes.',
          phones: [{ kind: 'mobile', number: '+33639980121' }],
          email: 'claire@jardin-de-claire.example',
          website: 'https://www.jardin-de-claire.example/',
          address: { street: '4 place du Bouffay', postalCode: '44000', city: 'Nantes', country: 'FR' },
          socials: { instagram: 'https://www.instagram.com/jardindeclaire.exemple' },
          color: '#8c2f5b',
        },
      },
    ]),
    visitsADay: { essentiel: 6 },
  },
  {
    account: account('premium', 'Julien Moreau', [
      {
        slug: 'premium',
        title: 'Carte studio',
        profile: {
          name: 'Julien Moreau',
          role: 'Photographe',
          company: 'Studio Moreau',
          phones: [{ kind: 'mobile', number: '+33639980131' }],
          whatsapp: '+33639980131',
          email: 'julien@studio-moreau.example',
          website: 'https://www.studio-moreau.example/',
          socials: {
            instagram: 'https://www.instagram.com/studiomoreau.exemple',
            youtube: 'https://www.youtube.com/@studiomoreau.exemple',
          },
          color: '#1d1d1f',
        },
      },
    ]),
    visitsADay: { premium: 10 },
  },
  {
    account: account('force-de-vente', 'Patrice Durand', [
      { slug: 'patrice', title: 'Patrice – terrain', profile: PATRICE },
    ]),
    visitsADay: { patrice: 14 },
  },
  {
    account: account(
      'multi-cartes',
      'Habitat & Énergie',
      TEAM.map(([name, role, color, number], index) => ({
        slug: `equipe-${index + 1}`,
        title: name,
        profile: {
          name,
          role,
          company: 'Habitat & Énergie',
          phones: [{ kind: 'mobile', number }],
          email: `equipe-${index + 1}@habitat-energie.example`,
          website: 'https://www.habitat-energie.example/',
          address: { city: 'Paris', country: 'FR' },
          socials: { linkedin: 'https://www.linkedin.com/company/habitat-energie-exemple' },
          color,
        },
      })),
    ),
    visitsADay: { 'equipe-1': 12, 'equipe-2': 9, 'equipe-3': 7, 'equipe-4': 5, 'equipe-5': 3 },
  },
];
