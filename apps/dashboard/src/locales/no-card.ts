import { addTexts } from '../lib/i18n';
import en from './en/no-card.json';
import fr from './fr/no-card.json';

addTexts('no-card', { en, fr });
