import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    // Phones that are still in pockets: Safari 13 and its contemporaries.
    target: ['es2019', 'safari13'],
    modulePreload: false,
    rolldownOptions: {
      input: 'src/t.ts',
      // A source without imports, exports or names outside its one block comes out of format "es" as a classic script,
      // without the bytes of a function around it. The tracker's test makes sure that no global appears.
      output: { format: 'es', entryFileNames: 't.js' },
    },
  },
});
