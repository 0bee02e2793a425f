import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const API = 'apps/api/src';
const FEATURES = 'apps/dashboard/src/features';

/** In the folder of the first column, an import of the second is refused. */
const REFUSED: readonly (readonly [folder: string, specifier: string, kind: string])[] = [
  ['libs/contracts/src', 'typeorm', 'contracts import zod alone'],
  ['libs/contracts/src', 'node:fs', 'contracts import zod alone, not even Node'],
  ['libs/contracts/src', '../../../apps/api/src/http/problem-error.js', 'a library never imports an app'],
  ['libs/tracker/src', 'zod', 'the tracker imports nothing'],
  ['libs/tracker/src', '@num-ecard/contracts/track', 'the tracker imports nothing, types neither'],
  [`${API}/tracking`, '../referral/index.js', 'tracking never imports referral'],
  [`${API}/tracking/query`, '../../referral/query/metrics.query.js', 'nor from deeper down'],
  [`${API}/referral`, '../tracking/index.js', 'referral never imports tracking'],
  [`${API}/referral/store`, '../../tracking/store/tracking-event.entity.js', 'nor from deeper down'],
  [`${API}/tracking`, '../reporting/build-report.js', 'tracking never imports reporting'],
  [`${API}/referral/query`, '../../reporting/build-report.js', 'referral never imports reporting'],
  [`${API}/tracking/store`, '../usage.controller.js', 'a store never looks back at a controller'],
  [`${API}/tracking/ingest`, '@nestjs/common', 'ingest is pure: no Nest'],
  [`${API}/tracking/ingest`, '@nestjs/common/enums/http-status.enum.js', 'nor a file of it'],
  [`${API}/tracking/ingest`, 'typeorm', 'ingest is pure: no TypeORM'],
  [`${API}/tracking/ingest`, '../../referral/index.js', 'ingest never imports referral'],
  [`${API}/tracking/report`, '@nestjs/common', 'reports are pure: no Nest'],
  [`${API}/tracking/report`, 'typeorm', 'reports are pure: no TypeORM'],
  [`${API}/referral/rules`, '@nestjs/common', 'rules are pure: no Nest'],
  [`${API}/referral/rules`, 'typeorm', 'rules are pure: no TypeORM'],
  [`${API}/referral/page`, '@nestjs/common', 'pages are pure: no Nest'],
  ['apps/api/browser/recommend', '../../src/referral/referral-links.js', 'the browser gets words alone'],
  ['apps/api/browser/recommend', '../../src/cards/page/icons.js', 'the browser gets words alone'],
  [`${API}/referral/files`, 'typeorm', 'files are written from plain rows'],
  [`${API}/documents`, '../referral/index.js', 'documents know no domain'],
  [`${API}/documents`, '@nestjs/common', 'documents are pure: no Nest'],
  [`${API}/clocks`, '../referral/index.js', 'clocks know no domain'],
  [`${API}/clocks`, 'typeorm', 'clocks are pure: no database'],
  [`${API}/cards`, '../documents/pdf-file.js', 'cards make no documents'],
  [`${API}/reporting`, '../tracking/query/trends.query.js', 'a module is imported by its facade'],
  [`${API}/reporting`, '../referral/rules/milestones.js', 'a module is imported by its facade'],
  [`${API}/reporting/exporters`, 'typeorm', 'exporters know no database'],
  [`${API}/reporting/exporters`, '../../tracking/index.js', 'exporters know no module'],
  [API, './tracking/store/event-writer.js', 'a module is imported by its facade, at the root too'],
  [API, './demo/visits.js', 'only main.ts imports the demo'],
  [`${API}/accounts`, '../demo/visits.js', 'only main.ts imports the demo'],
  [`${API}/cards`, '../tracking/index.js', 'cards know no tracking'],
  [`${API}/notifications`, '../cards/card.entity.js', 'notifications know no domain'],
  [`${API}/database`, '../cards/cards.service.js', 'database imports entities only'],
  [`${API}/database/migrations`, '../../tracking/store/event-writer.js', 'database imports entities only'],
  [`${API}/config`, '../http/problem-error.js', 'config stands alone'],
  [`${API}/http`, '../cards/card.entity.js', 'the edge knows no domain'],
  [`${API}/access`, '../../../../bench/beacons.mjs', 'an app never imports a benchmark'],
  [`${API}/cards`, '../../../dashboard/src/lib/http.js', 'the API never imports the dashboard'],
  [`${API}/cards`, 'node:process', 'the environment is read by config alone'],
  [`${FEATURES}/usage`, '../overview/overview-panel', 'a feature never imports a feature'],
  [`${FEATURES}/usage`, '../../features/overview/overview-panel', 'by whichever path'],
  [`${FEATURES}/usage/charts`, '../../overview/overview-panel', 'nor from deeper down'],
  [`${FEATURES}/usage/charts/parts`, '../../../overview/overview-panel', 'nor from deeper still'],
  [`${FEATURES}/usage`, '../../app/router', 'a feature never imports the app'],
  ['apps/dashboard/src/ui', '../features/usage/panel', 'ui imports no feature'],
  ['apps/dashboard/src/lib', '../app/router', 'lib never imports the app'],
  ['apps/dashboard/src/app', '../../../api/src/http/problem-error', 'the dashboard never imports the API'],
];

