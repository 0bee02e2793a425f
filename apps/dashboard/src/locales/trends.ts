import { addTexts } from '../lib/i18n';
import en from './en/trends.json';
import fr from './fr/trends.json';

addTexts('trends', { en, fr });
