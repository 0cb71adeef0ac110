import type { skatteverketExplanations as skatteverketExplanationsEn } from '../en/explanations-skatteverket.ts';
import type { Swedish } from '../texts.ts';
import { explanationTexts } from '../explanation-texts.ts';

const swapped = {
  is: 'De två nyckelparen är förväxlade: detta är client ID från APIgw-nycklarna.',
  cure: 'Tryck på ”Byt plats på nyckelparen” bland API-nycklarna.',
};
const otherEnvironment = {
  is: 'Nycklarna hör till den andra miljön: testmiljön och produktionsmiljön har egna nycklar.',
  cure: 'Använd nycklarna för rätt miljö, eller ändra miljö bland API-nycklarna.',
};
const mistyped = {
  is: 'Det är felskrivet eller avklippt.',
  cure: 'Kopiera det igen från brevet märkt OAuth2, utan blanksteg före eller efter.',
};
const secretReplaced = {
  is: 'Skatteverket har skickat en nyare client secret, och den gamla gäller inte längre.',
  cure: 'Använd client secret från det senaste brevet; i produktionsmiljön kommer ena halvan som sms.',
};
const scopeMistyped = {
  is: 'Ett scope är felskrivet; några stavas på ett oväntat sätt, till exempel agdredovisningperiod.',
  cure: 'Jämför scopen bokstav för bokstav med tjänstebeskrivningen.',
};
const notOrdered = {
  is: 'Registreringen omfattar inte den här tjänsten.',
  cure: 'Beställ den hos Skatteverket för detta client ID.',
};
const tokenEnded = { is: 'Den har gått ut: den gäller i en timme.', cure: 'Hämta en ny access token.' };

