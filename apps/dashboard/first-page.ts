import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';
/** What is loaded at once though it is asked for by name only: the screen that is shown first, and the texts. */
const AT_ONCE = new Set(['overview-route', 'fr', 'en']);

/** Tells the service worker which of the built files the first page needs. */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const wanted = new Set<string>();
      const want = (file: string) => {
        const output = bundle[file];
        if (output?.type !== 'chunk' || wanted.has(file)) return;
        wanted.add(file);
        for (const css of output.viteMetadata?.importedCss ?? []) wanted.add(css);
        for (const imported of output.imports) want(imported);
      };
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk' || output.fileName === WORKER) continue;
        if (output.isEntry || AT_ONCE.has(output.name)) want(output.fileName);
      }
      for (const { fileName } of Object.values(bundle))
        if (/latin-wght-normal|favicon/.test(fileName)) wanted.add(fileName);
      const page = bundle['index.html'];
      const worker = bundle[WORKER];
      if (page?.type !== 'asset' || worker?.type !== 'chunk')
        throw new Error('the build has no page or no worker');
      const revision = createHash('sha256').update(page.source).digest('hex').slice(0, 16);
      const entries = [
        { url: '/', revision },
        ...[...wanted].map((file) => ({ url: `/${file}`, revision: null })),
      ];
      worker.code = worker.code.replace('FIRST_PAGE', JSON.stringify(entries));
    },
  };
}
