#!/usr/bin/env node
// Runs the Dockerfile without a container engine: its COPY and RUN lines, stage by stage, in empty folders; then its HEALTHCHECK
// and CMD on the last stage. What it cannot show: the base image, another user, the volume.
//   npm run rehearse-image

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readDockerfile } from './steps/dockerfile.mjs';
import { at, root } from './steps/paths.mjs';
import { capture } from './steps/processes.mjs';
import { done, failed, raw, step } from './steps/say.mjs';

// Commands that only a container's root can run, on the container's own users.
const ofTheContainer = /\bchown\b/;

const ignored = readFileSync(at('.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && line !== '*' && !/^[#!]/.test(line));

function isIgnored(path) {
  return ignored.some((pattern) => {
    if (!pattern.startsWith('**/')) return path === pattern;
    const name = pattern.slice('**/'.length);
    return name.startsWith('*') ? path.endsWith(name.slice(1)) : basename(path) === name;
  });
}

/** A container's absolute path, in the folder that stands for its stage. */
const inside = (stage, path) => join(stage.folder, path.startsWith('/') ? path : join(stage.workdir, path));

function copy(stage, { from, sources, target }, stages) {
  const origin = from === undefined ? undefined : stages.get(from);
  for (const source of sources) {
    const path = origin ? inside(origin, source) : at(source);
    const isFolder = statSync(path).isDirectory();
    const into = target.endsWith('/') && !isFolder ? join(target, basename(source)) : target;
    cpSync(path, inside(stage, into), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => origin !== undefined || !isIgnored(relative(root, file)),
    });
  }
}

async function run(stage, command) {
  const env = { ...process.env, ...stage.env, npm_config_loglevel: 'error' };
  // Inherited from `npm run`, they would make the inner npm look here instead of at the stage.
  for (const name of Object.keys(env))
    if (/^npm_(lifecycle|package|execpath|command)/.test(name)) delete env[name];
  const { code, output } = await capture('sh', ['-c', command], { cwd: inside(stage, '.'), env });
  if (code !== 0) {
    raw(output);
    throw new Error(`exit code ${code}: ${command}`);
  }
}

async function buildStages(base) {
  const stages = new Map();
  let stage;
  for (const line of readDockerfile(readFileSync(at('Dockerfile'), 'utf8'))) {
    if (line.kind === 'FROM') {
      stage = { folder: join(base, line.name ?? 'final'), workdir: '/', env: {}, command: [], health: [] };
      mkdirSync(stage.folder);
      stages.set(line.name ?? 'final', stage);
    } else if (line.kind === 'WORKDIR') {
      stage.workdir = line.path;
      mkdirSync(inside(stage, '.'), { recursive: true });
    } else if (line.kind === 'ENV') Object.assign(stage.env, line.values);
    else if (line.kind === 'COPY') copy(stage, line, stages);
    else if (line.kind === 'CMD') stage.command = line.command;
    else if (line.kind === 'HEALTHCHECK') stage.health = line.command;
    else if (line.kind === 'RUN' && !ofTheContainer.test(line.command)) {
      const here = stage;
      await step(line.command, () => run(here, line.command));
    }
  }
  return stage;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(port, path) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
}

async function healthy(stage, env, api) {
  for (let second = 0; second < 60; second += 1) {
    const { code } = await capture(stage.health[0], stage.health.slice(1), { cwd: inside(stage, '.'), env });
    if (code === 0) return;
    if (api.exitCode !== null) throw new Error(`the API ended with exit code ${api.exitCode}`);
    await setTimeout(1_000);
  }
  throw new Error('the health check did not pass within a minute');
}

// With no DATABASE_URL it starts the packaged PostgreSQL, which the production install brings along.
async function serve(stage, base) {
  const port = await freePort();
  const env = {
    ...process.env,
    ...stage.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: join(base, 'data'),
  };
  delete env.DATABASE_URL;
  const api = spawn(stage.command[0], stage.command.slice(1), {
    cwd: inside(stage, '.'),
    env,
    stdio: 'pipe',
  });
  let output = '';
  for (const stream of [api.stdout, api.stderr]) stream.on('data', (text) => (output += text));
  try {
    await healthy(stage, env, api);
    for (const path of ['/health/ready', '/', '/t.js']) await answers(port, path);
    const ended = new Promise((resolve) => api.once('close', resolve));
    api.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`SIGTERM ended the API with exit code ${code}, not 0`);
  } catch (error) {
    api.kill('SIGKILL');
    raw(output);
    throw error;
  }
}

const base = mkdtempSync(join(tmpdir(), 'num-ecard-image-'));
try {
  const final = await buildStages(base);
  await step(`${final.command.join(' ')}, until healthy, then SIGTERM`, () => serve(final, base));
  done('The image builds, starts, is healthy, serves the dashboard and the tracker, and stops cleanly.');
} catch (error) {
  failed('The image would not work.', error.message);
  process.exitCode = 1;
} finally {
  rmSync(base, { recursive: true, force: true });
}
