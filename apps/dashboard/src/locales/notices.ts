import { addTexts } from '../lib/i18n';
import en from './en/notices.json';
import fr from './fr/notices.json';

addTexts('notices', { en, fr });
