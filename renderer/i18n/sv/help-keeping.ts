import type { InOtherWords } from '../../features/help/article.ts';
import type { keeping as keepingEn } from '../en/help-keeping.ts';

/** The articles of Help on what comes after the first token, and on Taxpass itself. */
export const keeping: InOtherWords<typeof keepingEn> = {
  renew: {
    title: 'Förnya tokens',
    parts: [
      {
        heading: 'Två giltighetstider',
        blocks: [
          {
            terms: [
              {
                term: '{{button:accounts.deadlines.programs}}',
                is: 'När din access token går ut: 90 dagar hos ANAF, en timme hos Skatteverket. Till dess fungerar de program som har den.',
              },
              {
                term: '{{button:profiles.anaf.deadlines.person}}',
                is: 'När din refresh token går ut: 365 dagar hos ANAF; 65 minuter hos Skatteverket med e-legitimation. Till dess behövs ingen person för att förnya. Det som står i din token gäller före de här siffrorna.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Det som sker automatiskt',
        blocks: [
          {
            list: [
              'ANAF: tokens förnyas från 14 dagar innan din access token går ut.',
              'Skatteverket med e-legitimation: medan din token används, högst tio gånger efter en inloggning.',
              'Skatteverket med organisationslegitimation eller som system: kontot vilar, och en access token hämtas när den behövs. Det är normalt.',
              'Bara medan Taxpass är igång. Se {{button:settings.heading}}: {{button:notices.settings.staysInTray}}; {{button:notices.settings.startsAtLogin}}.',
              'Om en lösenfras öppnar valvet förnyas inget efter en omstart förrän den har skrivits.',
            ],
          },
        ],
      },
      {
        heading: 'Det som kräver en person',
        blocks: [
          {
            list: [
              'Hos ANAF en inloggning med certifikatet när refresh token har gått ut: {{button:accounts.signInAgain}} Aviseringar kommer 60, 30, 14, 7 och 1 dag innan.',
              'Ett certifikat som går ut. Tokens fortsätter att gälla; nästa inloggning kräver det nya certifikatet, hos ANAF registrerat på nytt i SPV.',
              'Tokens som tagits över från ett annat program: före den första förnyelsen frågar Taxpass, eftersom den gör det programmets kopia ogiltig.',
            ],
          },
        ],
      },
      {
        heading: 'För hand',
        blocks: [
          '{{button:accounts.renewal.refresh-token.act}} på kontot, eller {{button:notices.act.renewDue}}. Om ett svar går förlorat på vägen står det på kontot; de gamla tokens behålls och ett försök till görs.',
        ],
      },
    ],
  },
  'renew-certificate': {
    title: 'När certifikatet förnyas',
    parts: [
      {
        heading: 'Det som fortsätter av sig självt',
        blocks: [
          'De tokens som finns gäller tiden ut, och att förnya dem med refresh token kräver inget certifikat. En inloggning kräver ett giltigt certifikat, och med organisationslegitimation är varje ny access token en inloggning.',
        ],
      },
      {
        heading: 'Steg för steg',
        blocks: [
          {
            steps: [
              {
                do: 'Låt utfärdaren förnya det innan det går ut.',
                gives: 'en ny fil, eller ett nytt certifikat på din USB-token. Serienumret är ett annat.',
              },
              {
                do: 'Hos ANAF: registrera det nya i SPV, på anaf.ro/reinnoire.',
                gives: 'ett certifikat som ANAF känner till. Det kan ta ett dygn; till dess nekar ANAF inloggningen.',
              },
              {
                do: 'Om det är en fil, under {{button:certificates.heading}}: {{button:certificates.importButton}}',
                gives:
                  'det nya bredvid det gamla. Ett som ligger på en USB-token visas efter den första inloggningen med det.',
              },
              {
                do: 'När ett konto kräver inloggning väljer du det nya certifikatet i det första steget.',
                gives: 'nya tokens i samma konto; företagen och programmen finns kvar.',
              },
              {
                do: 'Kopiera den nya till program som har en kopia via urklipp: {{button:handOver.open}} En fil som hålls aktuell skrivs av sig själv.',
                gives: '',
              },
              {
                do: 'När inget konto använder det gamla certifikatet längre tar du bort det under {{button:certificates.heading}}.',
                gives: '',
              },
            ],
          },
        ],
      },
    ],
  },
  'hand-over': {
    title: 'Ge ett program en token',
    parts: [
      {
        heading: '',
        blocks: [
          'En access token är en värdehandling: den som har den kan använda den tills den går ut. Ge den bara till ett program som behöver den.',
          {
            steps: [
              { do: 'På kontot, {{button:handOver.open}}', gives: '' },
              {
                do: 'Namnge programmet och välj ett sätt: {{button:handOver.dialog.clipboard}} eller {{button:handOver.dialog.file}}.',
                gives: '',
              },
              {
                do: 'Svara på systemets fråga.',
                gives: 'en kopia där, och på kontot vem som har den och hur länge den gäller.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Urklipp eller fil',
        blocks: [
          {
            list: [
              'Urklipp töms efter en minut om det fortfarande innehåller din token. Varje ny access token måste kopieras på nytt.',
              'Filen får varje ny access token, kan bara läsas av dig och tas bort när du slutar lämna ut. Den är inte krypterad. Mappar som synkroniseras, delas eller är öppna för andra avvisas där de känns igen.',
            ],
          },
        ],
      },
      {
        heading: 'När programmet vill ha en ny token',
        blocks: [
          {
            steps: [
              {
                do: 'På kontot: {{button:accounts.renewal.sign-in.act}} eller {{button:accounts.renewal.refresh-token.act}}',
                gives: '',
              },
              { do: 'Vid programmets namn: {{button:handOver.again}}', gives: '' },
              { do: 'Klistra in den där inom en minut. En fil som hålls aktuell har den redan.', gives: '' },
            ],
          },
          'Hos Skatteverket gäller en access token i en timme, så det behövs varje gång programmet frågar. ANAF:s förnyas automatiskt; då återstår bara de två sista stegen.',
        ],
      },
      {
        heading: 'Det som aldrig lämnas ut',
        blocks: [
          'Refresh token, client secret och privat nyckel. Ett program som självt förnyar sina tokens behöver en egen inloggning: två program som förnyar med samma refresh token stänger ute varandra.',
        ],
      },
    ],
  },
  move: {
    title: 'Annan dator, säkerhetskopia, lösenfras',
    parts: [
      {
        heading: 'Flytta till en annan dator',
        blocks: [
          {
            steps: [
              {
                do: 'På den gamla datorn, under {{button:settings.heading}}: {{button:transfer.move.open}}',
                gives: 'en fil som bara din lösenfras öppnar. Den gamla datorn förnyar inte längre de här kontona.',
              },
              {
                do: 'På den nya: {{button:firstRun.elsewhere.open}} eller, under {{button:settings.heading}}, {{button:transfer.restore.open}}',
                gives: 'kontona där, med API-nycklar och certifikat.',
              },
              { do: 'Ta bort filen. Med lösenfrasen är den lika mycket värd som dina tokens.', gives: '' },
            ],
          },
          'Låt aldrig två datorer förnya samma konto: var och en gör den andras tokens ogiltiga.',
        ],
      },
      {
        heading: 'Säkerhetskopia',
        blocks: [
          '{{button:transfer.backup.setUp}} skriver en krypterad kopia av allt en gång om dagen, när något har ändrats; de senaste 14 behålls. En säkerhetskopia öppnas först bara för visning: dess tokens kan ha förnyats sedan dess, och gamla kan göra de nyare ogiltiga.',
        ],
      },
      {
        heading: 'Lösenfras',
        blocks: [
          {
            list: [
              'Vanligtvis öppnar systemets nyckelring valvet. Med {{button:vault.protection.usePassphrase}} gör en lösenfras det vid varje start; tills den har skrivits förnyas inget.',
              '{{button:vault.protection.setRecovery}} Gör det alltid: frasen öppnar valvet om nyckelringen eller lösenfrasen går förlorad.',
              'Ingen kan återskapa en förlorad lösenfras, och ingen annan har den. Skriv ner den och förvara den skilt från den här datorn.',
              'Med en lösenfras låses fönstret när datorn inte har rörts på en kvart; förnyelsen fortsätter. {{button:vault.protection.lock}} låser genast.',
            ],
          },
        ],
      },
    ],
  },
  revoke: {
    title: 'Avsluta åtkomst, anmäla en token',
    parts: [
      {
        heading: 'Ta bort från den här datorn',
        blocks: ['Tar bort kontot här. Myndigheten meddelas inte; en kopia hos ett program gäller tills den går ut.'],
      },
      {
        heading: 'Återkalla hos ANAF',
        blocks: [
          '{{button:accounts.revoke.open ANAF}} skickar din token till ANAF:s adress för återkallelse. ANAF dokumenterar bara adressen, inte vad den gör: lita inte på den. Det säkra sättet är ”Șterge aplicația” på sidan ”Profil OAuth”; det avslutar alla konton under den registreringen.',
        ],
      },
      {
        heading: 'En token har hamnat i orätta händer',
        blocks: [
          {
            steps: [
              {
                do: 'På kontot, {{button:compromised.open}}',
                gives: 'en lista över kontots alla access tokens som fortfarande gäller, även ersatta.',
              },
              {
                do: '{{button:compromised.save}}',
                gives: 'en fil med dem till ANAF, som ber om dem för att kunna spärra dem.',
              },
              {
                do: 'Skicka den till ANAF. Sidan anger ingen adress: fråga via portalens kontaktformulär hur den skickas säkert.',
                gives: '',
              },
              { do: 'Ta bort registreringen med ”Șterge aplicația”, sedan filen, och registrera på nytt.', gives: '' },
            ],
          },
          'Ersatta access tokens sparas krypterade tills de går ut, bara för detta.',
        ],
      },
      {
        heading: 'Hos Skatteverket',
        blocks: [
          'En token kan inte återkallas; den går ut inom en timme. Har nycklar hamnat i orätta händer, be Skatteverket dra in dem.',
        ],
      },
    ],
  },
  limits: {
    title: 'Begränsningar',
    parts: [
      {
        heading: 'ANAF',
        blocks: [
          {
            list: [
              'Access token 90 dagar, refresh token 365 dagar. Det som står i din token gäller.',
              'Flera samtidiga inloggningar eller förnyelser för samma person besvaras med ”255”. Taxpass gör en i taget för varje certifikat.',
              'Koden som kommer tillbaka från en inloggning måste genast växlas mot tokens; det gör Taxpass.',
              'API:erna har gränser per dag och företag, ”S-au facut deja … in cursul zilei”. Vänta till nästa dag.',
              'En token gäller för alla företag som certifikatets innehavare har rättigheter för i SPV.',
            ],
          },
        ],
      },
      {
        heading: 'Skatteverket',
        blocks: [
          {
            list: [
              'Access token en timme. Utnyttja hela giltighetstiden; hämta inte en för varje anrop.',
              'Refresh token (bara e-legitimation) 65 minuter, och högst tio per person under en session, oavsett konton.',
              'Koden som kommer tillbaka från en inloggning är giltig i fem minuter.',
              'Bara de headers som tjänsten anger får skickas; annars kan anropet blockeras. Taxpass skickar bara dem.',
            ],
          },
        ],
      },
      {
        heading: 'Taxpass',
        blocks: [
          {
            list: [
              'En certifikatfil får vara 10 MB, en text med tokens 1 MB.',
              'Om en myndighet ber om tålamod väntar Taxpass och säger hur länge.',
            ],
          },
        ],
      },
    ],
  },
  keyboard: {
    title: 'Tangentbord',
    parts: [{ heading: '', blocks: ['Allt går att göra med tangentbordet.', { part: 'shortcuts' }] }],
  },
  storage: {
    title: 'Vad Taxpass sparar, och var',
    parts: [
      {
        heading: '',
        blocks: [
          'Allt ligger på den här datorn, i mappen `Taxpass` (vid övning `Taxpass Practice`) där systemet sparar programdata. Inget skickas någonstans utom till myndigheten där du loggar in, och till dess API:er när du skickar ett anrop.',
          {
            terms: [
              {
                term: 'Nycklar, hemligheter, tokens',
                is: 'Krypterade (AES-256-GCM). Nyckeln till dem förvaras i systemets nyckelring eller öppnas med din lösenfras.',
              },
              {
                term: '{{button:activity.heading}}',
                is: 'Vad som gjordes och när; ingen token, ingen hemlighet, personnummer maskerade. Också krypterat.',
              },
              {
                term: '{{button:settings.heading}}',
                is: 'Språk, utseende, fönster. Inget hemligt, och inte krypterat.',
              },
              {
                term: 'Det du skickar någon annanstans',
                is: 'Säkerhetskopior och flyttade konton: krypterade med din lösenfras. En tokenfil till ett program och anmälan av röjda tokens: inte krypterade, läsbara bara för dig.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Sparas aldrig',
        blocks: ['PIN-koder och lösenfraser. Inte heller får fönstret självt någon token, hemlighet eller nyckel.'],
      },
      {
        heading: 'Vad som skyddar, och vad som inte gör det',
        blocks: [
          {
            list: [
              'Den som kan använda ditt användarkonto medan Taxpass är öppet kan använda allt som finns i det. Skydda datorn lika väl som legitimationen.',
              'Utan nyckelring och utan lösenfras sparas inget.',
              'En client secret ligger på den här datorn: ditt företag använder egna nycklar och egen organisationslegitimation; inga följer med programmet.',
              'Det som inte går att läsa skrivs aldrig över. Programmet säger vad som är fel och var det ligger.',
            ],
          },
        ],
      },
    ],
  },
  practice: {
    title: 'Övning',
    parts: [
      {
        heading: '',
        blocks: [
          'I övningsläget körs ett ANAF och ett Skatteverket för övning på den här datorn, och inget lämnar den. Läget har egna data och en list överst som aldrig försvinner; inget därifrån gäller i skarpt läge.',
          { part: 'practice' },
        ],
      },
    ],
  },
  glossary: {
    title: 'Ordlista',
    parts: [
      {
        heading: '',
        blocks: [
          {
            terms: [
              {
                term: 'access token',
                is: 'Den behörighetshandling som ett program visar upp vid varje anrop. Den går snart ut; den som har den kan använda den.',
              },
              {
                term: 'refresh token',
                is: 'Det som nya tokens hämtas med, utan någon person. Den fungerar en gång och lämnar aldrig Taxpass.',
              },
              {
                term: 'API-nycklar',
                is: 'Registreringen hos en myndighet: namn, adresser, tjänster eller scope, nycklar.',
              },
              { term: 'konto', is: 'API-nycklar tillsammans med den som har loggat in, och tokens.' },
              { term: 'client ID, client secret', is: 'Registreringens namn och dess nyckel.' },
              {
                term: 'OAuth2, APIgw',
                is: 'Märkningen på Skatteverkets två nyckelpar: för tokens och för anrop.',
              },
              {
                term: 'Callback URL, redirect-URI',
                is: 'Den registrerade adress som en inloggning kommer tillbaka till.',
              },
              {
                term: 'scope',
                is: 'Det en token från Skatteverket ger åtkomst till. ANAF har tjänster (”Serviciu”) i stället.',
              },
              { term: 'claim', is: 'En uppgift i en token från ANAF, till exempel roller eller slutdatum.' },
              {
                term: 'SPV, SPV PJ',
                is: '”Spațiul Privat Virtual”, ANAF:s portal; rollen där för juridiska personer.',
              },
              {
                term: 'organisationslegitimation',
                is: 'Certifikat för ett svenskt företag eller en organisation, utfärdat av Expisoft.',
              },
              { term: 'innehavare', is: 'Den som certifikatet är utfärdat för.' },
              { term: 'test, produktion', is: 'Skatteverkets två miljöer, med egna nycklar och certifikat.' },
              { term: 'ta över', is: 'Hämta in tokens som ett annat program har skaffat; inget certifikat behövs.' },
              { term: 'återkalla', is: 'Låta myndigheten avsluta en token i förtid.' },
              {
                term: 'valvet',
                is: 'Där Taxpass förvarar nycklar, certifikat och tokens, krypterade på den här datorn.',
              },
            ],
          },
        ],
      },
    ],
  },
};
