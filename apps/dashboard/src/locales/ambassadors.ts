import { addTexts } from '../lib/i18n';
import en from './en/ambassadors.json';
import fr from './fr/ambassadors.json';

addTexts('ambassadors', { en, fr });
