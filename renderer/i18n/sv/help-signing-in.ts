import type { InOtherWords } from '../../features/help/article.ts';
import type { signingIn as signingInEn } from '../en/help-signing-in.ts';

/** The articles of Help on what comes before the first token. */
export const signingIn: InOtherWords<typeof signingInEn> = {
  'register-anaf': {
    title: 'Registrera hos ANAF',
    parts: [
      {
        heading: '',
        blocks: [
          'ANAF ger tokens till ett program först när det är registrerat på sidan ”Profil OAuth”. Det görs en gång; sedan räcker registreringen för hur många konton som helst. Namnen inom citattecken är de som står på ANAF:s sidor.',
        ],
      },
      {
        heading: 'Innan du börjar',
        blocks: [
          {
            list: [
              'Ett kvalificerat digitalt certifikat, registrerat i SPV (”Spațiul Privat Virtual”) med rollen SPV PJ: som legal företrädare, utsedd företrädare eller ombud (”împuternicit”) för ett företag. Utan rollen avvisar ANAF inloggningen med access_denied.',
              'Ett förnyat certifikat har ett nytt serienummer och måste registreras på nytt, på anaf.ro/reinnoire. Det kan dröja en dag innan ANAF känner till det.',
            ],
          },
        ],
      },
      {
        heading: 'Steg för steg',
        blocks: [
          {
            steps: [
              {
                do: 'Öppna på anaf.ro ”Servicii Online”, ”Înregistrare utilizatori” och där, under ”Dezvoltatori aplicații”, ”Înregistrare pentru API-uri”. Adressen står nedan.',
                gives: 'ett användarkonto i portalen; aktiveringslänken kommer med e-post.',
              },
              {
                do: 'Logga in under ”Autentificare utilizator” och öppna ”Editare profil Oauth”, sedan ”Gestionare aplicații”.',
                gives: 'sidan ”Profil OAuth”.',
              },
              { do: 'Skriv ett eget namn under ”Denumire aplicație”.', gives: '' },
              {
                do: 'Ange en adress under ”Callback URL 1”, tecken för tecken; ”+” lägger till en rad till. Vilken adress står nedan.',
                gives: 'de adresser, och inga andra, som ANAF skickar tillbaka inloggningen till.',
              },
              {
                do: 'Välj E-Factura, E-Transport eller båda under ”Serviciu”.',
                gives: 'de tjänster som dina tokens ger åtkomst till, och inga andra.',
              },
              {
                do: 'Tryck på ”Generare Client ID”.',
                gives:
                  'i tabellen ”Client ID-uri OAuth existente pentru contul dvs.” ett Client ID och en Client Secret. Behandla din Client Secret som en nyckel: ange den i Taxpass och spara den ingen annanstans.',
              },
              {
                do: 'Tryck i Taxpass på {{button:board.add}}, sedan på {{button:profiles.anaf.add}}, och ange alltihop.',
                gives: 'ett konto med en access token för 90 dagar och en refresh token för 365 dagar.',
              },
            ],
          },
          { address: 'https://www.anaf.ro/InregOauth/index.xhtml' },
        ],
      },
      {
        heading: 'Vilken Callback URL',
        blocks: [
          {
            terms: [
              {
                term: 'https://localhost:9002/callback',
                is: 'Välj den här. Den fungerar både i Taxpass eget fönster, där den fångas upp innan något skickas, och med din egen webbläsare, då Taxpass lyssnar på adressen under inloggningen.',
              },
              {
                term: 'https://oauth.pstmn.io/v1/callback',
                is: 'Den i ANAF:s exempel med Postman. Har du den redan kan du behålla den: Taxpass eget fönster fångar upp den innan något skickas till Postman. Den går inte med din egen webbläsare.',
              },
            ],
          },
          'ANAF godtar bara https-adresser: varken http:// eller ett programs eget schema. Det som är registrerat och det som anges här måste vara lika, med port, versaler och snedstreck.',
        ],
      },
      {
        heading: 'Det som avslutar allt',
        blocks: [
          '”Șterge aplicația” tar bort registreringen och återkallar dess client ID. Då upphör åtkomsten för varje konto under den, i alla program och på alla datorer.',
        ],
      },
    ],
  },
  'register-skatteverket': {
    title: 'Få nycklar från Skatteverket',
    parts: [
      {
        heading: '',
        blocks: [
          'Skatteverket skickar två par API-nycklar: ett som är märkt med OAuth2, för att hämta access tokens, och ett som är märkt med APIgw, för att anropa API:erna. Utan APIgw-nycklarna får du en access token men kan inte anropa något API. De kommer var för sig, vid olika tillfällen. De flesta flöden kräver också en organisationslegitimation.',
        ],
      },
      {
        heading: 'Steg för steg',
        blocks: [
          {
            steps: [
              {
                do: 'Leta upp det API du behöver på ”Utvecklarportalen”. Av API-beskrivningen framgår vilket flöde, vilken autentiseringsmetod och vilket scope som gäller: du kan inte välja fritt.',
                gives: 'flödet och de scope du behöver.',
              },
              {
                do: 'Begär tillgång med Skatteverkets formulär: ”kompletta testtjänster” kräver inget avtal, ”driftsatta tjänster” gör det. Ange redirect-URI:n där, så som nedan.',
                gives: 'en registrering för en miljö, test eller produktion.',
              },
              {
                do: 'Beställ ”organisationslegitimation” hos Expisoft, den enda utfärdare som Skatteverket godtar; för test ett testcertifikat. För inloggning med e-legitimation behövs den inte.',
                gives: 'en .p12-fil och, separat, dess ”PIN-kod”.',
              },
              {
                do: 'Ange varje del när den kommer; {{button:firstRun.saveForLater}} sparar det som finns.',
                gives:
                  'OAuth2 client ID och OAuth2 client secret, APIgw client ID och APIgw client secret. Vad som saknas står på första sidan och under {{button:applications.heading}}.',
              },
              {
                do: 'Tryck på {{button:board.add}}, sedan på {{button:profiles.skatteverket-org.add}}, välj .p12-filen och skriv PIN-koden.',
                gives: 'en access token för en timme. Nästa hämtas med ett klick.',
              },
            ],
          },
          { address: 'https://www7.skatteverket.se/portal/apier-och-oppna-data/utvecklarportalen' },
        ],
      },
      {
        heading: 'Vilken redirect-URI',
        blocks: [
          {
            terms: [
              {
                term: 'https://localhost/test',
                is: 'Med organisationslegitimation: exemplet i Skatteverkets guide. Inget program behöver ta emot svaret där; Taxpass följer självt inloggningen och stannar vid adressen.',
              },
              {
                term: 'taxpass://oauth/callback',
                is: 'Med e-legitimation: webbläsaren lämnar själv över inloggningen till Taxpass.',
              },
              {
                term: 'https://localhost/my-redirect-uri',
                is: 'Med e-legitimation, där bara https godtas: du klistrar in adressen som webbläsaren stannade vid.',
              },
            ],
          },
          'Den ska anges på exakt samma sätt som den registrerades, tecken för tecken.',
        ],
      },
      {
        heading: 'Det som ofta går fel',
        blocks: [
          {
            list: [
              'Nycklar och certifikat för testmiljön fungerar inte i produktion, och inte heller tvärtom.',
              'De två paren är förväxlade: {{button:applications.swap}}.',
              'Nycklarna är beställda för ett annat flöde: då behöver du beställa nya hos Skatteverket.',
            ],
          },
        ],
      },
    ],
  },
  'usb-token': {
    title: 'Logga in med en USB-token',
    parts: [
      {
        heading: '',
        blocks: [
          'Nyckeln lämnar aldrig din USB-token. Taxpass öppnar ANAF:s sida i ett eget fönster; certifikatet visas bara upp för ANAF:s inloggningsadress. För att förnya behövs varken USB-token eller PIN-kod.',
          {
            steps: [
              { do: 'Anslut din USB-token innan du loggar in.', gives: '' },
              {
                do: 'Tryck på {{button:board.add}}, sedan på {{button:profiles.anaf.add}} Välj {{button:signIn.ways.device-window.name}} och sedan API-nycklarna.',
                gives: '',
              },
              {
                do: 'Skriv PIN-koden där den efterfrågas: i Linux frågar Taxpass, annars systemet i ett eget fönster.',
                gives: '',
              },
              {
                do: 'Välj certifikatet: {{button:device.certificate.show}}. Inget väljs åt dig.',
                gives:
                  'ett konto; certifikatet står under {{button:certificates.heading}}, och dess slutdatum bevakas.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Windows',
        blocks: [
          'Installera drivrutinen från tillverkaren av din USB-token. Certifikaten finns då i Windows certifikatarkiv (”certmgr.msc”, Personligt). Drivrutinen frågar efter PIN-koden.',
        ],
      },
      {
        heading: 'macOS',
        blocks: [
          'Installera drivrutinen från tillverkaren av din USB-token (CryptoTokenKit). Certifikaten finns då i nyckelringen. macOS frågar efter PIN-koden.',
        ],
      },
      {
        heading: 'Linux',
        blocks: [
          'Registrera tillverkarens PKCS#11-bibliotek (.so) en gång, med din egen sökväg:',
          { code: 'modutil -dbdir sql:$HOME/.pki/nssdb -add "my token" -libfile /path/to/library.so' },
          'Kommandot finns i paketet `libnss3-tools`. Om mappen inte finns än skapas den så här:',
          { code: 'certutil -N -d sql:$HOME/.pki/nssdb' },
          'Taxpass lämnar vidare en PIN-kod högst tre gånger under en inloggning, eftersom en USB-token låser sig efter några felaktiga. PIN-koden sparas inte.',
        ],
      },
      {
        heading: 'När inget visas att välja',
        blocks: [
          {
            list: [
              'Är din USB-token ansluten? En som har dragits ur syns kanske igen först när Taxpass har startats om.',
              'Ser tillverkarens eget program certifikatet? Om inte saknas drivrutinen.',
              'Ett certifikat som har gått ut eller inte är giltigt än kan inte användas.',
              'Flera anslutna kan fråga efter var sin PIN-kod: {{button:device.pin.skip}} går vidare till nästa.',
              'Ett certifikat i molnet fungerar där leverantörens drivrutin lägger det på samma ställen. Godkänn varje begäran i telefonen.',
              'Har det hittills fungerat i webbläsaren, så logga in där: {{button:signIn.ways.browser.name}}.',
            ],
          },
          'Svarar ANAF med access_denied sågs certifikatet men godtogs inte: det saknar rollen SPV PJ, eller har förnyats utan att registreras på nytt i SPV.',
        ],
      },
    ],
  },
  p12: {
    title: 'Logga in med en .p12-fil',
    parts: [
      {
        heading: '',
        blocks: [
          'En .p12- eller .pfx-fil innehåller ett certifikat med tillhörande nyckel, skyddade av en PIN-kod (ett lösenord).',
          {
            steps: [
              { do: '{{button:certificates.chooseFile}} Eller släpp filen var som helst i fönstret.', gives: '' },
              {
                do: 'Skriv PIN-koden. Den öppnar filen nu och sparas inte.',
                gives: 'certifikatet på skärmen: innehavare, utfärdare, giltighet.',
              },
              {
                do: 'Bestäm om nyckeln får sparas. Är rutan ikryssad ligger den krypterad på den här datorn och en access token kan hämtas utan fråga. Annars efterfrågas PIN-koden vid varje inloggning, och inget som kräver certifikatet sker automatiskt.',
                gives: '',
              },
              { do: '{{button:certificates.import}}', gives: 'certifikatet under {{button:certificates.heading}}.' },
            ],
          },
        ],
      },
      {
        heading: 'Hos ANAF',
        blocks: [
          'ANAF:s sidor öppnas i ett fönster i Taxpass, som visar upp certifikatet när de begär det. Det behöver rollen SPV PJ.',
        ],
      },
      {
        heading: 'Hos Skatteverket',
        blocks: [
          'Taxpass genomför självt inloggningen; inget fönster öppnas. {{button:accounts.copyCurl}} ger samma sak som raden i Skatteverkets guide, med platshållare för fil och PIN-kod.',
        ],
      },
      {
        heading: 'När filen inte går att öppna',
        blocks: [
          {
            list: [
              'PIN-koden kom skilt från filen och är inte den till ditt bankkort eller din telefon. Ett blanksteg räknas som vilket tecken som helst.',
              'En .cer-, .crt- eller .pem-fil innehåller ingen nyckel. Be utfärdaren om .p12-filen, eller exportera certifikatet med privat nyckel.',
              'Gammalt skydd är inget hinder: Taxpass öppnar filer som Windows eller webbläsare avvisar, och säger vad som är svagt med dem.',
            ],
          },
        ],
      },
    ],
  },
};
