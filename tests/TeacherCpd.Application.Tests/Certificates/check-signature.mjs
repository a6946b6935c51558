// Checks tokens and detached signatures with a library that is not ours. In: one JSON object on standard input; out: one on standard output.
import { createLocalJWKSet, flattenedVerify, jwtVerify } from 'jose';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
const keys = createLocalJWKSet(asked.jwks);

let answer;
try {
  if (asked.content) {
    const [header, , signature] = asked.token.split('.');
    const payload = Buffer.from(asked.content, 'base64').toString('base64url');
    const { protectedHeader } = await flattenedVerify({ protected: header, payload, signature }, keys, { algorithms: ['ES256'] });
    answer = { header: protectedHeader };
  } else {
    const { payload, protectedHeader } = await jwtVerify(asked.token, keys, {
      issuer: asked.issuer,
      algorithms: ['ES256'],
      currentDate: new Date(asked.now),
    });
    answer = { header: protectedHeader, payload };
  }
} catch (e) {
  answer = { error: e.code ?? e.message };
}
process.stdout.write(JSON.stringify(answer));
