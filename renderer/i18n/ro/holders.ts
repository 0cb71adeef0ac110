import type { holders as holdersEn } from '../en/holders.ts';
import type { Romanian } from '../texts.ts';
import type { StepKey } from '../../features/holders/checklists.ts';

/** Everything that hangs on one person's certificate. */
export const holders: Romanian<typeof holdersEn> = {
  open: 'Tot ce depinde de certificat',
  openFor: 'Tot ce depinde de certificat: titularul {{holder}}',
  openForSerial: 'Tot ce depinde de certificat: {{serial}}',
  back: 'Toate certificatele',
  gone: 'Acest certificat nu mai este pe acest calculator.',
  /** A certificate that only tokens name. */
  unknown: {
    title: 'Certificatul {{serial}}',
    hint: 'Cunoscut din tokenuri preluate. Certificatul însuși nu este pe acest calculator.',
  },
  certificate: 'Certificat',
  accounts: {
    heading: 'Conturi',
    none: 'Niciun cont nu se autentifică cu acest certificat.',
    under: 'Autoritate',
  },
  companies: {
    heading: 'Firme',
    none: 'Pentru aceste conturi nu este introdusă nicio firmă. Firmele sunt etichete ale dumneavoastră: nu se cer de la nicio autoritate.',
    count_one: '{{count}} firmă',
    count_few: '{{count}} firme',
    count_other: '{{count}} de firme',
  },
  recipients: {
    heading: 'Programe care au o copie',
    none: 'Niciun program nu a primit de aici o copie. Un program care s-a autentificat singur nu se vede aici.',
    program: 'Program',
    account: 'Cont',
    way: 'Mod',
    ways: { clipboard: 'Clipboard', file: 'Fișier', 'file-elsewhere': 'Fișier pe alt calculator' },
    end: 'Copia funcționează până la',
    standing: 'Copie',
    current: 'Cel mai nou token',
    unknown: 'Nu se știe aici: se prelungește pe alt calculator',
    previous: 'Un token mai vechi',
  },
  endings: {
    heading: 'Ce se oprește și când, dacă nu se face nimic',
    stillThere: 'Ce mai există cu acest certificat și când expiră',
    renewed:
      'Pe acest calculator se află un certificat mai nou, cu același nume de titular. Conturile autentificate cu acela sunt pe pagina lui și continuă.',
    none: 'Aici nu mai este nimic activ.',
    when: 'Când',
    what: 'Ce',
    programs: 'Expiră tokenul de acces al contului {{account}}: programele care îl folosesc se opresc.',
    programsResting:
      'Expiră tokenul de acces al contului {{account}}. Următorul se obține cu certificatul, când este nevoie.',
    renewal: '{{account}}: prelungirea nu mai este posibilă; de atunci este necesară autentificarea cu un certificat.',
    copy: 'Expiră copia contului {{account}} aflată la {{recipient}}.',
    certificate: 'Expiră certificatul: nimeni nu se mai poate autentifica cu el.',
  },
  days: {
    leaving: 'Ziua în care pleacă titularul',
    leavingOrganisation: 'Când pleacă un angajat',
    renewal: 'Ziua în care se reînnoiește certificatul',
  },
  note: 'Taxpass marchează ce se poate vedea pe acest calculator. Ce se întâmplă la autoritate nu poate vedea.',
  state: { done: 'Făcut', open: 'De făcut', unseen: 'Nu se vede aici', nothing: 'Nimic de făcut' },
  progress: '{{done}} din {{of}} făcute',
  account: '{{holder}}, {{application}}',
  withoutHolder: '{{application}}, certificatul {{serial}}',
  company: '{{name}} ({{number}})',
  copy: '{{recipient}} (până la {{time}})',
  copyEnded: '{{recipient}} (copie expirată)',
  more_one: 'încă {{count}}',
  more_few: 'încă {{count}}',
  more_other: 'încă {{count}}',
  serialUntil: '{{serial}}, valabil până la {{time}}',
  /** The domain's own steps: R2, R3, R12, R13, R17, R19; S2, S13, S14. */
  steps: {
    'leaving-anaf-enrol': {
      what: 'Certificatul altei persoane este înregistrat în SPV, cu drept pentru aceste firme',
      how: 'Cine preia are un certificat calificat propriu, îl înregistrează în SPV și obține acolo dreptul pentru fiecare firmă (rol SPV PJ). Retrageți dreptul vechi numai când contul succesorului și toate programele sunt puse la punct: odată retras, ANAF poate răspunde „Nu aveti drept in SPV pentru CIF=…”, deși tokenurile sunt încă valabile.',
    },
    'leaving-anaf-registration': {
      what: 'Aplicația nu pleacă odată cu titularul',
      how: '„Profil OAuth” aparține celui care a făcut înrolarea, cu certificatul lui. Dacă acela a fost titularul, succesorul înrolează o aplicație proprie și o introduce aici, cu Client ID-ul ei.',
    },
    'leaving-anaf-signIn': {
      what: 'Succesorul se autentifică',
      how: 'Importați certificatul succesorului și autentificați-vă cu el. Apare un cont nou; cel vechi continuă până este eliminat.',
    },
    'leaving-anaf-companies': {
      what: 'Fiecare firmă are un cont cu alt certificat',
      how: 'După firmele introduse la conturi. Introduceți-le și la contul nou.',
    },
    'leaving-anaf-recipients': {
      what: 'Fiecare program primește o copie a tokenului contului nou',
      how: 'Copiați-l din nou din contul nou, sub același nume. Un program cu o copie veche acționează în continuare în numele titularului până când copia expiră. Un program care prelungește singur primește o autentificare proprie.',
    },
    'leaving-anaf-end': {
      what: 'Tokenurile vechi sunt oprite la ANAF',
      how: 'În SPV, „Profil OAuth”: „Șterge aplicația” (în paginile mai vechi: „Renunțare OAuth”). ANAF revocă atunci Client ID-ul și se opresc toate tokenurile lui. Tokenurile ajunse pe mâini străine se raportează la ANAF, din pagina contului.',
    },
    'leaving-anaf-removeAccounts': {
      what: 'Conturile vechi sunt eliminate de pe acest calculator',
      how: 'Numai după oprirea lor la ANAF: fără tokenurile de aici, nu mai pot fi raportate.',
    },
    'leaving-anaf-removeCertificate': {
      what: 'Certificatul este eliminat de pe acest calculator',
      how: 'Din pagina „Certificate”, când niciun cont nu mai are nevoie de el. Un token USB pleacă odată cu titularul.',
    },
    'leaving-skatteverket-stays': {
      what: 'Nimic nu se oprește de la sine',
      how: 'Certificatul de organizație este al organizației, nu al unei persoane. Conturile lui funcționează în continuare când pleacă cineva.',
    },
    'leaving-skatteverket-newCertificate': {
      what: 'Persoana care avea fișierul P12 și PIN-ul lui nu le mai poate folosi',
      how: 'Cine le are pe amândouă se poate autentifica în numele organizației până la expirarea certificatului. Comandați un certificat nou și cereți emitentului revocarea celui vechi; apoi urmați lista pentru certificatul reînnoit.',
    },
    'leaving-skatteverket-keys': {
      what: 'Cheile API sunt schimbate, dacă persoana le cunoștea',
      how: 'Cereți chei OAuth2 și APIgw noi în portalul pentru dezvoltatori al Skatteverket și retragerea celor vechi. Introduceți-le o singură dată, în pagina „Aplicații”: de atunci le folosesc toate conturile aplicației, după o nouă autentificare dacă Client ID-ul este nou.',
    },
    'leaving-skatteverket-recipients': {
      what: 'Programele folosite de acea persoană nu au nicio copie valabilă',
      how: 'Un token de acces este valabil o oră și nu poate fi revocat: o copie funcționează până expiră. Opriți copierea pentru programele plecate odată cu acea persoană.',
    },
    'renewal-anaf-enrol': {
      what: 'Certificatul reînnoit este înregistrat din nou, la anaf.ro/reinnoire',
      how: 'Are alt număr de serie, iar ANAF leagă drepturile din SPV de acest număr. Recunoașterea lui poate dura până la 24 de ore; până atunci ANAF refuză certificatul nou sau răspunde „Nu aveti drept in SPV pentru CIF=…”.',
    },
    'renewal-anaf-import': {
      what: 'Certificatul reînnoit este importat aici',
      how: 'Păstrați-l pe cel vechi până la ultimul pas. La un certificat pe token USB, programul tokenului trebuie să îl vadă pe cel nou; închideți toate ferestrele browserului, pentru că ține minte alegerea veche.',
    },
    'renewal-anaf-signIn': {
      what: 'Vă autentificați din nou cu el, pentru fiecare aplicație',
      how: 'La autentificare alegeți certificatul reînnoit.',
    },
    'renewal-anaf-recipients': {
      what: 'Fiecare program primește o copie a tokenului nou',
      how: 'Un fișier actualizat automat primește tokenul nou când se autentifică din nou același cont; o copie prin clipboard, nu.',
    },
    'renewal-anaf-oldTokens': {
      what: 'Nu contați pe tokenurile vechi',
      how: 'Ele poartă vechiul număr de serie. ANAF nu spune dacă le acceptă până la expirare. Dacă apelurile sunt refuzate cu „Nu aveti drept in SPV”, aceasta este cauza: autentificați-vă cu certificatul reînnoit.',
    },
    'renewal-anaf-removeCertificate': {
      what: 'Certificatul vechi este eliminat de pe acest calculator',
      how: 'Din pagina „Certificate”, când niciun cont nu mai are nevoie de el.',
    },
    'renewal-skatteverket-order': {
      what: 'Un certificat de organizație nou este comandat din timp',
      how: 'Durează una sau două săptămâni și vine ca fișier P12, cu PIN-ul într-o scrisoare separată. Testul și producția au certificate diferite.',
    },
    'renewal-skatteverket-boundKeys': {
      what: 'Cheile legate de certificat sunt legate de cel nou',
      how: 'Numai dacă au fost comandate „utpekad”: acelea funcționează doar cu acel certificat, deci anunțați Skatteverket sau cereți chei noi. Cheile „valfri” funcționează cu orice certificat al organizației.',
    },
    'renewal-skatteverket-import': {
      what: 'Certificatul nou este importat aici',
      how: 'Păstrați-l pe cel vechi până la ultimul pas.',
    },
    'renewal-skatteverket-signIn': {
      what: 'Vă autentificați cu el, pentru fiecare aplicație',
      how: 'La autentificare alegeți certificatul nou. Nu se deschide nicio fereastră și nu mai este nimic de făcut.',
    },
    'renewal-skatteverket-recipients': {
      what: 'Fiecare program primește o copie a tokenului nou',
      how: 'Un token de acces este valabil o oră: copiile vechi expiră de la sine.',
    },
    'renewal-skatteverket-removeCertificate': {
      what: 'Certificatul vechi este eliminat de pe acest calculator',
      how: 'Din pagina „Certificate”, când niciun cont nu mai are nevoie de el.',
    },
  } satisfies Record<StepKey, { readonly what: string; readonly how: string }>,
  /** What a step still lacks, by what is judged. */
  left: {
    registration: 'Aplicații:',
    signIn: 'De făcut încă:',
    companies: 'Încă neacoperite:',
    recipients: 'Au o copie care nu este a contului nou:',
    end: 'Atenție: aceste conturi au aceeași aplicație și s-ar opri odată cu ea:',
    removeAccounts: 'Încă aici:',
    removeCertificate: 'Conturi care încă au nevoie de el:',
  },
  /** What was found that does a step. */
  found: {
    signIn: 'Conturi autentificate aici cu alt certificat. Verificați că printre ele este al succesorului:',
    import: 'Aici, cu același nume de titular. Verificați că este al acestei persoane:',
  },
};