/** The explanations that the error rows of Skatteverket's profiles name. */
export const skatteverketExplanations: Swedish<typeof skatteverketExplanationsEn> = explanationTexts({
  'skv-certificate-refused': {
    what: 'Skatteverket godtar inte organisationslegitimationen.',
    causes: {
      ended: { is: 'Organisationslegitimationen har gått ut.', cure: 'Beställ en ny från Expisoft och importera den.' },
      'other-environment': {
        is: 'Den hör till den andra miljön: testlegitimationer gäller bara i testmiljön, och övriga i produktionsmiljön.',
        cure: 'Välj en organisationslegitimation för samma miljö som API-nycklarna.',
      },
      'wrong-of-several': {
        is: 'Det är en äldre för samma organisation, som sedan dess har spärrats.',
        cure: 'Välj efter serienummer och slutdatum.',
      },
      'not-yet': {
        is: 'Den är inte giltig än.',
        cure: 'Se efter vilken dag den börjar gälla, och kontrollera datorns klocka.',
      },
      'bound-to-another': {
        is: 'Nycklarna är knutna till en annan organisationslegitimation (”utpekad”), eller till en annan organisations.',
        cure: 'Använd den organisationslegitimation som registreringen anger.',
      },
    },
    now: 'Gå igenom orsakerna i ordning och försök sedan igen.',
  },
  'skv-client-id-unknown': {
    what: 'Skatteverket känner inte till detta OAuth2 client ID.',
    causes: { mistyped, swapped, 'other-environment': otherEnvironment },
    now: 'Gå igenom orsakerna i ordning och försök sedan igen.',
  },
  'skv-client-secret-wrong': {
    what: 'OAuth2 client secret är fel.',
    causes: {
      mistyped: {
        is: 'Den är felskriven, eller så angavs bara ena halvan.',
        cure: 'Ange client secret märkt OAuth2 igen.',
      },
      swapped: { is: 'Det är client secret från APIgw-nycklarna.', cure: swapped.cure },
      replaced: secretReplaced,
    },
    now: 'Gå igenom orsakerna i ordning och försök sedan igen.',
  },
  'skv-keys-for-another-flow': {
    what: 'Nycklarna hör till ett annat flöde.',
    causes: {
      'other-flow': {
        is: 'Skatteverket knyter varje nyckelpar till ett flöde (organisationslegitimation, e-legitimation eller system), och de här hör till ett annat.',
        cure: 'Använd nycklarna för det här flödet, eller beställ dem; vilket flöde ett API har står i API-beskrivningen. Hör nycklarna till inloggning med organisationslegitimation väljer du i stället ”Logga in hos Skatteverket med organisationslegitimation…”.',
      },
      'other-environment': otherEnvironment,
    },
    now: 'Fyll i rätt nycklar och försök sedan igen.',
  },
  'skv-registration-fault': {
    what: 'Det är något fel i registreringen hos Skatteverket.',
    causes: {
      registration: {
        is: 'Skatteverkets server uppfattar inloggningen som en med lösenord (ROPC), vilket den inte är.',
        cure: 'Bara Skatteverket kan rätta det: skicka detaljerna nedan till deras utvecklarsupport.',
      },
    },
    now: 'Försök igen när det är rättat.',
  },
  'skv-redirect-uri': {
    what: 'Redirect-URI:n är inte den registrerade.',
    causes: {
      differs: {
        is: 'Den måste vara likadan tecken för tecken: stora och små bokstäver, porten och ett snedstreck i slutet räknas.',
        cure: 'Jämför de två och kopiera in den registrerade bland API-nycklarna.',
      },
      'other-environment': {
        is: 'Den är registrerad bara för den andra miljön.',
        cure: 'Be Skatteverket registrera den även för den här.',
      },
    },
    now: 'Gå igenom orsakerna i ordning och försök sedan igen.',
  },
  'skv-request-form': {
    what: 'Skatteverket godtar inte formen på anropet.',
    causes: {
      changed: {
        is: 'Skatteverket har ändrat sitt gränssnitt, eller så har den här versionen av Taxpass ett fel.',
        cure: 'Se efter om det finns en nyare version. Om inte, anmäl felet med detaljerna nedan.',
      },
    },
    now: 'Inget på kontot ändrades.',
  },
  'skv-token-limit': {
    what: 'För många access tokens har hämtats.',
    causes: {
      'fetched-each-time': {
        is: 'Ett program hämtar en ny för varje anrop, trots att Skatteverket vill att hela giltighetstiden utnyttjas.',
        cure: 'Använd den access token du har tills den går ut; lämna ut den till de andra programmen i stället för att låta vart och ett hämta sin egen.',
      },
    },
    now: 'Vänta tills de äldre har gått ut, högst en timme.',
  },
  'skv-code-spent': {
    what: 'Auktorisationskoden gällde inte längre.',
    causes: {
      'code-late': {
        is: 'En auktorisationskod gäller i fem minuter och fungerar en gång.',
        cure: 'Klistra in adressen utan längre paus.',
      },
      'used-elsewhere': {
        is: 'Ett annat program, eller en sida på redirect-URI:n, har använt den.',
        cure: 'Klistra in adressen bara här.',
      },
    },
    now: 'Logga in igen.',
  },
  'skv-scope-unknown': {
    what: 'Skatteverket ger inte åtkomst till ett av scopen.',
    causes: { 'scope-mistyped': scopeMistyped, 'not-ordered': notOrdered },
    now: 'Ändra scopen bland API-nycklarna och försök sedan igen.',
  },
  'skv-gateway-keys': {
    what: 'API:et godtar inte APIgw-nycklarna.',
    causes: {
      mistyped: {
        is: 'Nycklarna märkta APIgw är felskrivna eller avklippta.',
        cure: 'Kopiera båda igen från brevet märkt APIgw.',
      },
      swapped: { is: 'De två nyckelparen är förväxlade: detta är OAuth2-nycklarna.', cure: swapped.cure },
      'other-environment': otherEnvironment,
    },
    now: 'Gå igenom orsakerna i ordning och skicka sedan igen.',
  },
  'skv-scope-missing': {
    what: 'Din access token saknar det scope som API:et kräver.',
    causes: {
      'not-asked': {
        is: 'Scopet begärdes inte när denna access token hämtades, eller beviljades inte.',
        cure: 'Lägg till scopet bland API-nycklarna och hämta en ny access token.',
      },
      'not-ordered': {
        is: 'APIgw-nycklarna är inte registrerade för det här API:et.',
        cure: notOrdered.cure,
      },
    },
    now: 'Gå igenom orsakerna i ordning och skicka sedan igen.',
  },
  'skv-blocked': {
    what: 'Skatteverkets brandvägg stoppade anropet.',
    causes: {
      request: {
        is: 'Något i adressen, någon header eller bodyn såg fel ut; det räcker med en header som inte är angiven för tjänsten.',
        cure: 'Kontrollera adressen och bodyn. Support-id står i svaret.',
      },
    },
    now: 'Åtgärda det och skicka sedan igen.',
  },
  'skv-token-invalid': {
    what: 'API:et godtar inte din access token.',
    causes: {
      'token-ended': tokenEnded,
      'other-environment': {
        is: 'Den är hämtad i den andra miljön.',
        cure: 'Jämför adressen med API-nycklarnas miljö.',
      },
    },
    now: 'Hämta en ny access token och skicka igen.',
  },
  'skv-token-revoked': {
    what: 'Skatteverket har återkallat din access token.',
    causes: {
      withdrawn: {
        is: 'En nyare har ersatt den, eller så har Skatteverket spärrat den.',
        cure: 'Hämta en ny och låt alla program använda den.',
      },
    },
    now: 'Hämta en ny access token och skicka igen.',
  },
  'skv-no-authority': {
    what: 'Du får inte agera för den här skattskyldiga.',
    causes: {
      'no-ombud': {
        is: 'Personen eller organisationen som loggade in har ingen behörighet som ombud, eller så har behörigheten upphört.',
        cure: 'Se efter i ”Ombud och behörigheter” hos Skatteverket; det är huvudmannen som ger behörigheten där.',
      },
      'wrong-number': {
        is: 'Numret i adressen är någon annans.',
        cure: 'Jämför det: tolv siffror, för ett företag 16 och organisationsnumret.',
      },
      'wrong-of-several': {
        is: 'Organisationen i organisationslegitimationen är inte ombudet.',
        cure: 'Logga in med organisationslegitimationen för den organisation som har fått behörigheten.',
      },
    },
    now: 'Det är inget fel på din access token: gå igenom orsakerna i ordning och skicka sedan igen.',
  },
  'skv-tax-account-error': {
    what: 'API:et för skattekontot nekar anropet med egna ord.',
    causes: {
      parameter: {
        is: 'Ett nummer eller datum godtas inte; ”felmeddelande” i svaret nedan säger vilket.',
        cure: 'Rätta adressen och skicka igen.',
      },
    },
    now: 'Det är inget fel på din access token.',
  },
  'skv-checks-failed': {
    what: 'Skatteverket har kontrollerat deklarationen och hittat fel.',
    causes: {
      content: {
        is: 'Uppgifter saknas eller motsäger varandra; svaret nedan räknar upp dem med ”typ” ERROR.',
        cure: 'Rätta dem i programmet som skapade deklarationen. Det som har ”typ” WARNING behöver inte rättas.',
      },
    },
    now: 'Det är inget fel på din access token.',
  },
  'skv-id-not-found': {
    what: 'Det finns inget på den här adressen.',
    causes: {
      'wrong-path': {
        is: 'Sökvägen, dess version eller numret i den är fel.',
        cure: 'Jämför med tjänstebeskrivningen; redovisare har tolv siffror, period sex.',
      },
      'nothing-there': {
        is: 'Det finns inget utkast, ingen deklaration och inget konto med det numret än.',
        cure: 'Fråga om en annan period, eller spara först ett utkast.',
      },
    },
    now: 'Gå igenom orsakerna i ordning och skicka sedan igen.',
  },
  'skv-forbidden': {
    what: 'Skatteverket tillåter inte det här anropet.',
    causes: {
      'not-ordered': notOrdered,
      'not-asked': {
        is: 'Din access token hämtades utan API:ets scope.',
        cure: 'Lägg till scopet bland API-nycklarna och hämta en ny access token.',
      },
      'no-ombud': {
        is: 'En behörighet som ombud saknas.',
        cure: 'Se efter i ”Ombud och behörigheter” hos Skatteverket.',
      },
    },
    now: 'Gå igenom orsakerna i ordning och skicka sedan igen.',
  },
  'skv-accept-missing': {
    what: 'API:et vill veta vilken typ av svar som önskas.',
    causes: {
      header: {
        is: 'Det här API:et anger headern Accept, och den skickades inte: Taxpass skickar bara de headers som är gemensamma för alla API:er.',
        cure: 'Anropa API:et från ditt eget program, med en access token härifrån.',
      },
    },
    now: 'Det är inget fel på din access token.',
  },
  'skv-rate': {
    what: 'För många anrop på kort tid.',
    causes: {
      second: {
        is: 'Skatteverket tar emot omkring fyra anrop i sekunden, alla program med samma client ID sammanlagt.',
        cure: 'Vänta någon sekund; låt program som delar nycklar turas om.',
      },
    },
    now: 'Vänta en stund och skicka igen.',
  },
  'skv-session-lost': {
    what: 'Skatteverkets server tappade bort inloggningen.',
    causes: {
      slow: { is: 'Sessionen avslutades på vägen.', cure: 'Börja om utan längre paus.' },
      ended: {
        is: 'Ingen giltig organisationslegitimation kom fram.',
        cure: 'Se efter vilka datum den gäller, och om den hör till den här miljön.',
      },
    },
    now: 'Logga in igen.',
  },
  'skv-per-refresh-ended': {
    what: 'Sessionen hos Skatteverket är slut.',
    causes: {
      'past-end': {
        is: 'En refresh token i flödet med e-legitimation gäller i 65 minuter och kan användas en gång; den här har gått ut. Det är normalt.',
        cure: 'Logga in med e-legitimation igen när du behöver.',
      },
      'used-elsewhere': {
        is: 'Ett annat program har använt den.',
        cure: 'Låt bara ett program förnya det här kontot.',
      },
    },
    now: 'Logga in med e-legitimation igen.',
  },
  'skv-per-denied': {
    what: 'Skatteverket släpper inte igenom inloggningen.',
    causes: {
      'other-environment': otherEnvironment,
      'person-refused': {
        is: 'Personen får inte använda tjänsten med den valda e-legitimationen.',
        cure: 'Logga in med BankID eller Freja eID+; testpersoner gäller bara i testmiljön.',
      },
    },
    now: 'Gå igenom orsakerna i ordning och försök sedan igen.',
  },
  'skv-pkce-refused': {
    what: 'Skatteverket godtog inte kontrollnyckeln (PKCE).',
    causes: {
      'no-pkce': {
        is: 'Med en redirect-URI på ett eget schema skickar Taxpass en kontrollnyckel, så att inget annat program kan använda koden.',
        cure: 'Välj en https-redirect-URI för den här inloggningen; då klistrar du in adressen och ingen kontrollnyckel skickas.',
      },
    },
    now: 'Välj en annan redirect-URI och försök sedan igen.',
  },
});
