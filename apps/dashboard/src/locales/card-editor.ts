import { addTexts } from '../lib/i18n';
import en from './en/card-editor.json';
import fr from './fr/card-editor.json';

addTexts('card-editor', { en, fr });
