// What the generated visits are made of: lists with the most frequent first, as a French business card sees them.

/** Cities by region; a name stands for a place of the database that the API looks addresses up in. */
const FRENCH_CITIES = {
  IDF: 'Paris|Courbevoie|Saint-Denis|Montreuil|Créteil|Boulogne-Billancourt|Nanterre|Versailles|Cergy|Évry|Melun|Meaux',
  ARA: "Lyon|Grenoble|Clermont-Ferrand|Villeurbanne|St Étienne|Annecy|Valence|Chambéry|Bourg-en-Bresse|L'Isle-d'Abeau",
  PAC: 'Marseille|Nice|Aix-en-Provence|Toulon|Avignon|Cannes|Antibes|Gap',
  OCC: 'Toulouse|Montpellier|Nîmes|Perpignan|Béziers|Albi|Montauban|Tarbes',
  HDF: "Lille|Amiens|Roubaix|Dunkerque|Beauvais|Compiègne|Villeneuve-d'Ascq|Laon",
  GES: 'Strasbourg|Reims|Metz|Nancy|Mulhouse|Colmar|Troyes',
  NAQ: 'Bordeaux|Limoges|Poitiers|La Rochelle|Pau|Bayonne|Niort|Angoulême',
  PDL: 'Nantes|Angers|Le Mans|Saint-Nazaire|Laval|La Roche-sur-Yon',
  BRE: 'Rennes|Brest|Quimper|Lorient|Vannes|Saint-Brieuc',
  NOR: 'Rouen|Caen|Le Havre|Évreux|Cherbourg-en-Cotentin',
  CVL: 'Orléans|Tours|Bourges|Chartres|Blois',
  BFC: 'Dijon|Besançon|Chalon-sur-Saône|Belfort|Auxerre',
  COR: 'Ajaccio|Bastia',
};

/** Overseas départements have no regions within them. */
const OTHER_CITIES = [
  ['RE', null, 'Saint-Denis|Le Tampon|Saint-Pierre'],
  ['GP', null, 'Les Abymes|Baie-Mahault|Pointe-à-Pitre'],
  ['MQ', null, 'Fort-de-France|Le Lamentin'],
  ['GF', null, 'Cayenne'],
  ['YT', null, 'Mamoudzou'],
  ['NC', 'NC-02', 'Nouméa'],
  ['BE', 'BE-BRU', 'Bruxelles|Ixelles'],
  ['BE', 'BE-WAL', 'Liège|Charleroi|Namur'],
  ['BE', 'BE-VLG', 'Anvers|Gand'],
  ['CH', 'CH-GE', 'Genève'],
  ['CH', 'CH-VD', 'Lausanne'],
  ['CH', 'CH-ZH', 'Zurich'],
  ['LU', 'LU-LU', 'Luxembourg'],
  ['MC', null, 'Monaco'],
  ['DE', 'DE-BW', 'Stuttgart|Fribourg-en-Brisgau'],
  ['DE', 'DE-BE', 'Berlin'],
  ['DE', 'DE-HE', 'Francfort-sur-le-Main'],
  ['IT', 'IT-21', 'Turin'],
  ['IT', 'IT-25', 'Milan'],
  ['ES', 'ES-CT', 'Barcelone'],
  ['ES', 'ES-MD', 'Madrid'],
  ['GB', 'GB-ENG', 'Londres|Manchester'],
];

/** The first city of each list, then the second of each, and so on, so that every region has some that are visited much. */
function inTurn(lists) {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1)));
}

function places() {
  const french = Object.entries(FRENCH_CITIES).map(([region, cities]) =>
    cities.split('|').map((city) => ({ country: 'FR', region: `FR-${region}`, city })),
  );
  const others = OTHER_CITIES.map(([country, region, cities]) =>
    cities.split('|').map((city) => ({ country, region, city })),
  );
  const known = zipf([...inTurn(french), ...inTurn(others)].flat());
  // A mobile network's addresses are often known to be French and no more.
  const vague = [
    { item: { country: 'FR', region: null, city: null }, weight: 0.12 },
    { item: { country: 'FR', region: 'FR-IDF', city: null }, weight: 0.03 },
    { item: { country: 'FR', region: 'FR-ARA', city: null }, weight: 0.015 },
    { item: { country: 'BE', region: null, city: null }, weight: 0.005 },
    { item: { country: null, region: null, city: null }, weight: 0.02 },
  ];
  return [...known.map(({ item, weight }) => ({ item, weight: weight * 0.81 })), ...vague];
}

export const LINKS = [
  { code: 'salon-lyon', label: 'Salon de Lyon' },
  { code: 'vitrine', label: 'Vitrine' },
  { code: 'flyer-2026', label: 'Flyer' },
  { code: 'camion', label: 'Camion' },
  { code: 'devis', label: 'Devis' },
  { code: 'parrainage', label: 'Parrainage' },
];

