import type { explanations as explanationsEn } from '../en/explanations.ts';
import type { Swedish } from '../texts.ts';
import { explanationTexts } from '../explanation-texts.ts';
import { skatteverketExplanations } from './explanations-skatteverket.ts';

const signInAgain = 'Gå igenom orsakerna i ordning och logga sedan in igen.';

const noToken = {
  is: 'Din USB-token är inte ansluten, eller så saknas drivrutinen.',
  cure: 'Anslut din USB-token innan du loggar in, installera tillverkarens drivrutin och kontrollera att dess eget program visar certifikatet.',
};
const wrongOfSeveral = {
  is: 'Ett annat certifikat valdes än det som är känt i SPV.',
  cure: 'Välj efter serienummer och slutdatum: ett äldre certifikat för samma innehavare har samma namn.',
};
const ended = {
  is: 'Certifikatet har gått ut.',
  cure: 'Förnya det hos utfärdaren, registrera det nya på https://www.anaf.ro/reinnoire/ och välj det nya här.',
};
const renewed = {
  is: 'Certifikatet är förnyat, och ANAF känner inte till det nya än.',
  cure: 'Registrera det på https://www.anaf.ro/reinnoire/. Det kan ta upp till 24 timmar innan ANAF känner till det.',
};
const noRole = {
  is: 'Certifikatets innehavare saknar rollen SPV PJ (juridisk person).',
  cure: 'Logga in i SPV med samma certifikat och kontrollera rättigheterna där. Saknas rollen, ansök om den med blankett 150.',
};
const neverAsked = {
  is: 'Webbläsaren frågade inte efter något certifikat: den minns ett tidigare val.',
  cure: 'Stäng alla webbläsarens fönster, även i bakgrunden, och försök igen, eller använd ett privat fönster.',
};
const firefox = {
  is: 'Webbläsaren är Firefox, som behöver PKCS#11-modulen till din USB-token och inte alltid godtar ANAF:s server.',
  cure: 'Använd Chrome eller Edge, eller logga in i Taxpass fönster.',
};
const cookies = {
  is: 'Webbläsaren blockerar kakor, eller har kvar dem från ett tidigare försök.',
  cure: 'Tillåt kakor från logincert.anaf.ro, ta bort de gamla och försök igen.',
};
const mistyped = {
  is: 'Client ID eller client secret är felskrivet eller avklippt.',
  cure: 'Kopiera båda igen från ”Client ID-uri OAuth existente”, utan blanksteg före eller efter.',
};
const deleted = {
  is: 'Applikationen är raderad i ”Profil OAuth”: då har alla konton med den slutat fungera.',
  cure: 'Registrera den igen, ange de nya nycklarna här och logga in igen med varje konto.',
};
const codeLate = {
  is: 'Det gick mer än 60 sekunder mellan ANAF:s sida och växlingen: så länge gäller ANAF:s kod, och sedan bryts anslutningen.',
  cure: 'Börja om. Om du själv klistrar in adressen, gör det genast.',
};
const tokenEnded = {
  is: 'Din access token har gått ut.',
  cure: 'Förnya token; certifikatet behövs inte för det.',
};
const wrongPath = {
  is: 'Adressen är fel: delen /prod/FCTEL/rest/ eller /test/FCTEL/rest/ saknas eller är felstavad.',
  cure: 'Utgå från ett av exemplen, eller jämför adressen bokstav för bokstav med ANAF:s beskrivning.',
};
const notTicked = {
  is: 'Applikationen registrerades utan den här tjänsten (”Serviciu”): E-Factura och E-Transport kryssas i var för sig.',
  cure: 'Jämför rollerna i din token under Innehåll. Kryssa i tjänsten i ”Profil OAuth” och logga sedan in igen för att få en token som har den.',
};
const atItsGateway = {
  is: 'Något i adressen, någon header eller bodyn såg ut som ett angrepp.',
  cure: 'Kontrollera om adressen har tecken som inte hör dit och om bodyn har skript. Uppge support-id från ANAF:s sida, om den visar ett, när du kontaktar ANAF.',
};
const maintenance = {
  is: 'Tjänsten är stängd för underhåll, eller ligger nere.',
  cure: 'Försök igen om några minuter; ANAF meddelar längre avbrott på sin webbplats.',
};

