// An outside provider for signing in: the package oidc-provider. Whoever signs in there is the subject of that name; PUT /iin/NAME sets the national
// number that it tells of somebody. Argument: the address to which it leads back.
import Provider from 'oidc-provider';
import { createServer } from 'node:http';

const back = process.argv[2];
const numbers = new Map();
let provider;
const server = createServer((request, response) => {
  if (request.method !== 'PUT') {
    provider.callback()(request, response);
    return;
  }

  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    numbers.set(request.url.split('/')[2], Buffer.concat(parts).toString('utf8'));
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provider = new Provider(issuer, {
    clients: [{ client_id: 'teachercpd', client_secret: 'a secret of the tests', redirect_uris: [back], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'record:own', 'register:read', 'register:write', 'webhooks'],
    claims: { openid: ['sub'], profile: ['iin'] },
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, iin: numbers.get(id) }),
    }),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        getResourceServerInfo: (context, resource) => ({ scope: 'record:own register:read register:write webhooks', audience: resource, accessTokenFormat: 'jwt', accessTokenTTL: 300 }),
        useGrantedResource: () => true,
      },
    },
  });
  console.log(issuer);
});
