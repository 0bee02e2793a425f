import { addTexts } from '../lib/i18n';
import en from './en/results.json';
import fr from './fr/results.json';

addTexts('results', { en, fr });
