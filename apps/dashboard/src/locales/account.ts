import { addTexts } from '../lib/i18n';
import en from './en/account.json';
import fr from './fr/account.json';

addTexts('account', { en, fr });
