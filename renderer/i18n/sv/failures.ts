import type { FailureCode } from '../../../electron/contract/failure.ts';
import type { FailureTexts } from '../failure-texts.ts';

/** What happened, why, and what to do now: for every failure there is. */
export const failures: Readonly<Record<FailureCode, FailureTexts>> = {
  unexpected: {
    what: 'Något gick fel i Taxpass.',
    why: 'Felet ligger i programmet, inte hos dig. Det finns i loggen under {{reference}}.',
    now: 'Försök igen. Om det händer igen, anmäl det med den referensen.',
  },
  'input-refused': {
    what: 'En uppgift kan inte användas.',
    why: 'Den har en form som inte är tillåten, eller är för lång. Fältet står i detaljerna.',
    now: 'Kontrollera uppgiften och försök igen.',
  },
  'vault-not-ready': {
    what: 'Det krypterade valvet är inte öppet.',
    why: '{{state}} Utan valvet kan inga nycklar eller tokens läsas eller sparas.',
    now: 'Vänta en stund, eller följ det som fönstret säger om valvet. Försök sedan igen.',
  },
  'vault-write-failed': {
    what: 'Det gick inte att spara.',
    why: '{{reason}}',
    now: 'Åtgärda det och försök igen. Det som var sparat tidigare är oförändrat.',
  },
  'passphrase-wrong': {
    what: 'Lösenfrasen öppnar inte valvet.',
    why: 'Det är inte den som är vald. Stora och små bokstäver och blanksteg räknas.',
    now: 'Kontrollera tangentbordets språk och Caps Lock och skriv den igen. Inget ändrades.',
  },
  'passphrase-busy': {
    what: 'En annan lösenfras håller på att prövas.',
    why: 'Bara en i taget prövas; den här prövades inte.',
    now: 'Vänta en stund och skriv den sedan igen.',
  },
  'change-declined': {
    what: 'Inget ändrades.',
    why: 'Frågan om det besvarades inte med ja.',
    now: 'Försök igen om du vill göra det ändå.',
  },
  'passphrase-too-short': {
    what: 'Lösenfrasen är för kort.',
    why: 'Den som kommer över filerna kan pröva korta lösenfraser tills en passar. Den måste ha minst {{minimum}} tecken.',
    now: 'Ta flera ord som inte har med varandra att göra.',
  },
  'passphrase-needed': {
    what: 'Fönstret kan inte låsas.',
    why: 'Det finns ingen lösenfras att låsa upp det med.',
    now: 'Välj först en återställningsfras i inställningarna.',
  },
  'keychain-refused': {
    what: 'Nyckelringen tog inte emot nyckeln.',
    why: '{{reason}} Lösenfrasen öppnar fortfarande valvet.',
    now: 'Lås upp systemets nyckelring och försök igen.',
  },
  'not-found': {
    what: '{{thing}}',
    why: 'Antingen har något tagits bort, eller så har väntetiden gått ut.',
    now: 'Stäng det här och börja om från listan.',
  },
  'in-use': {
    what: '{{thing}}',
    why: 'Används av följande konton: {{accounts}}.',
    now: 'Logga in på nytt för de kontona med något annat, eller ta bort dem.',
  },
  'file-unreadable': {
    what: 'Filen gick inte att läsa.',
    why: '{{reason}}',
    now: 'Välj filen igen, eller kopiera den till en egen mapp och välj den där.',
  },
  'p12-not-p12': {
    what: 'Det här är ingen .p12-fil.',
    why: 'Ett certifikat med sin nyckel är en fil som slutar på .p12 eller .pfx.',
    now: 'Välj filen från certifikatets utfärdare.',
  },
  'p12-damaged': {
    what: 'Filen är skadad.',
    why: 'Den börjar som en .p12-fil men går inte att läsa till slutet, kanske för att den inte har kopierats i sin helhet.',
    now: 'Hämta eller kopiera filen igen.',
  },
  'p12-wrong-password': {
    what: 'PIN-koden öppnar inte filen.',
    why: 'PIN-koden är fel. Skilj på stora och små bokstäver.',
    now: 'Försök igen med PIN-koden i brevet från utfärdaren. Filen är kvar här.',
  },
  'p12-no-key': {
    what: 'Filen innehåller ingen nyckel.',
    why: 'Bara ett certifikat har exporterats, utan sin privata nyckel.',
    now: 'Välj filen med nyckeln, eller exportera den igen så att nyckeln följer med.',
  },
  'p12-no-certificate': {
    what: 'Filen innehåller inget certifikat.',
    why: 'Det finns en nyckel i den, men inget som säger vems den är.',
    now: 'Välj filen som den kom från utfärdaren.',
  },
  'p12-no-matching-pair': {
    what: 'Nyckeln och certifikatet hör inte ihop.',
    why: 'Inget certifikat i filen passar till någon nyckel i den.',
    now: 'Välj filen som den kom från utfärdaren.',
  },
  'p12-several-identities': {
    what: 'Filen innehåller flera certifikat med nycklar.',
    why: 'Bara ett av dem kan logga in för ett konto.',
    now: 'Välj ett av dem och ange PIN-koden igen.',
  },
  'p12-too-expensive': {
    what: 'Det skulle krävas alldeles för mycket arbete att öppna filen.',
    why: 'Skyddet kräver mer beräkningar än någon utfärdares fil gör; det kan vara ett angrepp.',
    now: 'Hämta filen igen från utfärdaren.',
  },
  'p12-too-large': {
    what: 'Filen är för stor.',
    why: 'En .p12-fil är på några kilobyte; gränsen är {{limit}}.',
    now: 'Välj själva .p12-filen.',
  },
  'p12-unsupported': {
    what: 'Filen har ett skydd som Taxpass inte känner till.',
    why: 'Algoritmen är {{algorithm}}.',
    now: 'Importera den i ditt system och exportera den igen, eller be utfärdaren om en vanlig .p12-fil.',
  },
  'p12-took-too-long': {
    what: 'Det tog för lång tid att öppna filen.',
    why: 'Försöket avbröts efter {{seconds}} sekunder.',
    now: 'Försök igen när datorn är mindre upptagen, eller hämta filen igen från utfärdaren.',
  },
  'p12-interrupted': {
    what: 'Filen gick inte att öppna den här gången.',
    why: 'Den del av Taxpass som öppnar den startade inte eller avbröts för tidigt, kanske för att datorn har ont om minne. Det säger ingenting om filen eller PIN-koden.',
    now: 'Försök igen. Om det händer igen: stäng andra program eller starta om Taxpass först.',
  },
  'certificate-expired': {
    what: 'Certifikatet har gått ut.',
    why: 'Det var giltigt till {{notAfter}}. Myndigheterna nekar certifikat som har gått ut.',
    now: 'Beställ ett nytt certifikat av utfärdaren, importera det och logga in med det.',
  },
  'certificate-not-yet-valid': {
    what: 'Certifikatet är inte giltigt än.',
    why: 'Det börjar gälla {{notBefore}}.',
    now: 'Vänta till dess, eller kontrollera datorns klocka.',
  },
  'certificate-wrong-environment': {
    what: 'Certifikatet hör till den andra miljön.',
    why: 'Det är utfärdat av {{issuer}}; API-nycklarna gäller miljön {{environment}}. Certifikat för test och produktion kan inte ersätta varandra. Inget skickades.',
    now: 'Välj certifikat och API-nycklar för samma miljö.',
  },
  'pin-needed': {
    what: 'PIN-koden behövs.',
    why: 'Certifikatets nyckel är inte sparad på den här datorn.',
    now: 'Ange PIN-koden till .p12-filen.',
  },
  'application-incomplete': {
    what: 'API-nycklarna är inte fullständiga.',
    why: 'Det saknas fortfarande {{missing}}.',
    now: 'Fyll i resten under API-nycklar och försök igen.',
  },
  'keys-swapped': {
    what: 'OAuth2-nycklarna och APIgw-nycklarna verkar vara förväxlade.',
    why: 'Samma client ID finns redan i en annan uppsättning med den andra märkningen, eller står i båda fälten.',
    now: 'Jämför med det du har fått från Skatteverket; om de är förväxlade trycker du på ”Byt plats på nyckelparen”.',
  },
  'authority-unreachable': {
    what: '{{host}} går inte att nå.',
    why: '{{cause}}',
    now: 'Kontrollera nätverket och försök igen. Om det fortsätter kan myndigheten ha stängt för underhåll.',
  },
  'authority-certificate-untrusted': {
    what: '{{host}} kunde inte bevisa sin identitet.',
    why: 'Serverns certifikat kommer från någon som den här datorn inte litar på; en proxy eller ett antivirusprogram som öppnar trafiken ger samma fel. Inget skickades.',
    now: 'Fråga den som sköter kontorets nätverk om TLS-trafiken inspekteras.',
  },
  'authority-certificate-incomplete': {
    what: 'Servern {{host}} skickade inte sitt mellanliggande certifikat.',
    why: 'Serverns certifikat är utfärdat av ”{{issuer}}”, och det som knyter det till ett känt rotcertifikat saknas. {{likely}} Inget skickades.',
    now: 'Försök igen senare. Om det fortsätter, kontakta myndighetens support, eller be den som sköter kontorets nätverk om certifikatet ”{{issuer}}” som fil och lägg till det i inställningarna under Nätverk.',
  },
  'connection-inspected': {
    what: 'Något på vägen öppnar anslutningen till {{host}}.',
    why: '{{by}} På vägen skulle någon kunna läsa tokens och det som lämnas in, så anslutningen avbröts. Inget skickades.',
    now: 'Helst bör den som sköter nätverket eller antivirusprogrammet undanta {{host}}. Be annars om nätverkets eller programmets CA-certifikat som fil och lägg till det i inställningarna under Nätverk.',
  },
  'authority-certificate-wrong-host': {
    what: 'En annan server svarade i stället för {{host}}.',
    why: 'Serverns certifikat gäller ett annat namn. Inget skickades.',
    now: 'Försök igen i ett annat nätverk och berätta för den som sköter kontorets nätverk vad som hände.',
  },
  'authority-certificate-expired': {
    what: 'Certifikatet för {{host}} har gått ut.',
    why: 'Antingen har myndighetens server fel eller så går datorns klocka fel. Inget skickades.',
    now: 'Kontrollera datorns datum och klocka och försök igen senare.',
  },
  'authority-refused-certificate': {
    what: '{{host}} nekade certifikatet.',
    why: 'Anslutningen avbröts när certifikatet visades upp: det kan ha gått ut, vara spärrat eller höra till en annan miljö.',
    now: 'Kontrollera vilket certifikat och vilken miljö API-nycklarna kräver.',
  },
  'answer-too-large': {
    what: 'Svaret från {{host}} är för stort.',
    why: 'Det är större än {{limit}} och kapades.',
    now: 'Begär mindre från API:et, till exempel en kortare period.',
  },
  'proxy-unreachable': {
    what: 'Proxyn {{proxy}} går inte att nå.',
    why: 'Systemets inställningar skickar anslutningar genom den. {{cause}} Inget skickades.',
    now: 'Kontrollera att datorn är ansluten till kontorets nätverk eller dess VPN. Hemma kan systemets proxyinställningar behöva stängas av.',
  },
  'proxy-needs-password': {
    what: 'Proxyn {{proxy}} begär användarnamn och lösenord.',
    why: 'Den ansluter till {{host}} bara för dem den känner till. Inget skickades till myndigheten.',
    now: 'Ange dem i inställningarna under Nätverk och försök igen. Den som sköter nätverket har dem.',
  },
  'proxy-password-refused': {
    what: 'Proxyn {{proxy}} godtog inte användarnamnet och lösenordet.',
    why: 'De kan vara felskrivna, eller så har lösenordet ändrats. De skickas inte igen, så att inget konto låses av för många försök.',
    now: 'Ange dem igen i inställningarna under Nätverk.',
  },
  'proxy-login-unsupported': {
    what: 'Proxyn {{proxy}} kräver ett sätt att logga in som Taxpass inte har.',
    why: 'Den erbjuder {{schemes}}, men ingen inloggning med bara användarnamn och lösenord (Basic). Inget skickades.',
    now: 'Be den som sköter proxyn att låta den här datorn nå {{host}} utan inloggning, eller att tillåta Basic. En liten lokal proxy som loggar in åt dig, till exempel cntlm, hjälper också.',
  },
  'proxy-refused': {
    what: 'Proxyn {{proxy}} anslöt inte till {{host}}.',
    why: '{{reason}} Den svarade {{status}}. Inget skickades.',
    now: 'Be den som sköter proxyn att tillåta anslutningar till {{host}}, eller försök igen senare.',
  },
  'proxy-kind-unsupported': {
    what: 'Proxyn {{proxy}} är av en typ som Taxpass inte känner till.',
    why: 'Systemets inställningar anger den som {{kind}}. Taxpass stöder proxyer av typen HTTP, HTTPS och SOCKS 5.',
    now: 'Ange en annan typ i systemets proxyinställningar, eller be den som sköter nätverket om en sådan.',
  },
  'ca-file-refused': {
    what: 'Filen lades inte till.',
    why: '{{reason}}',
    now: 'Be om CA-certifikatet som PEM- eller DER-fil (.pem, .crt eller .cer) och välj den.',
  },
  'signin-busy': {
    what: 'En inloggning pågår redan.',
    why: 'Bara en i taget är möjlig för en myndighet och en innehavare.',
    now: 'Vänta tills den är klar, eller avbryt den.',
  },
  'signin-cancelled': {
    what: 'Inloggningen avbröts.',
    why: 'Den stoppades innan den var klar. Inget ändrades.',
    now: 'Logga in igen när du vill.',
  },
  'signin-timed-out': {
    what: 'Inloggningen tog för lång tid.',
    why: 'Myndigheten hade inte svarat efter {{seconds}} sekunder.',
    now: 'Försök igen om en stund.',
  },
  'signin-too-many-redirects': {
    what: 'Myndigheten skickade runt inloggningen i en cirkel.',
    why: 'Det blev fler än {{count}} omdirigeringar.',
    now: 'Försök igen senare. Om det fortsätter, kontakta myndighetens support.',
  },
  'signin-insecure-redirect': {
    what: 'Inloggningen leddes till en adress som inte är säker.',
    why: 'Adressen var {{location}}. Den följdes inte.',
    now: 'Kontrollera redirect-URI:n bland API-nycklarna: den måste vara exakt som den är registrerad.',
  },
  'signin-origin-refused': {
    what: 'Inloggningen leddes till en adress som inte är myndighetens.',
    why: '{{origin}} finns inte bland de adresser som är kända för den här inloggningen. Inget skickades dit.',
    now: 'Försök igen. Om det fortsätter, meddela oss adressen: myndigheten kan ha fått en ny inloggningssida.',
  },
  'signin-redirect-nowhere': {
    what: 'Myndigheten skickade inloggningen vidare utan att säga vart.',
    why: '{{host}} svarade med status {{status}}, en omdirigering, men utan någon adress som går att följa.',
    now: 'Försök igen senare. Om det fortsätter, kontakta myndighetens support.',
  },
  'signin-certificate-withheld': {
    what: 'En annan server bad om ditt certifikat och fick det inte.',
    why: 'Inloggningen leddes till {{host}}, som inte är en av de adresser som myndighetens certifikatinloggning använder.',
    now: 'Försök igen. Om det fortsätter, meddela oss adressen: myndigheten kan ha fått en ny inloggningssida.',
  },
  'signin-ended-elsewhere': {
    what: 'Myndigheten visade en sida i stället för att avsluta inloggningen.',
    why: '{{host}} svarade med status {{status}}.',
    now: 'Kontrollera att client ID och redirect-URI är exakt som de är registrerade och försök igen.',
  },
  'callback-malformed': {
    what: 'Myndighetens svar på inloggningen går inte att läsa.',
    why: 'Återanropet är inte som det ska. {{problem}}',
    now: 'Logga in igen.',
  },
  'callback-state-missing': {
    what: 'Återanropet säger inte vilken inloggning det hör till.',
    why: 'State-parametern saknas. Någon kan ha förfalskat återanropet, så det användes inte.',
    now: 'Använd återanropet för just den här inloggningen, eller logga in igen.',
  },
  'callback-state-wrong': {
    what: 'Återanropet hör till en annan inloggning.',
    why: 'State-parametern är inte den som skickades. Någon kan ha förfalskat återanropet, så det användes inte.',
    now: 'Använd återanropet för just den här inloggningen, eller logga in igen.',
  },
  'authority-refused': {
    what: 'Myndigheten avslog begäran.',
    why: 'Svaret kom från {{stage}}, utan något skäl som Taxpass känner till.',
    now: 'Läs myndighetens egna ord bland detaljerna; dess support kan förklara dem.',
  },
  'answer-not-json': {
    what: 'Myndigheten svarade med en sida i stället för data.',
    why: 'Svaret från {{stage}} hade status {{status}} och typen ”{{contentType}}”. Det kan vara stängt för underhåll.',
    now: 'Försök igen senare.',
  },
  'answer-incomplete': {
    what: 'Något saknas i myndighetens svar.',
    why: 'Svaret från {{stage}} kunde inte användas: {{problem}}.',
    now: 'Försök igen senare. Om det fortsätter, kontakta myndighetens support.',
  },
  'token-still-lives': {
    what: 'Det finns redan en access token som fortfarande är giltig.',
    why: 'Den gäller till {{expiresAt}}. Myndigheten vill att programvara utnyttjar hela giltighetstiden.',
    now: 'Använd kontot du har; där kan du hämta en ny token.',
  },
  'authority-busy': {
    what: 'Myndigheten ber om tålamod.',
    why: 'Den svarade {{status}}: för många anrop, eller så är den överbelastad. Inget förnyades och inget har gått förlorat.',
    now: 'Vänta lite; den automatiska förnyelsen fortsätter när myndigheten tillåter det.',
  },
  'other-copy-ends': {
    what: 'Om du förnyar här slutar det andra programmets kopia att fungera.',
    why: 'Denna refresh token är övertagen från ett annat program. En refresh token fungerar en gång: den första förnyelsen här ger Taxpass en ny, och det andra programmets slutar fungera.',
    now: 'Förnya här om det andra programmet inte längre självt förnyar, eller ge det en egen inloggning.',
  },
  'renewal-elsewhere': {
    what: 'Kontot förnyas inte på den här datorn.',
    why: '{{standing}}',
    now: 'Om ingen annan dator längre förnyar det väljer du ”Förnya här igen” på kontot.',
  },
  'signin-needed': {
    what: 'Du behöver logga in på nytt.',
    why: '{{reason}}',
    now: 'Tryck på knappen igen: då öppnas inloggningen.',
  },
  'signin-declined': {
    what: 'Du sa nej på myndighetens sida.',
    why: 'Inloggningen slutade där, som du valde. Inget hämtades och inget ändrades.',
    now: 'Logga in igen om du ändå vill lämna medgivande.',
  },
  'callback-elsewhere': {
    what: 'Det här är inte adressen som den här inloggningen väntar på.',
    why: 'Den måste börja med exakt {{arrivalUri}}.',
    now: 'Kopiera hela adressen där webbläsaren stannade efter ditt medgivande och klistra in den här.',
  },
  'loopback-port-taken': {
    what: 'Taxpass kan inte ta emot svaret från webbläsaren på den här datorn.',
    why: 'På port {{port}} lyssnar ett annat program, en annan inloggning i Taxpass väntar fortfarande på webbläsaren där, eller så har systemet reserverat porten. Webbläsaren öppnades inte.',
    now: 'Avsluta eller avbryt den andra inloggningen, eller avsluta programmet, och försök igen. Om inget av det hjälper, logga in på ett annat sätt eller registrera en callback-adress med en annan port.',
  },
  'practice-not-opened': {
    what: 'Övningsläget gick inte att öppna.',
    why: '{{reason}}',
    now: 'Avsluta Taxpass, starta det igen och försök en gång till. Om det inte hjälper startar du övningsläget med raden som står vid knappen.',
  },
  'browser-not-opened': {
    what: 'Webbläsaren gick inte att öppna.',
    why: 'Systemet har ingen webbläsare vald för webbadresser, eller ville inte starta den.',
    now: 'Välj en standardwebbläsare i systemets inställningar och försök igen.',
  },
  'device-nothing-offered': {
    what: 'Inget certifikat hittades för den här inloggningen.',
    why: 'Din USB-token är inte ansluten, drivrutinen är inte installerad, eller så finns det varken på den eller i datorns certifikatarkiv något giltigt certifikat från en utfärdare som myndigheten godtar.',
    now: 'Anslut din USB-token och kontrollera i dess eget program att certifikatet syns. Försök sedan igen.',
  },
  'device-certificate-needed': {
    what: 'Inget certifikat visades upp.',
    why: 'Myndighetens sida kan inte öppnas utan certifikat.',
    now: 'Försök igen och välj ditt certifikat.',
  },
  'device-pin-refused': {
    what: 'Din USB-token godtog inte PIN-koden.',
    why: 'Antal felaktiga PIN-koder hittills: {{tries}}. En USB-token låser sig efter några fler.',
    now: 'Ta reda på PIN-koden innan du försöker igen. En låst USB-token låses upp med sin PUK-kod, i utfärdarens program.',
  },
  'device-removed': {
    what: 'Certifikatet på din USB-token kom inte fram.',
    why: 'Den drogs ut under tiden, eller är låst. En del servrar avbryter på samma sätt när de inte godtar ett certifikat.',
    now: 'Anslut din USB-token igen, kontrollera den i dess eget program och försök igen. Om den fortfarande inte syns, starta om Taxpass; om den syns, välj ett annat certifikat.',
  },
  'device-certificate-refused': {
    what: 'Myndigheten godtog inte certifikatet.',
    why: 'Det kan vara fel certifikat av flera, komma från en utfärdare som myndigheten inte känner till, eller vara spärrat.',
    now: 'Försök igen och välj ett annat certifikat. Ett förnyat certifikat måste registreras hos myndigheten innan det är känt där.',
  },
  'device-stalled': {
    what: 'Myndigheten väntade förgäves på certifikatets signatur.',
    why: 'Ett certifikat vars nyckel finns i en molntjänst måste godkännas i telefonen varje gång, och ibland svarar tjänsten inte.',
    now: 'Försök igen, och godkänn begäran i telefonen så snart den kommer.',
  },
  'redirect-uri-astray': {
    what: 'Den här callback-adressen kan inte användas med webbläsaren.',
    why: 'Webbläsaren skulle föra auktorisationskoden till {{redirectUri}}, en sida som tillhör någon annan.',
    now: 'Logga in i Taxpass eget fönster, som stannar innan något skickas dit, eller välj en annan callback-adress.',
  },
  'no-access-token': {
    what: 'Det finns ingen giltig access token.',
    why: 'Den har gått ut, eller så har ingen hämtats än.',
    now: 'Hämta eller förnya den på kontots Översikt och försök igen.',
  },
  'take-over-incomplete': {
    what: 'Access token saknas.',
    why: 'Bara en refresh token hittades. Ett konto sparas med båda.',
    now: 'Klistra in din access token tillsammans med den. Det går bra med en som har gått ut.',
  },
  'take-over-ended': {
    what: 'Det finns inget kvar att ta över.',
    why: 'Denna access token har gått ut, eller säger inte när den går ut, och det finns ingen refresh token som fortfarande gäller.',
    now: 'Logga in på nytt med certifikatet.',
  },
  'take-over-other-client': {
    what: 'De här tokens hör till andra API-nycklar.',
    why: 'De gavs till client ID {{tokenClientId}}; de valda API-nycklarna har {{applicationClientId}}. Med dem går det inte att förnya.',
    now: 'Välj API-nycklarna med det client ID:t, eller ange dem som nya.',
  },
  'take-over-other-issuer': {
    what: 'De här tokens kommer inte från någon myndighet i det här läget.',
    why: 'De är utfärdade av {{issuer}}. Riktiga tokens hålls utanför övningsläget, och övningens tokens utanför skarpt läge.',
    now: 'Ta över dem i det andra läget.',
  },
  'take-over-older': {
    what: 'Kontot här har nyare tokens.',
    why: 'Det du klistrade in är utfärdat tidigare. Inget ändrades: äldre tokens ersätter aldrig nyare.',
    now: 'Använd kontot som det är.',
  },
  'take-over-unreadable': {
    what: 'Det går inte att läsa tokens ur filen.',
    why: 'Filen får inte öppnas, eller är större än 1 MB.',
    now: 'Välj en textfil, till exempel en JSON- eller .env-fil, eller klistra in dina tokens.',
  },
  'hand-over-place-refused': {
    what: 'Din access token skrivs inte dit.',
    why: '{{reason}}',
    now: 'Välj en mapp på den här datorn som bara är din, till exempel en ny i din hemmapp.',
  },
  'hand-over-file-failed': {
    what: 'Filen skrevs inte.',
    why: '{{reason}}',
    now: 'Välj ett annat namn eller en annan egen mapp och försök igen.',
  },
  'request-declined': {
    what: 'Anropet skickades inte.',
    why: 'Frågan om det besvarades inte med ja.',
    now: 'Skicka det igen om du vill göra det ändå.',
  },
  'request-origin-refused': {
    what: 'Anropet skickades inte.',
    why: 'Din access token skickas bara till myndighetens eget API, inte till ”{{origin}}”.',
    now: 'Använd en adress som börjar med API:ets adress.',
  },
  'transfer-not-ours': {
    what: 'Det här är ingen Taxpass-fil.',
    why: 'Det är ingen fil som Taxpass har skrivit för att flytta konton eller som säkerhetskopia.',
    now: 'Välj en fil vars namn slutar på ”.taxpass”.',
  },
  'transfer-damaged': {
    what: 'Filen är skadad.',
    why: 'Den är ofullständig, eller har ändrats efter att Taxpass skrev den. Inget hämtades från den.',
    now: 'Kopiera den igen därifrån den kom, eller använd en annan säkerhetskopia.',
  },
  'transfer-newer': {
    what: 'Filen är skriven av en nyare version av Taxpass.',
    why: 'Det här programmet känner inte till formatet; filen är skriven av Taxpass {{program}}.',
    now: 'Installera den senaste versionen av Taxpass på den här datorn och öppna filen igen.',
  },
  'transfer-too-large': {
    what: 'Filen är för stor.',
    why: 'En Taxpass-fil är på högst {{limit}}.',
    now: 'Välj en annan fil, eller flytta färre konton åt gången.',
  },
  'transfer-too-costly': {
    what: 'Filen öppnades inte.',
    why: 'Att öppna den skulle kräva långt mer minne eller tid än någon fil som Taxpass skriver.',
    now: 'Använd en fil som Taxpass har skrivit. Om den här kommer från en okänd, radera den.',
  },
  'transfer-not-read': {
    what: 'Filen gick inte att läsa.',
    why: 'Den finns inte längre kvar, eller så får den här datorn inte läsa den.',
    now: 'Välj filen igen.',
  },
  'transfer-passphrase-wrong': {
    what: 'Lösenfrasen öppnar inte filen.',
    why: 'Filen är hel, men krypterades med en annan lösenfras.',
    now: 'Skriv lösenfrasen som valdes när filen skapades. Skilj på stora och små bokstäver.',
  },
  'transfer-busy': {
    what: 'Inget flyttades: tokens håller just på att hämtas.',
    why: 'En förnyelse eller inloggning är inte klar för: {{accounts}}. Kontots tokens kan vara inaktuella ett ögonblick senare.',
    now: 'Vänta tills den är klar, eller förnya kontot en gång till, och försök igen.',
  },
  'transfer-write-failed': {
    what: 'Filen gick inte att skriva och inget flyttades.',
    why: '{{reason}}',
    now: 'Välj en annan plats och försök igen. Kontona fortsätter att förnyas här.',
  },
  'transfer-target-taken': {
    what: 'En annan fil har hunnit hamna där och inget flyttades.',
    why: 'Den fanns inte, eller var en annan, när platsen valdes. Taxpass ersätter ingen fil utan att ha frågat dig.',
    now: 'Välj platsen igen. Kontona fortsätter att förnyas här.',
  },
  'transfer-still-moved': {
    what: 'Förnyelsen här är fortsatt pausad för: {{accounts}}.',
    why: 'Det gick inte att skriva filen, och det är inte säkert att ingen fil blev kvar eller att kontona skrevs tillbaka. För säkerhets skull räknas de som flyttade.',
    now: 'Radera filen om den finns där. Välj sedan ”Förnya här igen” på varje konto.',
  },
};
