import type { FastifyInstance } from 'fastify';

/** Headers that every answer carries; pages add their own content security policy. */
export function installSecurityHeaders(fastify: FastifyInstance, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  fastify.addHook('onRequest', (request, reply, done) => {
    // What an account is told is for it alone.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('referrer-policy', 'strict-origin-when-cross-origin');
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}
