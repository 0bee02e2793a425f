import { addTexts } from '../lib/i18n';
import en from './en/settings.json';
import fr from './fr/settings.json';

addTexts('settings', { en, fr });
