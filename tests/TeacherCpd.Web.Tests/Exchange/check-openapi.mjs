// Checks a description of an interface (is it OpenAPI at all?) and answers against it: is each as the description says?
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const asked = JSON.parse(await new Promise(resolve => {
  const parts = [];
  process.stdin.on('data', part => parts.push(part));
  process.stdin.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
}));

const validity = await new Validator().validate(structuredClone(asked.document));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
for (const format of ['int32', 'int64']) {
  ajv.addFormat(format, true);
}

ajv.addSchema(asked.document, 'api');
const pointer = text => text.replaceAll('~', '~0').replaceAll('/', '~1');
const answers = asked.answers.map(answer => {
  const described = asked.document.paths[answer.path]?.[answer.method]?.responses?.[answer.status];
  if (!described) {
    return `${answer.method} ${answer.path} does not say that it answers ${answer.status}`;
  }

  const content = described.content?.[answer.contentType];
  if (!content) {
    return answer.contentType === '' && !described.content ? null : `${answer.method} ${answer.path} does not say that ${answer.status} has ${answer.contentType}`;
  }

  if (!answer.contentType.endsWith('json')) {
    return null;
  }

  const place = ['paths', answer.path, answer.method, 'responses', String(answer.status), 'content', answer.contentType, 'schema'].map(pointer).join('/');
  const check = ajv.getSchema(`api#/${encodeURI(place)}`) ?? ajv.compile({ $ref: `api#/${encodeURI(place)}` });
  return check(JSON.parse(answer.body)) ? null : `${answer.method} ${answer.path} ${answer.status}: ${ajv.errorsText(check.errors)}`;
});
console.log(JSON.stringify({ isValid: validity.valid, faults: validity.errors ?? null, answers: answers.filter(Boolean) }));
