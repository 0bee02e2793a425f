import { addTexts } from '../lib/i18n';
import en from './en/told.json';
import fr from './fr/told.json';

addTexts('told', { en, fr });
