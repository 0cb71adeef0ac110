import type { claims as claimsEn } from '../en/claims.ts';
import type { Romanian } from '../texts.ts';
import type { ClaimExplanation, TokenReading } from '../../../electron/contract/token-reading.ts';

type Jwt = Extract<TokenReading, { form: 'jwt' }>;
type Malformed = Extract<TokenReading, { form: 'malformed' }>;

/** What a token says of itself, claim by claim. */
export const claims: Romanian<typeof claimsEn> = {
  reading: 'Se citește tokenul…',
  offline:
    'Citit pe acest calculator: nu este nevoie să lipiți tokenul într-o pagină web. Nimic din ce scrie aici nu a fost verificat.',
  header: 'Antet',
  payload: 'Conținut',
  name: 'Câmp',
  value: 'Valoare',
  meaning: 'Semnificație',
  empty: 'gol',
  secret: 'secret',
  flags: { true: 'true', false: 'false' },
  /** How far a time is away, and the number by which the token says it. */
  timeNote: '{{relative}} · în token: {{number}}',
  within: '{{name}} în {{list}}',
  explanations: {
    alg: 'Cum este semnat tokenul.',
    aud: 'Cui îi este destinat tokenul.',
    auth_time: 'Când s-a autentificat persoana.',
    azp: 'Aplicația care a cerut tokenul.',
    client_id: 'Aplicația căreia i s-a dat tokenul: Client ID-ul ei.',
    clientappid: 'Aplicația căreia i s-a acordat tokenul: Client ID-ul ei.',
    crit: 'Ce trebuie să înțeleagă un program înainte de a accepta tokenul.',
    efactura: 'Rolurile pentru E-Factura.',
    etransport: 'Rolurile pentru E-Transport.',
    exp: 'Când expiră tokenul: până atunci programele funcționează cu el.',
    family: 'Leagă acest token de cele din care a fost prelungit.',
    hello: 'Rolul pentru verificarea conexiunii (Hello).',
    iat: 'Când a fost emis tokenul.',
    info: 'Alte informații; adesea gol.',
    iss: 'Serverul care a emis tokenul.',
    issuer: 'Emitentul, cum se numește autoritatea pe sine.',
    jti: 'Numărul propriu al tokenului. Poate ține locul tokenului însuși, de aceea este secret și se afișează mascat.',
    'key-in-header':
      'Numește o cheie sau aduce una cu sine. Taxpass nu verifică niciodată cu o astfel de cheie: și cine falsifică un token poate aduce una.',
    kid: 'Cheia autorității cu care este semnat.',
    nbf: 'Înainte de acest moment tokenul nu este valabil; cu câteva minute mai devreme, pentru ceasuri care diferă.',
    nonce: 'Un număr folosit o singură dată, care leagă tokenul de o anumită autentificare.',
    role: 'Toate rolurile tokenului: ce servicii deschide.',
    scope: 'Ce informații cuprinde tokenul.',
    scope_data: 'Fiecare dintre aceste informații, cu valoarea ei.',
    serial: 'Numărul de serie al certificatului folosit la autentificare. Un certificat reînnoit are alt număr.',
    sub: 'La cine se referă tokenul.',
    token_type: 'Cum îl prezintă programele: la „Bearer”, oricine îl are îl poate folosi.',
    typ: 'Ce fel de token este.',
    unknown: 'Necunoscut pentru Taxpass.',
  } satisfies Record<ClaimExplanation, string>,
  signature: {
    heading: 'Semnătură',
    algorithm: 'Algoritm',
    keyId: 'Cheie',
    verified: 'Verificare',
    notVerified:
      'Neverificată: din câte știm, {{authority}} nu publică nicio cheie. Numai serverele proprii ale autorității pot spune că nu s-a modificat nimic.',
    absent: 'Nu există semnătură.',
  },
  problemsTitle: 'Neobișnuit la acest token',
  problems: {
    'duplicate-claim': 'Un câmp apare de două ori: programele diferă prin cel pe care îl iau în seamă.',
    'base64url-not-canonical':
      'Se termină cu biți care nu aparțin de nimic: a fost copiat greșit sau a fost modificat.',
    unsigned: 'Nu este semnat: putea fi scris de oricine.',
    'time-as-text': 'Un moment este scris ca text; unele programe nu îl vor citi.',
    'time-in-milliseconds': 'Un moment este dat în milisecunde în loc de secunde.',
    'time-unreadable': 'Un moment nu este un număr.',
    'time-out-of-range': 'Un moment este prea îndepărtat pentru a fi credibil.',
    'expires-before-issued': 'Expiră înainte de a fi fost emis.',
    'expires-before-valid': 'Expiră înainte de a deveni valabil.',
  } satisfies Record<Jwt['problems'][number], string>,
  missingServicesTitle: 'Tokenul nu deschide tot ce s-a cerut la înrolarea aplicației',
  missingServices:
    'Aplicația este înrolată pentru {{services}}, dar tokenul nu are un astfel de rol. Verificați „Serviciu” la aplicație, apoi autentificați-vă din nou.',
  raw: 'Text brut',
  rawHeader: 'Antetul ca JSON',
  rawPayload: 'Conținutul ca JSON',
  opaque: {
    title: 'Token opac: nu are conținut de citit',
    hex64: '64 de caractere hexazecimale: o referință pe care numai {{authority}} o poate interpreta.',
    other: 'Lungime în caractere: {{length}}. Este o referință pe care numai {{authority}} o poate interpreta.',
    expectedJwt:
      'La {{authority}} s-a cerut un token de tip JWT, dar s-a primit unul opac. Programele care citesc tokenul nu se vor descurca cu el.',
  },
  malformed: {
    title: 'Tokenul nu poate fi citit',
    part: 'Eroarea este în partea: {{part}}.',
    parts: { header: 'antet', payload: 'conținut', signature: 'semnătură' } satisfies Record<
      NonNullable<Malformed['part']>,
      string
    >,
    now: 'Poate funcționa totuși: contează numai ce decide autoritatea. Încercați un apel sau prelungiți tokenul.',
    problems: {
      empty: 'Este gol.',
      'too-large': 'Este mai mare decât ar trebui să fie orice token.',
      'not-a-token': 'Conține caractere pe care niciun token nu le are.',
      'segment-count': 'Începe ca un JWT, dar nu are trei părți; poate nu a fost copiat întreg.',
      encrypted: 'Este criptat: îl poate citi numai serverul căruia îi este destinat.',
      'bad-base64url': 'Nu este scris cu literele unui JWT (base64url).',
      'bad-utf8': 'Textul lui nu este UTF-8 valid.',
      'not-json': 'Nu conține JSON.',
      'not-object': 'Conține JSON, dar niciun câmp.',
      'too-deep': 'Este imbricat mai adânc decât ar trebui să fie orice token.',
      'header-without-alg': 'Antetul nu spune cum este semnat.',
    } satisfies Record<Malformed['problem'], string>,
  },
  none: 'Nu există un token de acces de citit.',
};
