// The least that can answer a beacon: parses the JSON and says 202. What the API adds to this is what is measured.
import { fastify } from 'fastify';

const app = fastify();
app.removeContentTypeParser('text/plain');
app.addContentTypeParser('text/plain', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
app.post('/api/track', (request, reply) => {
  reply.code(202).send({ accepted: request.body.events.length, ignored: 0 });
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ url: `http://127.0.0.1:${app.server.address().port}` });
process.once('disconnect', () => void app.close());
