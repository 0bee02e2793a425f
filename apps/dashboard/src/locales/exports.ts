import { addTexts } from '../lib/i18n';
import en from './en/exports.json';
import fr from './fr/exports.json';

addTexts('exports', { en, fr });