const SOCIAL_HOSTS =
  'linkedin.com|instagram.com|facebook.com|whatsapp.com|x.com|youtube.com|tiktok.com|messenger.com|telegram.org|pinterest.com|snapchat.com|threads.com';
const SEARCH_HOSTS = 'google.com|google.fr|bing.com|duckduckgo.com|ecosia.org|qwant.com|fr.search.yahoo.com';
const SITE_HOSTS =
  'mail.google.com|outlook.live.com|pagesjaunes.fr|dupont-plomberie.fr|leboncoin.fr|meetup.com|eventbrite.fr|cci-lyon.fr|mail.yahoo.com|malt.fr|notion.site';

function sources() {
  const plain = { linkCode: null, referrerHost: null };
  const own = (source, weight) => ({ item: { ...plain, source }, weight });
  const linked = (source, share) =>
    zipf(LINKS).map(({ item: { code }, weight }) => ({
      item: { ...plain, source, linkCode: code },
      weight: weight * share,
    }));
  const referred = (source, hosts, share) =>
    zipf(hosts.split('|')).map(({ item, weight }) => ({
      item: { ...plain, source, referrerHost: item },
      weight: weight * share,
    }));
  return [
    own('qr', 0.3),
    own('nfc', 0.14),
    own('link', 0.06),
    own('signature', 0.06),
    own('wallet', 0.02),
    own('direct', 0.08),
    ...linked('qr', 0.06),
    ...linked('link', 0.05),
    ...referred('social', SOCIAL_HOSTS, 0.12),
    ...referred('search', SEARCH_HOSTS, 0.07),
    ...referred('site', SITE_HOSTS, 0.04),
  ];
}

const DEVICES = [
  ['phone', 'iOS', 'Safari|Instagram|Chrome|LinkedIn|Facebook|WhatsApp|Google|TikTok|Firefox'],
  ['phone', 'Android', 'Chrome|Samsung Internet|Facebook|Instagram|Firefox|LinkedIn|Opera|Edge|TikTok'],
  ['desktop', 'Windows', 'Chrome|Edge|Firefox|Opera'],
  ['desktop', 'macOS', 'Safari|Chrome|Firefox'],
  ['desktop', 'Linux', 'Firefox|Chrome'],
  ['tablet', 'iOS', 'Safari|Chrome'],
  ['tablet', 'Android', 'Chrome|Samsung Internet'],
  ['other', 'other', 'other'],
];

const devices = () =>
  zipf(
    inTurn(
      DEVICES.map(([device, system, browsers]) =>
        browsers.split('|').map((browser) => ({ device, system, browser })),
      ),
    ).flat(),
  );

const TARGETS =
  'phone|email|whatsapp|vcard|linkedin|website|sms|instagram|address|facebook|calendar|share'.split('|');

// Monday first; cards are handed out at work, and looked at again in the evening.
const WEEKDAYS = [1.1, 1.2, 1.2, 1.25, 1.1, 0.6, 0.45];
const HOURS = [2, 1, 1, 1, 1, 2, 6, 18, 40, 62, 70, 66, 48, 52, 64, 66, 60, 54, 46, 36, 28, 20, 12, 6];

/** Weights by rank: the second is picked half as often as the first, and so on; together 1. */
function zipf(list) {
  const total = list.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  return list.map((item, index) => ({ item, weight: 1 / (index + 1) / total }));
}

export const SLOTS = 16_384;

/**
 * A table to pick from with one random number: each choice holds as many of its slots as it weighs, and at least one.
 * @param {{item: object, weight: number}[]} choices
 * @returns {object[]} `SLOTS` items, each with its `slot`
 */
function slots(choices) {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  const spare = SLOTS - choices.length;
  let before = 0;
  return choices.flatMap(({ item, weight }, index) => {
    const from = index + Math.floor((before / total) * spare);
    before += weight;
    const to = index + 1 === choices.length ? SLOTS : index + 1 + Math.floor((before / total) * spare);
    return Array.from({ length: to - from }, (_, offset) => ({ slot: from + offset, ...item }));
  });
}

const DAY_MS = 86_400_000;

/** The `count` days that end with `last`, both `YYYY-MM-DD`. */
export function daysUntil(last, count) {
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/**
 * Tables to pick from, by name, each of `SLOTS` rows.
 * @param {{cardIds: string[], today: string, days: number}} account
 */
export function tablesToPickFrom({ cardIds, today, days }) {
  const weekday = (day) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return {
    cards: slots(zipf(cardIds.map((cardId) => ({ cardId })))),
    days: slots(
      daysUntil(today, days).map((day, index) => ({
        item: { day },
        // A card is looked at more as more people have it.
        weight: WEEKDAYS[weekday(day)] * (0.7 + (0.6 * index) / days),
      })),
    ),
    hours: slots(HOURS.map((weight, hour) => ({ item: { hour }, weight }))),
    places: slots(places()),
    sources: slots(sources()),
    devices: slots(devices()),
    targets: slots(zipf(TARGETS.map((target) => ({ target })))),
  };
}
