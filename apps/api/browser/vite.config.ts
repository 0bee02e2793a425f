import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** Calling codes of France, its overseas places, its neighbours and where its people come from most. */
const CALLING_CODES =
  '33 590 594 596 262 508 681 687 689 32 41 352 49 39 34 44 351 377 376 31 353 43 212 213 216 221 225 237'.split(
    ' ',
  );

interface Metadata {
  version: number;
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, unknown>;
}

/** Numbers of the rest of the world stay as they are typed; the server knows all of them. */
function fewerNumberingPlans(): Plugin {
  return {
    name: 'fewer-numbering-plans',
    load(id) {
      if (!id.endsWith('/libphonenumber-js/metadata.min.json.js')) return null;
      const { version, country_calling_codes, countries } = JSON.parse(
        readFileSync(id.replace(/\.js$/, ''), 'utf8'),
      ) as Metadata;
      const codes = Object.fromEntries(
        CALLING_CODES.map((code) => [code, country_calling_codes[code] ?? []]),
      );
      const kept = Object.fromEntries(
        Object.values(codes)
          .flat()
          .map((country) => [country, countries[country]]),
      );
      return `export default ${JSON.stringify({ version, country_calling_codes: codes, countries: kept })}`;
    },
  };
}

export default defineConfig({
  plugins: [fewerNumberingPlans()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    // It is brought by `import()`, which is of that year.
    target: ['es2020', 'safari13.1'],
    modulePreload: false,
    rolldownOptions: {
      input: 'recommend/main.ts',
      output: { format: 'es', entryFileNames: 'recommend-form.js' },
    },
  },
});
