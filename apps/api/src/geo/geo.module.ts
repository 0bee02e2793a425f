import { Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Places } from './places.js';

/** Places of addresses. */
@Module({
  providers: [
    {
      provide: Places,
      inject: [CONFIG],
      useFactory: async ({ geoipDatabase }: Config): Promise<Places> => {
        const places = new Places(geoipDatabase, new Logger('places'));
        await places.open();
        return places;
      },
    },
  ],
  exports: [Places],
})
export class GeoModule implements OnModuleDestroy {
  constructor(private readonly places: Places) {}

  async onModuleDestroy(): Promise<void> {
    await this.places.close();
  }
}
