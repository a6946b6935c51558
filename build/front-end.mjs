// Copies the files that the pages and the certificate need from node_modules to wwwroot/lib, with a gzip and a
// Brotli copy beside each style sheet and script, so that the server compresses nothing while it answers.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lib = join(root, 'wwwroot', 'lib');
const font = '@expo-google-fonts/pt-serif';

// from node_modules: to wwwroot/lib
const files = {
  'bootstrap/dist/css/bootstrap.min.css': 'bootstrap/bootstrap.min.css',
  'htmx.org/dist/htmx.min.js': 'htmx/htmx.min.js',
  'tus-js-client/dist/tus.min.js': 'tus/tus.min.js',
  [`${font}/400Regular/PTSerif_400Regular.ttf`]: 'fonts/PTSerif-Regular.ttf',
  [`${font}/400Regular_Italic/PTSerif_400Regular_Italic.ttf`]: 'fonts/PTSerif-Italic.ttf',
  [`${font}/700Bold/PTSerif_700Bold.ttf`]: 'fonts/PTSerif-Bold.ttf',
  // the licence of the fonts goes wherever they go
  [`${font}/LICENSE_FONT`]: 'fonts/PTSerif-OFL.txt',
};

rmSync(lib, { recursive: true, force: true });
for (const [from, to] of Object.entries(files)) {
  const target = join(lib, to);
  let content = readFileSync(join(root, 'node_modules', from));
  mkdirSync(dirname(target), { recursive: true });
  if (/\.(css|js)$/.test(to)) {
    // the maps are not copied: a browser's tools would ask for them in vain
    content = Buffer.from(content.toString('utf8').replace(/\n?(\/\/|\/\*)# sourceMappingURL=.*\s*$/, '\n'));
    writeFileSync(`${target}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${target}.br`, brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }));
  }
  writeFileSync(target, content);
}
writeFileSync(join(lib, '.complete'), '');
