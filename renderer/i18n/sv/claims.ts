import type { claims as claimsEn } from '../en/claims.ts';
import type { Swedish } from '../texts.ts';
import type { ClaimExplanation, TokenReading } from '../../../electron/contract/token-reading.ts';

type Jwt = Extract<TokenReading, { form: 'jwt' }>;
type Malformed = Extract<TokenReading, { form: 'malformed' }>;

/** What a token says of itself, claim by claim. */
export const claims: Swedish<typeof claimsEn> = {
  reading: 'Läser token…',
  offline:
    'Läst på den här datorn: ingen token behöver klistras in på en webbsida. Inget av det som står här har verifierats.',
  header: 'Header',
  payload: 'Payload',
  name: 'Claim',
  value: 'Värde',
  meaning: 'Betydelse',
  empty: 'tomt',
  secret: 'hemligt',
  flags: { true: 'true', false: 'false' },
  /** How far a time is away, and the number by which the token says it. */
  timeNote: '{{relative}} · i token: {{number}}',
  within: '{{name}} i {{list}}',
  explanations: {
    alg: 'Hur token är signerad.',
    aud: 'Vem token är avsedd för.',
    auth_time: 'När personen loggade in.',
    azp: 'Registreringen som begärde token.',
    client_id: 'Registreringen som fick token: dess client ID.',
    clientappid: 'Registreringen som fick token: dess client ID.',
    crit: 'Vad ett program måste förstå innan det får godta token.',
    efactura: 'Rollerna för E-Factura.',
    etransport: 'Rollerna för E-Transport.',
    exp: 'När token går ut: fram till dess fungerar program med den.',
    family: 'Knyter denna token till dem som den har förnyats från.',
    hello: 'Rollen för att prova anslutningen (Hello).',
    iat: 'När token utfärdades.',
    info: 'Ytterligare information; ofta tom.',
    iss: 'Servern som utfärdade token.',
    issuer: 'Vem som utfärdade den, med myndighetens eget namn.',
    jti: 'Numret på just denna token. Det kan användas i stället för själva token, så det är hemligt och visas maskerat.',
    'key-in-header':
      'Anger en nyckel eller har en med sig. Taxpass verifierar aldrig med en sådan nyckel: den som förfalskar en token kan också skicka med en.',
    kid: 'Vilken av myndighetens nycklar som signerade den.',
    nbf: 'Före den här tiden är token inte giltig; tiden är satt några minuter tidigare, för klockor som går olika.',
    nonce: 'Ett engångsnummer som knyter token till en viss inloggning.',
    role: 'Alla roller i token: vilka tjänster den ger åtkomst till.',
    scope: 'De uppgifter som token innehåller.',
    scope_data: 'Var och en av uppgifterna med sitt värde.',
    serial: 'Serienumret på certifikatet som loggade in. Ett förnyat certifikat har ett annat.',
    sub: 'Vem token handlar om.',
    token_type: 'Hur program visar upp den: med ”Bearer” kan den som har den använda den.',
    typ: 'Vilken typ av token det är.',
    unknown: 'Okänd för Taxpass.',
  } satisfies Record<ClaimExplanation, string>,
  signature: {
    heading: 'Signatur',
    algorithm: 'Algoritm',
    keyId: 'Nyckel',
    verified: 'Verifierad',
    notVerified:
      'Inte verifierad: {{authority}} publicerar ingen nyckel som vi känner till. Bara myndighetens egna servrar kan avgöra att inget har ändrats.',
    absent: 'Det finns ingen signatur.',
  },
  problemsTitle: 'Avvikelser i denna token',
  problems: {
    'duplicate-claim': 'En claim förekommer två gånger: olika program kan rätta sig efter olika värden.',
    'base64url-not-canonical': 'Den slutar med bitar som inte hör till något: den är felkopierad eller ändrad.',
    unsigned: 'Den är inte signerad: vem som helst kan ha skrivit den.',
    'time-as-text': 'En tid är skriven som text; en del program kan inte läsa den.',
    'time-in-milliseconds': 'En tid är angiven i millisekunder i stället för sekunder.',
    'time-unreadable': 'En tid är inte ett tal.',
    'time-out-of-range': 'En tid ligger för långt bort för att vara trolig.',
    'expires-before-issued': 'Den går ut innan den utfärdades.',
    'expires-before-valid': 'Den går ut innan den börjar gälla.',
  } satisfies Record<Jwt['problems'][number], string>,
  missingServicesTitle: 'Denna token ger inte åtkomst till allt som registreringen omfattar',
  missingServices:
    'Registrerad för {{services}}, men token har ingen sådan roll. Kontrollera ”Serviciu” för applikationen och logga sedan in igen.',
  raw: 'Rådata',
  rawHeader: 'Header som JSON',
  rawPayload: 'Payload som JSON',
  opaque: {
    title: 'En opak token: den innehåller inget att läsa',
    hex64: '64 hexadecimala tecken: en referens som bara {{authority}} kan slå upp.',
    other: 'Den har {{length}} tecken och är en referens som bara {{authority}} kan slå upp.',
    expectedJwt:
      'Taxpass begärde en token av typen JWT hos {{authority}}, men svaret var en opak token. Program som läser innehållet kommer inte att klara den.',
  },
  malformed: {
    title: 'Det går inte att läsa denna token',
    part: 'Felet finns i delen: {{part}}.',
    parts: { header: 'header', payload: 'payload', signature: 'signatur' } satisfies Record<
      NonNullable<Malformed['part']>,
      string
    >,
    now: 'Den kan fungera ändå: bara myndighetens bedömning räknas. Prova ett anrop, eller förnya token.',
    problems: {
      empty: 'Den är tom.',
      'too-large': 'Den är större än någon token bör vara.',
      'not-a-token': 'Den innehåller tecken som ingen token har.',
      'segment-count': 'Den börjar som en JWT men har inte tre delar; kanske kopierades den inte i sin helhet.',
      encrypted: 'Den är krypterad: bara servern den är avsedd för kan läsa den.',
      'bad-base64url': 'Den är inte skriven med tecknen i en JWT (base64url).',
      'bad-utf8': 'Texten är inte giltig UTF-8.',
      'not-json': 'Den innehåller inte JSON.',
      'not-object': 'Den innehåller JSON, men inga claims.',
      'too-deep': 'Den är nästlad djupare än någon token bör vara.',
      'header-without-alg': 'Headern säger inte hur den är signerad.',
    } satisfies Record<Malformed['problem'], string>,
  },
  none: 'Det finns ingen access token att läsa.',
};
