import { Agent, request } from 'node:http';

/** One signed-in owner on one connection that is kept open, as a browser's is. */
export class OwnerConnection {
  /**
   * @param {string} url of the API
   * @param {string} cookie that stands for the owner
   */
  constructor(url, cookie) {
    this.url = url;
    this.cookie = cookie;
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
  }

  /**
   * Asks and waits for the whole answer.
   * @param {string} address path and query
   * @returns {Promise<{status: number, text: string, ms: number}>} ms: from the request to the answer's last byte
   */
  get(address) {
    return new Promise((resolve, reject) => {
      const started = performance.now();
      const asked = request(
        `${this.url}${address}`,
        { agent: this.agent, headers: { cookie: this.cookie, accept: 'application/json' } },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => {
            const ms = performance.now() - started;
            resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString(), ms });
          });
        },
      );
      asked.once('error', reject);
      asked.end();
    });
  }

  close() {
    this.agent.destroy();
  }
}
