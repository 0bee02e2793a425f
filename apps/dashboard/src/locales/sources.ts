import { addTexts } from '../lib/i18n';
import en from './en/sources.json';
import fr from './fr/sources.json';

addTexts('sources', { en, fr });
