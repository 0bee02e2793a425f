import { addTexts } from '../lib/i18n';
import en from './en/first-visit.json';
import fr from './fr/first-visit.json';

addTexts('first-visit', { en, fr });
