import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Feature, Plan } from '@num-ecard/contracts/plans';
import { Problem } from '@num-ecard/contracts/problem';
import { z } from 'zod';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** What a caller shows, as the document names it. */
export type Credential = 'session' | 'apiKey' | 'operator';

const schemaAt = (id: string): string => `#/components/schemas/${id}`;

/** Publishes `/api/openapi.json`, written from the very schemas that validate. */
export function publishOpenApi(app: INestApplication): void {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('NUM-ECARD Tracking')
    .setVersion('1')
    .addSecurity('session' satisfies Credential, {
      type: 'apiKey',
      in: 'cookie',
      name: 'num-ecard.session_token',
      description:
        'set by signing in; its name begins with `__Secure-` where the address begins with `https:`',
    })
    .addSecurity('apiKey' satisfies Credential, {
      type: 'http',
      scheme: 'bearer',
      description: 'a key that the owner made in the settings: it reads, and changes nothing',
    })
    .addSecurity('operator' satisfies Credential, {
      type: 'http',
      scheme: 'bearer',
      description: 'the setting `ADMIN_TOKEN`',
    })
    .build();
  SwaggerModule.setup('api', app, () => completed(SwaggerModule.createDocument(app, description)), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
  });
}

/**
 * Says of every route what it answers when it does not do what was asked, and that an API key changes nothing: the same everywhere, so
 * said in one place.
 */
function completed(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...problemSchemas(), ...document.components?.schemas },
  };
  const problem = {
    description: 'what is wrong, by its `code`',
    content: { 'application/problem+json': { schema: { $ref: schemaAt('Problem') } } },
  };
  for (const operations of Object.values(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = operations[method];
      if (operation === undefined) continue;
      operation.responses['default'] = problem;
      if (method !== 'get' && operation.security !== undefined)
        operation.security = operation.security.filter((one) => !('apiKey' in one));
    }
  }
  return document;
}

function problemSchemas(): Schemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ Problem, Feature, Plan })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: schemaAt });
  for (const schema of Object.values(schemas)) {
    // A document of its own would say these; here it is a part of one.
    delete schema.$schema;
    delete schema.$id;
  }
  return schemas as Schemas;
}
