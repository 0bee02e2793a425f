import { Module } from '@nestjs/common';
import { CardEditorController } from './card-editor.controller.js';
import { CardEditor } from './card-editor.service.js';
import { CardPageParts } from './card-page-parts.js';
import { CardDirectory } from './card-directory.js';
import { Cards } from './cards.service.js';
import { PageAssetsController } from './page-assets.controller.js';
import { PublicCardController } from './public-card.controller.js';
import { PublicCards } from './public-cards.service.js';

@Module({
  controllers: [CardEditorController, PublicCardController, PageAssetsController],
  providers: [Cards, CardDirectory, PublicCards, CardEditor, CardPageParts],
  exports: [Cards, CardDirectory, PublicCards, CardPageParts],
})
export class CardsModule {}
