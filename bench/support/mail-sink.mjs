import { SMTPServer } from 'smtp-server';

/**
 * A mail server that keeps of each e-mail what is counted, and says "later" once to every `refusing`th that it is given.
 * @returns {Promise<{url: string, taken: {id: string, to: string, files: string[], bytes: number, at: number}[], refused: number}>}
 */
export async function startMailSink(refusing) {
  const sink = { url: '', taken: [], refused: 0 };
  const turnedAway = new Set();
  let given = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, callback) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const id = /^message-id: *(\S+)/im.exec(raw)?.[1] ?? '';
        given += 1;
        if (given % refusing === 0 && !turnedAway.has(id)) {
          turnedAway.add(id);
          sink.refused += 1;
          callback(Object.assign(new Error('try again later'), { responseCode: 451 }));
          return;
        }
        const files = [...raw.matchAll(/^content-disposition: attachment;\s+filename="?([\w.-]+)/gim)];
        sink.taken.push({
          id,
          to: envelope.rcptTo[0].address,
          files: files.map(([, name]) => name),
          bytes: raw.length,
          at: performance.now(),
        });
        callback();
      });
    },
  });
  // Whoever is killed in the middle breaks the line.
  server.on('error', () => undefined);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.server.unref();
  sink.url = `smtp://127.0.0.1:${server.server.address().port}`;
  return sink;
}
