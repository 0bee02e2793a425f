/** Who recommends whom in the demo, and in what words. Numbers are of the range that ARCEP keeps for works of fiction. */
import type { LostReason } from '@num-ecard/contracts/referral-vocabulary';

export interface DemoAmbassador {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  /** How often they recommend somebody, beside the others. */
  readonly share: number;
  /** How many of those whom they recommend become clients, once reached. */
  readonly luck: number;
}

export const AMBASSADORS = {
  marc: {
    name: 'Marc Petit',
    phone: '06 39 98 02 01',
    email: 'marc.petit@courriel.example',
    share: 6,
    luck: 0.45,
  },
  olivier: { name: 'Olivier Marchand', email: 'olivier.marchand@courriel.example', share: 3, luck: 0.35 },
  nathalie: {
    name: 'Nathalie Garnier',
    phone: '06 39 98 02 03',
    email: 'n.garnier@courriel.example',
    share: 3,
    luck: 0.25,
  },
  sandrine: { name: 'Sandrine Leroy', email: 'sandrine.leroy@courriel.example', share: 2, luck: 0.3 },
  helene: { name: 'Hélène Vasseur', phone: '06 39 98 02 05', share: 2, luck: 0.3 },
  karim: { name: 'Karim Benali', email: 'karim.benali@courriel.example', share: 2, luck: 0.6 },
  elodie: { name: 'Élodie Chevalier', email: 'elodie.chevalier@courriel.example', share: 1, luck: 0.5 },
  jeanLuc: { name: 'Jean-Luc Rivière', phone: '06 39 98 02 08', share: 1, luck: 0.1 },
  fatou: { name: 'Fatou Diallo', email: 'fatou.diallo@courriel.example', share: 1, luck: 0.2 },
} as const satisfies Readonly<Record<string, DemoAmbassador>>;

export const FIRST_NAMES = [
  'Agnès',
  'Antoine',
  'Aurélie',
  'Camille',
  'Chloé',
  'Étienne',
  'Gérard',
  'Inès',
  'Julie',
  'Laurence',
  'Lucas',
  'Mehdi',
  'Monique',
  'Nicolas',
  'Pauline',
  'Philippe',
  'Romain',
  'Sébastien',
  'Yann',
  'Yasmine',
] as const;
export const LAST_NAMES = [
  'Besson',
  'Carpentier',
  'Colin',
  'Delmas',
  'Dufour',
  'Faure',
  'Guérin',
  'Hamel',
  'Jacquet',
  'Lacroix',
  'Le Goff',
  'Mallet',
  'Meunier',
  'Navarro',
  'Nguyen',
  'Ouali',
  'Perrot',
  'Poulain',
  'Renaud',
  'Schmitt',
  'Tessier',
  'Vidal',
  'Weber',
] as const;

/** As read beside either of the two. */
export const RELATIONS = [
  'voisins',
  'collègues',
  'famille',
  'amis d’enfance',
  'parents d’élèves',
  'club de vélo',
] as const;

export const MESSAGES = [
  'Maison des années 70, veut isoler les combles avant l’hiver.',
  'Cherche un devis pour remplacer une chaudière au fioul.',
  'Plutôt joignable après 18 h.',
  'Fenêtres d’origine, pense à tout changer au printemps.',
  'A beaucoup aimé ce que vous avez fait chez nous.',
  'Vient d’acheter à Villeurbanne, gros travaux prévus.',
  'Hésite encore entre pompe à chaleur et granulés.',
] as const;

export const FIRST_CALL_NOTES = [
  'Échange de dix minutes, visite à prévoir.',
  'Projet sérieux, budget à préciser.',
  'Attend l’accord de la copropriété.',
  'A déjà le devis d’un concurrent, veut comparer.',
  'Demande un exemple de chantier du même genre.',
] as const;

export const LOST_WITH: readonly (readonly [LostReason, string | null])[] = [
  ['price', 'Trop cher pour cette année.'],
  ['price', null],
  ['competitor', 'A signé avec le concurrent du quartier.'],
  ['no_need', 'Locataire : rien à faire pour le moment.'],
  ['refused', null],
];

/** Of what was sold, in cents. */
export const VALUES = [180_000, 240_000, 325_000, 485_000, 640_000, 890_000, 1_240_000] as const;
