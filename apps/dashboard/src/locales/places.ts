import { addTexts } from '../lib/i18n';
import en from './en/places.json';
import fr from './fr/places.json';

addTexts('places', { en, fr });
