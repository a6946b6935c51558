// A receiver of webhooks: checks each message with the package standardwebhooks. PUT /key sets the key, PUT /mode what it does:
// good, away (503), silent (breaks off), rubbish (200 and a page), elsewhere (a redirection).
// Each message is one line of the file: id, verdict, type, id of the record.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const [file, port] = [process.argv[2], Number(process.argv[3])];
let key = '';
let mode = 'good';

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    if (request.method === 'PUT') {
      if (request.url === '/key') {
        key = body;
      } else {
        mode = body;
      }

      response.end();
      return;
    }

    let verdict = 'good';
    try {
      new Webhook(key).verify(body, request.headers);
    } catch (error) {
      verdict = error.message;
    }

    const message = JSON.parse(body);
    appendFileSync(file, [request.headers['webhook-id'], mode === 'good' || mode === 'rubbish' ? verdict : mode, message.type, message.data.id].join('\t') + '\n');
    if (mode === 'silent') {
      request.socket.destroy();
    } else if (mode === 'away') {
      response.writeHead(503).end();
    } else if (mode === 'elsewhere') {
      response.writeHead(302, { location: '/other' }).end();
    } else if (mode === 'rubbish') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Parked</h1>'.repeat(100_000));
    } else {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ challenge: message.data.challenge }));
    }
  });
});
server.listen(port, '127.0.0.1', () => console.log(server.address().port));
