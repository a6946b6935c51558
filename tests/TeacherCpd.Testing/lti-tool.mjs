// An outside tool of LTI 1.3: the package @lti-tool/core, its store in memory. PUT /platform tells it of the platform as JSON.
// GET /login begins signing in, POST /launch takes the signed message and answers with what it says, POST /score reports as JSON asks,
// GET /keys shows the tool's keys, GET /results reads results back. POST /assertion gives an assertion, to be sent twice.
import { createServer } from 'node:http';
import { register } from 'node:module';

// the package is written for bundlers: it leaves out the ends of names, and imports its own description
register(`data:text/javascript,${encodeURIComponent(`
  export async function resolve(name, context, next) {
    for (const end of name.startsWith('.') ? ['', '.js', '/index.js'] : ['']) {
      try {
        return await next(name + end, context);
      } catch (error) {
        if (error.code !== 'ERR_MODULE_NOT_FOUND' && error.code !== 'ERR_UNSUPPORTED_DIR_IMPORT') {
          throw error;
        }
      }
    }

    return next(name, context);
  }

  export async function load(url, context, next) {
    return url.includes('/@lti-tool/core/package.json') ? { format: 'module', shortCircuit: true, source: 'export const version = "1";' } : next(url, context);
  }`)}`);
const { LTITool } = await import('@lti-tool/core');

let platform = null;
const sessions = new Map();
const nonces = new Set();
const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
const tool = new LTITool({
  stateSecret: new TextEncoder().encode('a secret of the tests, long enough'),
  keyPair: await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']),
  storage: {
    getLaunchConfig: async (iss, clientId, deploymentId) =>
      platform?.iss === iss && platform.clientId === clientId && platform.deploymentId === deploymentId ? platform : undefined,
    storeNonce: async nonce => void nonces.add(nonce),
    validateNonce: async nonce => nonces.delete(nonce),
    addSession: async session => (sessions.set(session.id, session), session.id),
    getSession: async id => sessions.get(id),
  },
});

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', async () => {
    const url = new URL(request.url, `http://127.0.0.1:${server.address().port}`);
    const body = Buffer.concat(parts).toString('utf8');
    const answer = (status, value) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    try {
      if (url.pathname === '/platform') {
        platform = JSON.parse(body);
        answer(200, {});
      } else if (url.pathname === '/keys') {
        answer(200, await tool.getJWKS());
      } else if (url.pathname === '/login') {
        const asked = Object.fromEntries(url.searchParams);
        const location = await tool.handleLogin({ ...asked, launchUrl: new URL('/launch', url).href });
        response.writeHead(302, { location }).end();
      } else if (url.pathname === '/launch') {
        const sent = new URLSearchParams(body);
        const session = await tool.createSession(await tool.verifyLaunch(sent.get('id_token'), sent.get('state')));
        answer(200, { session: session.id, user: session.user, claims: session.jwtPayload, lineItem: session.services?.ags?.lineitem });
      } else if (url.pathname === '/score') {
        const { session, ...score } = JSON.parse(body);
        await tool.submitScore(sessions.get(session), score);
        answer(200, {});
      } else if (url.pathname === '/results') {
        answer(200, await tool.getScores(sessions.get(url.searchParams.get('session'))));
      } else if (url.pathname === '/assertion') {
        answer(200, { assertion: await tool.tokenService.createClientAssertion(platform.clientId, platform.tokenUrl) });
      } else {
        answer(404, {});
      }
    } catch (error) {
      answer(400, { error: error.message });
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
