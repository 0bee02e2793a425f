import { addTexts } from '../lib/i18n';
import en from './en/crm.json';
import fr from './fr/crm.json';

addTexts('crm', { en, fr });
