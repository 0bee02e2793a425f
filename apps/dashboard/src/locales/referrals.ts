import { addTexts } from '../lib/i18n';
import en from './en/referrals.json';
import fr from './fr/referrals.json';

addTexts('referrals', { en, fr });
