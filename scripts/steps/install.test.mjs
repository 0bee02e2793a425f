import { describe, expect, it } from 'vitest';
import { installAdvice } from './install.mjs';

describe('the advice after a failed install', () => {
  it.each([
    ['getaddrinfo ENOTFOUND registry.example', /could not be reached/],
    ['ERR_PNPM_META_FETCH_FAIL  GET /zod: error sending request', /could not be reached/],
    ['connect ECONNREFUSED 127.0.0.1:9', /could not be reached/],
    ['ENOSPC: no space left on device, write', /disk is full/],
    ["EACCES: permission denied, mkdir '/srv/node_modules'", /must belong to the user/],
    ['ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"', /without the lockfile/],
    ['something never seen before', /by hand/],
  ])('after "%s" says what to do', (output, advice) => {
    expect(installAdvice(output)).toMatch(advice);
  });
});