/** The explanations that the profiles' error rows name. */
export const explanations: Swedish<typeof explanationsEn> = {
  ...explanationTexts({
    'anaf-access-denied': {
      what: 'ANAF släppte inte in dig med certifikatet.',
      causes: {
        'no-token': noToken,
        'wrong-of-several': wrongOfSeveral,
        ended,
        renewed,
        'no-role': noRole,
        'never-asked': neverAsked,
        firefox,
        cookies,
      },
      now: signInAgain,
    },
    'anaf-not-finished': {
      what: 'Inloggningen hos ANAF blev inte klar i tid.',
      causes: {
        'never-asked': neverAsked,
        'no-token': noToken,
        firefox,
        cookies,
        'hung-handshake': {
          is: 'Certifikatet finns i molnet, och bekräftelsen i telefonen gavs inte eller hängde sig.',
          cure: 'Ha telefonen till hands och bekräfta genast; om inget kommer, avbryt och börja om.',
        },
      },
      now: signInAgain,
    },
    'anaf-invalid-client': {
      what: 'ANAF godtar inte applikationen.',
      causes: {
        mistyped,
        deleted,
        'other-flow': {
          is: 'Nycklarna kommer från en annan myndighet eller ett annat program.',
          cure: 'Ta dem som ”Client ID-uri OAuth existente” visar bredvid applikationens namn.',
        },
      },
      now: 'Gå igenom orsakerna i ordning och försök sedan igen.',
    },
    'anaf-redirect-uri': {
      what: 'ANAF godtar inte din callback URL.',
      causes: {
        differs: {
          is: 'Den finns inte, tecken för tecken, bland dem som är registrerade på ANAF:s sida ”Profil OAuth”: stora och små bokstäver, porten och ett snedstreck i slutet räknas.',
          cure: 'Jämför de två. Redigera API-nycklarna här, eller registrera adressen där.',
        },
        mistyped: {
          is: 'Detta client ID hör till en annan applikation, som har andra callback-adresser.',
          cure: 'Jämför client ID med ”Client ID-uri OAuth existente”.',
        },
      },
      now: signInAgain,
    },
    'anaf-request-form': {
      what: 'ANAF godtar inte formen på anropet.',
      causes: {
        changed: {
          is: 'ANAF har ändrat sitt gränssnitt, eller så har den här versionen av Taxpass ett fel.',
          cure: 'Se efter om det finns en nyare version. Om inte, anmäl felet med detaljerna nedan.',
        },
      },
      now: 'Inget på kontot ändrades.',
    },
    'anaf-session-ended': {
      what: 'ANAF avslutade inloggningen på vägen.',
      causes: {
        slow: {
          is: 'Det gick för lång tid mellan två av sidorna.',
          cure: 'Börja om och välj certifikatet utan längre paus.',
        },
        'no-token': {
          is: 'Inget certifikat kom fram: din USB-token var inte ansluten eller PIN-koden angavs inte.',
          cure: noToken.cure,
        },
        cookies,
      },
      now: signInAgain,
    },
    'anaf-refresh-ended': {
      what: 'Refresh token fungerar inte längre.',
      causes: {
        'used-elsewhere': {
          is: 'Ett annat program har använt den: varje användning ersätter den.',
          cure: 'Låt bara ett program förnya det här kontot.',
        },
        'past-end': {
          is: 'Den har gått ut.',
          cure: 'Förnya tidigare i fortsättningen, eller låt Taxpass göra det.',
        },
        deleted,
      },
      now: 'Logga in med certifikatet igen.',
    },
    'anaf-code-spent': {
      what: 'Auktorisationskoden gällde inte längre.',
      causes: {
        'code-late': { is: 'Koden från ANAF gäller i 60 sekunder och fungerar en gång.', cure: codeLate.cure },
        'used-elsewhere': {
          is: 'Ett annat program, eller en sida på callback-adressen, har använt den.',
          cure: 'Klistra in adressen bara här.',
        },
      },
      now: 'Logga in igen.',
    },
    'anaf-code-late': {
      what: 'ANAF bröt anslutningen i stället för att ge en token.',
      causes: {
        'code-late': codeLate,
        network: {
          is: 'Anslutningen bröts av sig själv.',
          cure: 'Kontrollera nätverket; en kod som en gång har skickats kan inte skickas igen.',
        },
      },
      now: 'Logga in igen.',
    },
    'anaf-portal-page': {
      what: 'ANAF svarade med en sida i portalen i stället för med data.',
      causes: {
        maintenance,
        'wrong-path': {
          is: 'Adressen finns inte, och anropet hamnade hos ANAF:s gateway.',
          cure: wrongPath.cure,
        },
      },
      now: 'Försök igen om några minuter.',
    },
    'anaf-255': {
      what: 'ANAF nekade, eftersom flera tokens begärdes samtidigt (fel 255).',
      causes: {
        'used-elsewhere': {
          is: 'Ett annat program, eller en annan dator, loggar in med samma certifikat.',
          cure: 'Låt det bli klart och logga in från ett program i taget.',
        },
        pressed: {
          is: 'En av ANAF:s sidor skickades två gånger, eller så loggade du in igen för snabbt.',
          cure: 'Vänta en minut innan du försöker igen.',
        },
      },
      now: 'Vänta en minut och försök sedan igen.',
    },
    'anaf-rate': {
      what: 'För många anrop.',
      causes: {
        minute: {
          is: 'ANAF tar emot högst 1 000 anrop i minuten (100 enligt den äldre beskrivningen), alla program sammanlagt.',
          cure: 'Vänta en minut. Den som fortsätter ändå kan bli spärrad.',
        },
      },
      now: 'Vänta och skicka igen.',
    },
    'anaf-day-limit': {
      what: 'ANAF:s gräns för dagen är nådd.',
      causes: {
        'day-limit': {
          is: 'Per dag och företag tillåts 1 500 enkla listor, 100 000 sidor av den sidindelade listan och 1 000 meddelanden från köpare (RASP); per meddelande 100 statusfrågor och 10 hämtningar.',
          cure: 'Spara det som har hämtats i stället för att fråga igen, och leta efter ett program som frågar för ofta.',
        },
      },
      now: 'Skicka igen efter midnatt i Bukarest. Den som fortsätter ändå kan bli spärrad.',
    },
    'anaf-no-messages': {
      what: 'Det finns inga meddelanden.',
      causes: {
        none: {
          is: 'Inget gick fel: token och rättigheter är i sin ordning, och ANAF har inga meddelanden för företaget under de dagar du frågade om.',
          cure: 'Fråga om fler dagar (högst 60), eller om ett annat företag.',
        },
      },
      now: 'Det finns inget att åtgärda.',
    },
    'anaf-no-right': {
      what: 'Certifikatets innehavare har ingen rättighet i SPV för det här företaget.',
      causes: {
        'wrong-cif': {
          is: 'CIF är felskrivet, eller ett annat företags.',
          cure: 'Jämför det; det skrivs utan RO.',
        },
        renewed: {
          is: 'Certifikatet är förnyat: SPV ger rättigheter till ett certifikats serienummer, och det nya har inga än.',
          cure: renewed.cure,
        },
        'no-role': {
          is: 'Innehavaren har aldrig fått någon rättighet för företaget, eller så har den tagits bort.',
          cure: 'Se efter vilka rättigheter som finns i SPV med samma certifikat; saknas rättigheten, lämna in blankett 150 för företaget.',
        },
        'wrong-of-several': {
          is: 'Denna token hör till ett annat certifikat än du tror.',
          cure: 'Jämför serienumret under Innehåll med certifikatets.',
        },
      },
      now: 'Det är inget fel på din access token: gå igenom orsakerna i ordning och skicka sedan igen.',
    },
    'anaf-token-invalid': {
      what: 'API:et godtar inte din access token.',
      causes: {
        'token-ended': tokenEnded,
        deleted,
        blocked: {
          is: 'ANAF har spärrat denna access token, eller så har rättigheterna bakom den ändrats.',
          cure: 'Logga in med certifikatet igen.',
        },
      },
      now: 'Förnya token och försök igen.',
    },
    'anaf-forbidden': {
      what: 'ANAF tillåter inte det här anropet.',
      causes: { 'wrong-path': wrongPath, 'not-ticked': notTicked },
      now: 'Gå igenom orsakerna i ordning och skicka sedan igen.',
    },
    'anaf-not-served': {
      what: 'Det finns inget på den här adressen.',
      causes: {
        'wrong-path': wrongPath,
        'only-production': {
          is: 'Vissa tjänster, som validering och PDF, finns bara under /prod/.',
          cure: 'Skicka till /prod/; de två tjänsterna ändrar ingenting.',
        },
      },
      now: 'Gå igenom orsakerna i ordning och skicka sedan igen.',
    },
    'anaf-bad-request': {
      what: 'ANAF godtar inte anropet som det är.',
      causes: {
        parameter: {
          is: 'En parameter saknas, är tom eller otillåten; ”message” i svaret nämner den.',
          cure: 'Fyll i alla parametrar i adressen: cif utan RO, zile från 1 till 60.',
        },
        clock: {
          is: 'En tid ligger i framtiden eller för långt tillbaka: ANAF räknar efter sin egen klocka, och en sekund spelar roll.',
          cure: 'För den sidindelade listan: sluta en minut före nu och börja högst 60 dagar tillbaka.',
        },
      },
      now: 'Gå igenom orsakerna i ordning och skicka sedan igen.',
    },
    'anaf-too-large': {
      what: 'Dokumentet är för stort.',
      causes: {
        size: {
          is: 'ANAF tar emot upp till 10 MB (5 MB enligt den äldre beskrivningen).',
          cure: 'Gör bilagorna mindre eller utelämna dem.',
        },
      },
      now: 'Åtgärda det och skicka sedan igen.',
    },
    'anaf-document-refused': {
      what: 'ANAF har läst dokumentet och nekar det.',
      causes: {
        content: {
          is: 'Innehållet bryter mot reglerna; svaret nedan säger vilka, en för en.',
          cure: 'Rätta dokumentet i programmet som skapade det, och validera det innan det skickas igen.',
        },
        standard: {
          is: 'Dokumentet är av en annan typ än adressen anger (UBL, CN, CII, RASP).',
          cure: 'Jämför parametern ”standard” med dokumentet.',
        },
      },
      now: 'Token och rättigheter är i sin ordning. Ett dokument som nekats räknas inte som inskickat.',
    },
    'anaf-said-no': {
      what: 'ANAF:s API nekar anropet med egna ord.',
      causes: {
        parameter: {
          is: 'En parameter har ett värde som inte godtas; ”eroare” i svaret nedan säger vilken.',
          cure: 'Jämför: cif utan RO, zile från 1 till 60, filtru något av E, T, P och R.',
        },
      },
      now: 'Det är inget fel på din access token: rätta adressen och skicka sedan igen.',
    },
    'anaf-server-trouble': {
      what: 'Ett fel uppstod i ANAF:s server.',
      causes: {
        maintenance,
        busy: {
          is: 'Den är överbelastad, vilket händer omkring den 25:e varje månad.',
          cure: 'Försök igen senare. En uppladdning kan ha kommit fram ändå: kontrollera dess status innan du skickar den igen.',
        },
      },
      now: 'Försök igen. Om en inloggning pågick måste du börja om: koden är förbrukad.',
    },
    'anaf-blocked': {
      what: 'ANAF:s brandvägg stoppade anropet.',
      causes: {
        request: atItsGateway,
        'too-often': {
          is: 'För mycket kom från det här nätverket på kort tid.',
          cure: 'Vänta några minuter; fråga den som sköter nätverket om ett annat program skickar utan uppehåll.',
        },
      },
      now: 'Gå igenom orsakerna i ordning och försök sedan igen.',
    },
    'anaf-token-not-jwt': {
      what: 'ANAF gav en opak token i stället för en JWT.',
      causes: {
        changed: {
          is: 'Typen JWT begärdes i båda anropen, men svaret var en ren referens.',
          cure: 'Om det fortsätter, skicka detaljerna nedan till ANAF:s support.',
        },
      },
      now: 'Logga in igen.',
    },
  }),
  ...skatteverketExplanations,
};
