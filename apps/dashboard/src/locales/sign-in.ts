import { addTexts } from '../lib/i18n';
import en from './en/sign-in.json';
import fr from './fr/sign-in.json';

addTexts('sign-in', { en, fr });
