import type { PageTexts } from './texts.js';

export const english: PageTexts = {
  call: 'Call',
  sms: 'Text',
  whatsapp: 'WhatsApp',
  email: 'Email',
  phoneKinds: { mobile: 'Mobile', work: 'Office', fax: 'Fax' },
  website: 'Website',
  address: 'Address',
  calendar: 'Appointments',
  bookAppointment: 'Book an appointment',
  contactDetails: 'Contact details',
  socials: 'Social networks',
  saveContact: 'Save contact',
  share: 'Share',
  sharedBy: (name) => `${name}’s business card`,
  linkCopied: 'Link copied',
  copyThisLink: 'Copy this link:',
  showQr: 'Show QR code',
  demoCard: 'Demonstration card',
  measurement: 'Audience measurement',
  notMeasured: 'Your visits are not measured',
  photoOf: (name) => `Photo of ${name}`,
  cardOf: (name) => `${name}’s business card`,
  qrTitle: (name) => `${name}’s QR code`,
  qrHint: 'Point a phone’s camera at this code to open the card.',
  qrAlt: 'QR code that opens the card',
  downloadSvg: 'Download SVG',
  downloadPng: 'Download PNG',
  backToCard: 'Back to the card',
  privacy: {
    intro:
      'This card counts its visits so that its owner knows whether it is useful. Nothing in it tells who you are.',
    who: 'Who is responsible',
    whoText: (owner) =>
      `${owner}, the owner of this card, is the controller of this measurement. NUM-ECARD, which provides ` +
      'the card, carries it out as a processor, for that owner alone.',
    what: 'What is measured',
    whatItems: [
      'the date and time of the visit, and how long the card stays on screen',
      'the buttons used (phone, email, networks…)',
      'where the visit comes from: QR code, link, name of the site of origin',
      'the country, the region and at most the city, worked out from the IP address',
      'the kind of device, the browser and the system',
    ],
    never: 'What never is',
    neverItems: [
      'no cookie or other tracker is placed on your device for measurement',
      'your IP address is neither stored nor logged',
      'you are recognised neither from one visit to the next, nor from one card to another',
      'no advertising, no cross-referencing, nothing passed to anyone but the owner',
    ],
    why: 'Why',
    whyText:
      'To measure the audience of the card, and nothing else. It rests on the owner’s legitimate interest and ' +
      'meets the conditions under which French law asks for no consent. Your browser’s “Do Not Track” and ' +
      '“Global Privacy Control” signals are honoured.',
    howLong: 'For how long',
    howLongText: 'At most 25 months; the data is then deleted automatically.',
    rights: 'Your rights',
    rightsText: (contact) =>
      'You can object to the measurement at any time, above. For any question, or to exercise your rights of ' +
      'access, erasure and restriction, write to the owner of the card' +
      (contact ? ` (${contact})` : '') +
      '. You can also complain to the French data protection authority, the CNIL (cnil.fr).',
    choice: 'Your choice',
    measuredNow: 'Your visits to this card are measured.',
    optedOutNow: 'Your visits are not measured.',
    signalNow: 'Your browser asks not to be measured: your visits are not.',
    optOut: 'Do not measure my visits',
    optIn: 'Measure them again',
    choiceKept:
      'Your refusal is kept on this device by a cookie that serves no other purpose and does not identify you.',
    doneOut: 'Done: your visits are no longer measured.',
    doneIn: 'Done: your visits are measured again.',
  },
  notFoundTitle: 'Card not found',
  notFoundText: 'No card answers at this address.',
  notFoundHint:
    'Check the address or scan the QR code again. If it still fails, ask the person who gave you the card for its link.',
};
