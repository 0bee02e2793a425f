import { addDays } from '@num-ecard/contracts/period-calendar';
import { AMBASSADORS, type DemoAmbassador } from './demo-people.js';
import { type DemoProspect, DemoStory } from './demo-story.js';

/** All of it happens on these last days. */
export const LATEST_DAYS = 35;

const ROBOT = { name: 'Visibilité Pro', email: 'contact@visibilite-pro.example', share: 0, luck: 0 };
const THOMAS = { name: 'Thomas Girard', phone: '06 39 98 03 17' };

/**
 * The last weeks as an owner leaves them who works well and has something left to do: each kind of work that waits is there, and in the
 * middle of a month it reads as the product's story does (5 received, 3 contacted, 1 converted). In order of time; the same for the
 * same day, by UTC, but for the newest, which comes this morning or, earlier than that, came last evening.
 */
export function latestReferrals(until: Date): DemoStory[] {
  const today = until.toISOString().slice(0, 10);
  const ago = (days: number, time: string): Date => new Date(`${addDays(today, -days)}T${time}Z`);
  const from = (at: Date, ambassador: DemoAmbassador, prospect: DemoProspect): DemoStory =>
    new DemoStory(at, ambassador, prospect);
  const { marc, olivier, nathalie, sandrine, helene, karim } = AMBASSADORS;
  const thisMorning = ago(0, '06:41:25.970');
  return [
    // Never reached: the data goes in a few days.
    from(ago(33, '09:12:07.310'), nathalie, {
      name: 'Mathieu Perrin',
      phone: '06 39 98 03 11',
      relation: 'collègues',
      message: 'Difficile à joindre en journée.',
    })
      .on(ago(33, '15:40:00'))
      .note('Pas de réponse, message laissé.')
      .on(ago(26, '16:05:00'))
      .note('Deuxième message laissé.'),
    from(ago(28, '17:31:44.205'), olivier, {
      name: 'Claire Fabre',
      phone: '06 39 98 03 12',
      relation: 'famille',
    })
      .on(ago(27, '08:20:00'))
      .move('contacted')
      .on(ago(24, '13:00:00'))
      .move('appointment')
      .on(ago(13, '15:45:00'))
      .move('converted', { valueCents: 325_000 }),
    // A wrong click, taken back.
    from(ago(22, '11:02:30.880'), nathalie, {
      name: 'Bernard Aubry',
      phone: '06 39 98 03 13',
      relation: 'famille',
      message: 'Cherche un devis pour remplacer une chaudière au fioul.',
    })
      .on(ago(22, '14:30:00'))
      .move('contacted', { note: 'Échange de dix minutes, visite à prévoir.' })
      .on(ago(15, '09:10:00'))
      .move('converted')
      .on(ago(15, '09:11:00'))
      .correct()
      .on(ago(15, '09:12:00'))
      .move('lost', { reason: 'price', note: 'Trop cher pour cette année.' }),
    from(ago(18, '18:14:09.415'), helene, { ...THOMAS, relation: 'amis d’enfance' })
      .on(ago(17, '09:00:00'))
      .move('contacted', { note: 'Projet sérieux, budget à préciser.' }),
    from(ago(12, '12:47:51.660'), marc, {
      name: 'Valérie Roussel',
      phone: '06 39 98 03 14',
      email: 'valerie.roussel@courriel.example',
      relation: 'collègues',
      message: 'Fenêtres d’origine, veut tout changer.',
    })
      .on(ago(12, '13:20:00'))
      .consent('yes')
      .on(ago(12, '14:05:00'))
      .move('contacted')
      .on(ago(10, '16:00:00'))
      .move('appointment')
      .on(ago(3, '10:30:00'))
      .move('converted', { valueCents: 640_000, note: 'Devis signé.' }),
    // The same prospect by another ambassador.
    from(ago(8, '07:55:20.095'), sandrine, {
      ...THOMAS,
      relation: 'voisins',
      message: 'Il compare plusieurs devis en ce moment.',
    })
      .on(ago(8, '09:30:00'))
      .consent('yes')
      .on(ago(8, '13:15:00'))
      .move('contacted')
      .on(ago(6, '09:40:00'))
      .move('appointment'),
    // To be called again today.
    from(ago(4, '16:22:38.530'), marc, {
      name: 'Isabelle Roux',
      phone: '06 39 98 03 15',
      relation: 'parents d’élèves',
      message: 'Vient d’acheter à Villeurbanne, gros travaux prévus.',
    })
      .on(ago(3, '08:45:00'))
      .move('contacted', { note: 'Attend les clés : rappeler dans trois jours.' })
      .on(ago(3, '08:46:00'))
      .remind(3, 'Fixer la visite avec Isabelle'),
    // Nobody has called yet.
    from(ago(2, '14:05:12.740'), karim, {
      name: 'Bruno Lemaire',
      phone: '06 39 98 03 16',
      message: 'Plutôt joignable après 18 h.',
    }),
    from(ago(1, '02:38:06.155'), ROBOT, {
      name: 'Votre site en première page',
      phone: '06 39 98 03 99',
      message: 'Bonjour, nous améliorons votre référencement dès 49 € par mois. Répondez OUI.',
    }).asByRobot(),
    from(thisMorning <= until ? thisMorning : ago(1, '17:20:25.970'), marc, {
      name: 'Sophie Dubois',
      phone: '06 39 98 03 18',
      relation: 'voisins',
      message: 'Maison des années 70, veut isoler les combles avant l’hiver.',
    }),
  ];
}
