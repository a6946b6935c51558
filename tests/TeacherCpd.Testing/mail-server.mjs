// A mail server for tests: takes mails over SMTP and writes a line "recipient<TAB>message id" to a file for each that it took, before
// it says so. Addresses that begin with "refused" it refuses; for those that begin with "broken" it takes the mail and then breaks off
// without a word. Called with the file; prints its port when it is ready.
import { openSync, writeSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const file = openSync(process.argv[2], 'a');
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onRcptTo(address, session, done) {
    done(address.address.startsWith('refused') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : undefined);
  },
  onData(stream, session, done) {
    let text = '';
    stream.on('data', (part) => { text += part; });
    stream.on('end', () => {
      const to = session.envelope.rcptTo[0].address;
      const id = /^message-id:\s*<([^>]+)>/im.exec(text)?.[1] ?? '';
      writeSync(file, `${to}\t${id}\n`);
      if (to.startsWith('broken')) {
        connections.get(session.id)?.destroy();
        return;
      }

      done();
    });
  },
  onConnect(session, done) {
    done();
  },
});

// the library hides its sockets: they are found by their ports
const sockets = new Map();
const connections = { get: (id) => sockets.get([...server.connections].find((c) => c.id === id)?.remotePort) };
server.server.on('connection', (socket) => {
  sockets.set(socket.remotePort, socket);
  socket.on('close', () => sockets.delete(socket.remotePort));
});
server.on('error', () => {});
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => console.log(server.server.address().port));
