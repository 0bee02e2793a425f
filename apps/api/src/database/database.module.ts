import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { dataSourceOptions, openDataSource } from './data-source.js';

@Module({})
export class DatabaseModule {
  static connected(): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          // A start without a database ends at once and says so; whoever started it starts it again.
          useFactory: (config: Config) => ({
            ...dataSourceOptions(config.databaseUrl),
            toRetry: () => false,
          }),
          dataSourceFactory: (options): Promise<DataSource> =>
            openDataSource((options as { url: string }).url),
        }),
      ],
    };
  }
}
