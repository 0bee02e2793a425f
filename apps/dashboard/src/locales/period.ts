import { addTexts } from '../lib/i18n';
import en from './en/period.json';
import fr from './fr/period.json';

addTexts('period', { en, fr });
