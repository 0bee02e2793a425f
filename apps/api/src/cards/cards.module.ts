import { Module } from '@nestjs/common';
import { CardDirectory } from './card-directory.js';
import { Cards } from './cards.service.js';
import { PageAssetsController } from './page-assets.controller.js';
import { PublicCardController } from './public-card.controller.js';
import { PublicCards } from './public-cards.service.js';

@Module({
  controllers: [PublicCardController, PageAssetsController],
  providers: [Cards, CardDirectory, PublicCards],
  exports: [Cards, CardDirectory],
})
export class CardsModule {}
