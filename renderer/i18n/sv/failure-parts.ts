import type { failureParts as failurePartsEn, failureNote as failureNoteEn } from '../en/failure-parts.ts';
import type { Swedish } from '../texts.ts';
/** Whole sentences and names that stand in a failure's texts. */
export const failureParts: Swedish<typeof failurePartsEn> = {
  notFound: {
    account: 'Kontot finns inte längre kvar.',
    application: 'API-nycklarna finns inte längre kvar.',
    certificate: 'Certifikatet finns inte längre kvar.',
    draft: 'Den valda filen finns inte längre kvar.',
    attempt: 'Inloggningen finns inte längre kvar.',
  },
  account: '{{holder}} ({{application}})',
  accountGone: 'ett konto som inte längre finns kvar',
  vaultState: {
    opening: 'Det håller på att öppnas.',
    locked: 'Det är låst.',
    closed: 'Det är stängt.',
    'no-vault-yet': 'Det är inte skapat än.',
    unavailable: 'Nyckelringen som öppnar det är inte tillgänglig.',
    corrupt: 'Det går inte att läsa.',
    'backend-changed': 'Nyckelringen är en annan än tidigare.',
    'wrong-key': 'Nyckeln passar inte.',
    'in-use': 'Ett annat Taxpass har det öppet.',
    'other-computer': 'Det användes senast på en annan dator.',
    'newer-version': 'Det är skrivet av ett nyare Taxpass.',
    other: 'Det går inte att använda just nu.',
  },
  inUse: {
    application: 'API-nycklarna används.',
    certificate: 'Certifikatet används.',
  },
  reason: {
    'disk-full': 'Disken är full.',
    'no-permission': 'Det går inte att skriva i mappen: behörighet saknas.',
    'disk-error': 'Disken rapporterade ett fel.',
    'not-durable': 'Disken bekräftade inte att allt skrevs permanent.',
    'record-unreadable': 'Det som redan är sparat där går inte att läsa, så det skrevs inte över.',
  },
  unreadable: {
    gone: 'Den finns inte längre kvar: den har flyttats, bytt namn eller raderats, eller så har enheten kopplats från.',
    'not-a-file': 'Det du valde är en mapp eller en enhet, inte en fil.',
    'no-permission': 'Du har inte behörighet att läsa den.',
    other: 'Disken eller systemet vägrade att läsa den.',
  },
  practiceStart: {
    gone: 'Programmet finns inte längre där det fanns när det här Taxpass startades: det har flyttats, uppdaterats eller tagits bort.',
    'no-permission': 'Systemet tillåter inte att Taxpass startar ett till.',
    ended: 'Det startades men avslutades genast igen.',
    other: 'Systemet ville inte starta det.',
  },
  writeTrouble: {
    'folder-gone': 'Mappen finns inte längre kvar.',
    'disk-full': 'Disken är full.',
    'no-permission': 'Det går inte att skriva i mappen: behörighet saknas.',
    'disk-error': 'Disken rapporterade ett fel.',
  },
  cause: {
    'name-not-found': 'Ingen server med det namnet hittades.',
    refused: 'Servern tog inte emot anslutningen.',
    reset: 'Anslutningen bröts.',
    'not-connected': 'Ingen anslutning upprättades; inget skickades.',
    'handshake-stalled':
      'Den tog emot anslutningen och sa sedan ingenting; inget skickades. En brandvägg eller ett program som inspekterar trafiken kan orsaka det.',
    timeout: 'Servern svarade inte i tid.',
    'no-network': 'Datorn är inte ansluten till något nätverk.',
    other: 'Anslutningen misslyckades.',
  },
  incomplete: {
    public: 'Det kommer från en publik utfärdare, så felet ligger i serverns inställningar.',
    unclear:
      'Antingen ligger felet i serverns inställningar, eller så har ett program i kontorets nätverk bytt ut serverns certifikat mot sitt eget.',
  },
  inspectedBy: {
    known: 'Certifikatet som kom är utfärdat av ”{{issuer}}”, som hör till {{product}}, i stället för serverns eget.',
    unknown:
      'Certifikatet som kom är utfärdat av ”{{issuer}}”, som den här datorn inte känner till: troligen en proxy eller ett antivirusprogram som öppnar trafiken.',
  },
  proxyCause: {
    'name-not-found': 'Ingen dator med det namnet hittades.',
    refused: 'Den tog inte emot anslutningen.',
    timeout: 'Den svarade inte i tid.',
    certificate: 'Den kunde inte bevisa sin identitet: dess certifikat är inte betrott, eller gäller ett annat namn.',
    'no-answer': 'Den avslutade anslutningen, eller svarar inte som en proxy.',
  },
  callback: {
    'twice-or-too-long': 'En parameter finns två gånger eller är alldeles för lång.',
    both: 'Det har både en auktorisationskod och ett fel.',
    neither: 'Det har varken en auktorisationskod eller ett fel.',
  },
  proxyRefusal: {
    forbidden: 'Den tillåter inte anslutningar till den adressen.',
    'could-not': 'Den kunde själv inte nå adressen.',
  },
  caFile: {
    'not-a-certificate': 'Den innehåller inget certifikat som går att läsa.',
    'too-large': 'Den är mycket större än ett certifikat.',
    'too-many': 'Den innehåller fler certifikat än en CA-fil brukar göra.',
    'not-an-authority': 'Ett certifikat i den är inte en certifikatutfärdares: det får inte intyga andra certifikat.',
    expired: 'Ett certifikat i den har gått ut.',
    practice: 'Den hör till övningsmyndigheterna, som aldrig är betrodda i skarpt läge.',
    known: 'Den är redan betrodd.',
  },
  signInNeeded: {
    'no-refresh-token': 'Det finns ingen refresh token att förnya med.',
    'refresh-token-ended': 'Refresh token har gått ut.',
    'refresh-limit': 'Myndigheten ger inga fler refresh tokens i den här sessionen.',
    refused: 'Myndigheten godtog inte längre refresh token.',
    'answer-lost':
      'Svaret på en tidigare förnyelse kom aldrig fram, och myndigheten godtar inte den gamla refresh token en gång till.',
  },
  standing: {
    moved: 'Dess tokens är flyttade till en annan dator, som förnyar dem nu.',
    'only-looking': 'Det finns här bara för visning.',
  },
  stage: { authorize: 'authorize-ändpunkten', token: 'token-ändpunkten', api: 'API:et' },
};

/** The form every failure is shown in. */
export const failureNote: Swedish<typeof failureNoteEn> = {
  now: 'Vad du kan göra nu:',
  ownWords: 'Myndighetens egna ord:',
  details: 'Tekniska detaljer',
  detailsText: 'Detaljerna som text, utan hemligheter',
  copy: 'Kopiera detaljerna',
  copied: 'Detaljerna ligger i urklipp.',
};
