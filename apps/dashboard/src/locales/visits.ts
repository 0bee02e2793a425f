import { addTexts } from '../lib/i18n';
import en from './en/visits.json';
import fr from './fr/visits.json';

addTexts('visits', { en, fr });