const ALLOWED: readonly (readonly [folder: string, specifier: string])[] = [
  ['libs/contracts/src', 'zod'],
  ['libs/contracts/src', './plans.js'],
  [`${API}/tracking`, '../access/requirements.js'],
  [`${API}/tracking`, '../cards/card-directory.js'],
  [`${API}/tracking`, './store/event-writer.js'],
  [`${API}/tracking`, '@nestjs/common'],
  [`${API}/tracking/ingest`, '@num-ecard/contracts/track'],
  [`${API}/tracking/ingest`, 'node:crypto'],
  [`${API}/referral/files`, '../../documents/pdf-file.js'],
  [`${API}/reporting/exporters`, '../../documents/write-csv.js'],
  ['apps/api/browser/recommend', '../../src/referral/page/relay.js'],
  [`${API}/reporting`, '../tracking/index.js'],
  [`${API}/reporting`, '../referral/index.js'],
  [API, './tracking/index.js'],
  [`${API}/database`, '../tracking/store/tracking-event.entity.js'],
  [`${API}/database`, '../config/config.js'],
  [`${API}/demo`, '../tracking/ingest/classify-source.js'],
  [`${FEATURES}/usage`, '../../ui/card'],
  [`${FEATURES}/usage`, './usage-panel'],
  [`${FEATURES}/usage/charts`, '../usage-panel'],
  ['apps/dashboard/src/app', '../features/usage/usage-panel'],
];

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

/** The real configuration over a small tree, so that nothing forbidden ever stands in the checkout, not even for a second. */
class PlantedTree {
  readonly #folder = mkdtempSync(join(tmpdir(), 'num-ecard-boundaries-'));
  #count = 0;

