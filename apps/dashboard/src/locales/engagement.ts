import { addTexts } from '../lib/i18n';
import en from './en/engagement.json';
import fr from './fr/engagement.json';

addTexts('engagement', { en, fr });
