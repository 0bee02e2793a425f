#!/usr/bin/env node
// The one entry behind every `npm run …`. It needs nothing installed: only Node and npm.
// No static import here: an old Node must reach the version message before it parses newer syntax.

const [major, minor] = process.versions.node.split('.').map(Number);

// 21 and the first 22 are older than 20.19 in what they can do.
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  console.error(
    'NUM-ECARD needs Node 20.19 or newer (22: 22.12 or newer); this is Node ' +
      process.versions.node +
      '.\nInstall a current version from your system, a version manager (nvm, fnm, volta) or nodejs.org, then run the same command again.',
  );
  process.exit(1);
}

const { runCommand } = await import('./steps/commands.mjs');
process.exitCode = await runCommand(process.argv.slice(2));