  constructor() {
    const config = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>;
    // Imports need no type checker, and a folder without packages has none to offer.
    writeFileSync(
      join(this.#folder, '.oxlintrc.json'),
      JSON.stringify({ ...config, options: { typeAware: false } }),
    );
  }

  /** Writes a file and returns its path, relative to the tree. Without a name, one that no other file has. */
  plant(folder: string, text: string, name = `planted-${++this.#count}.ts`): string {
    const path = join(folder, name);
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
    writeFileSync(join(this.#folder, path), text);
    return path;
  }

  /** The rules broken, by file. */
  lint(): Map<string, string[]> {
    const broken = new Map<string, string[]>();
    for (const { filename, code } of this.#diagnostics())
      broken.set(filename, [...(broken.get(filename) ?? []), code]);
    return broken;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #diagnostics(): Diagnostic[] {
    const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
    const args = [oxlint, '--disable-nested-config', '--format=json', '.'];
    try {
      execFileSync(process.execPath, args, { cwd: this.#folder, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const { stdout } = error as { stdout: string };
      return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
    }
    return [];
  }
}

const importing = (specifier: string) =>
  `import { thing } from '${specifier}';\n\nexport const kept = thing;\n`;

let tree: PlantedTree;

beforeAll(() => {
  tree = new PlantedTree();
});

afterAll(() => {
  tree.remove();
});

describe('the import boundaries', () => {
  let broken: Map<string, string[]>;
  const planted = new Map<string, string>();
  const other = {
    mainImportsDemo: '',
    typeOnly: '',
    dynamic: '',
    reExport: '',
    cycle: '',
    env: '',
    configEnv: '',
  };

  beforeAll(() => {
    for (const [folder, specifier] of [...REFUSED, ...ALLOWED]) {
      planted.set(`${folder} ${specifier}`, tree.plant(folder, importing(specifier)));
    }
    const referral = '../referral/index.js';
    other.mainImportsDemo = tree.plant(API, importing('./demo/visits.js'), 'main.ts');
    other.typeOnly = tree.plant(
      `${API}/tracking`,
      `import type { T } from '${referral}';\n\nexport type U = T;\n`,
    );
    other.dynamic = tree.plant(`${API}/tracking`, `export const late = () => import('${referral}');\n`);
    other.reExport = tree.plant(`${API}/tracking`, `export * from '${referral}';\n`);
    other.cycle = tree.plant(`${API}/geo`, importing('./second.js'), 'first.ts');
    tree.plant(
      `${API}/geo`,
      `import { kept } from './first.js';\n\nexport const thing = kept;\n`,
      'second.ts',
    );
    other.env = tree.plant(`${API}/accounts`, 'export const port = process.env.PORT;\n');
    other.configEnv = tree.plant(`${API}/config`, 'export const port = process.env.PORT;\n');
    broken = tree.lint();
  });

  it.each(REFUSED)('%s refuses %s: %s', (folder, specifier) => {
    // One import can break two lines of the table.
    const rules = new Set(broken.get(planted.get(`${folder} ${specifier}`) ?? ''));
    expect(rules).toEqual(new Set(['eslint(no-restricted-imports)']));
  });

  it.each(ALLOWED)('%s may import %s', (folder, specifier) => {
    expect(broken.get(planted.get(`${folder} ${specifier}`) ?? '')).toBeUndefined();
  });

  it('lets main.ts, and it alone, start the demo', () => {
    expect(broken.get(other.mainImportsDemo)).toBeUndefined();
  });

  it.each(['typeOnly', 'dynamic', 'reExport'] as const)('also sees the %s form', (form) => {
    expect(broken.get(other[form])).toEqual(['eslint(no-restricted-imports)']);
  });

  it('refuses a cycle between TypeScript files that name one another as .js', () => {
    expect(broken.get(other.cycle)).toEqual(['import(no-cycle)']);
  });

  it('refuses process.env outside config', () => {
    expect(broken.get(other.env)).toEqual(['node(no-process-env)']);
    expect(broken.get(other.configEnv)).toBeUndefined();
  });
});

describe('the table', () => {
  const { overrides } = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as {
    overrides: { files: string[] }[];
  };
  const governed = new Set(overrides.flatMap(({ files }) => files));
  const foldersOf = (path: string) =>
    readdirSync(join(ROOT, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(foldersOf(API).map(({ name }) => name))('has a line for %s', (name) => {
    expect(governed).toContain(`${API}/${name}/**`);
  });

  it('reaches the deepest folder of every feature', () => {
    const deeper = foldersOf(FEATURES)
      .flatMap(({ name }) => readdirSync(join(ROOT, FEATURES, name), { recursive: true, encoding: 'utf8' }))
      .filter((path) => path.split(/[/\\]/).length > 3);
    expect(deeper).toEqual([]);
  });
});
