import { addTexts } from '../lib/i18n';
import en from './en/locked.json';
import fr from './fr/locked.json';

addTexts('locked', { en, fr });
