/**
 * The instructions of a Dockerfile that copy, run or start something, in order; others are left out.
 * Only the forms that this repository's Dockerfile uses: `CMD` and `HEALTHCHECK` as JSON arrays, `ENV` as NAME=value.
 * @param {string} text
 */
export function readDockerfile(text) {
  return text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const [, kind, rest] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      const read = readers[kind];
      return read ? [{ kind, ...read(rest) }] : [];
    });
}

const readers = {
  FROM: (rest) => {
    const [image, , name] = rest.split(/\s+/);
    return { image, name };
  },
  WORKDIR: (path) => ({ path }),
  ENV: (rest) => ({ values: Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split('='))) }),
  COPY: (rest) => {
    const words = rest.split(/\s+/);
    const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
    const target = words.pop();
    return { from, sources: words, target };
  },
  RUN: (command) => ({ command }),
  CMD: (rest) => ({ command: JSON.parse(rest) }),
  HEALTHCHECK: (rest) => ({ command: JSON.parse(rest.slice(rest.indexOf('CMD') + 'CMD'.length)) }),
};
