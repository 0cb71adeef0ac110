import type { practice as practiceEn } from '../en/practice.ts';
import type { Swedish } from '../texts.ts';

/** Practice mode. */
export const practice: Swedish<typeof practiceEn> = {
  banner: 'Övning: ingen riktig myndighet kontaktas',
  showPost: 'Övningspost och övningssteg',
  postTitle: 'Övningsposten',
  production: 'Det som Skatteverket skickar för produktion ligger i undermappen ”produktion”.',
  title: 'Öva hela vägen',
  intro:
    'Övningsversioner av ANAF och Skatteverket körs på den här datorn. Deras post till dig, med allt ett riktigt företag får, ligger i den här mappen:',
  preparing: 'Övningsmyndigheterna gör i ordning sin post…',
  folder: 'Mapp',
  openFolder: 'Öppna mappen',
  stepsTitle: 'Övningssteg',
  done: 'Klart',
  beginBelow: 'Tryck på ”{{add}}” nedanför.',
  beginAtBoard: 'Tryck på ”{{menu}}”, sedan på ”{{add}}”.',
  steps: {
    anaf: {
      certificate:
        'Tryck på ”{{file}}” och välj ”certificat calificat.p12” i mappen ”anaf”; PIN-koden står i ”parola certificatului.txt”.',
      application:
        'Ange registreringen så som den står i ”Profil OAuth.txt”: Callback URL, tjänster, Client ID och Client Secret.',
      signIn: 'Logga in: ett fönster med övnings-ANAF öppnas.',
      then: 'Titta på båda giltighetstiderna och på innehållet i din token, och skicka ”Hello” under Anrop.',
    },
    'skatteverket-org': {
      certificate: 'Välj ”bolag-a.p12” eller släpp den på dialogrutan. PIN-koden står i ”bolag-a PIN-kod.txt”.',
      application:
        'Välj miljön Test, ange scope och de två nyckelparen från breven ”API-nycklar OAuth2.txt” och ”API-nycklar APIgw.txt”.',
      signIn: 'Logga in. Kontot visar hur länge din access token är giltig.',
      then: 'Skicka en ping till ett API under Anrop.',
    },
    'skatteverket-per': {
      certificate: '',
      application: 'Ange nycklarna i ”API-nycklar e-legitimation OAuth2.txt” och ”API-nycklar APIgw.txt”.',
      signIn:
        'Logga in: webbläsaren öppnar övningssidor. Välj en person där och lämna medgivande. Med en redirect-URI på https klistrar du in adressen som webbläsaren stannade vid.',
      then: 'Förnya token, utan webbläsaren.',
    },
    'skatteverket-sysorg': {
      certificate: 'Välj ”bolag-a.p12”; PIN-koden står i ”bolag-a PIN-kod.txt”.',
      application:
        'Ange nycklarna i ”API-nycklar system organisationslegitimation OAuth2.txt” och ”API-nycklar APIgw.txt”.',
      signIn: 'Hämta en access token. Ingen loggar in: nycklarna och organisationslegitimationen räcker.',
      then: 'Skicka ett anrop under Anrop.',
    },
    'skatteverket-sys': {
      certificate: '',
      application: 'Ange nycklarna i ”API-nycklar system OAuth2.txt” och ”API-nycklar APIgw.txt”.',
      signIn: 'Hämta en access token. Ingen loggar in, och inget certifikat visas upp.',
      then: 'Skicka ett anrop: denna access token ger bara åtkomst till öppna tjänster.',
    },
  },
};
