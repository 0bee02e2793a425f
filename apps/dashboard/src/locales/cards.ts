import { addTexts } from '../lib/i18n';
import en from './en/cards.json';
import fr from './fr/cards.json';

addTexts('cards', { en, fr });
