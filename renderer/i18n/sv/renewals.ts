import type { renewals as renewalsEn } from '../en/renewals.ts';
import type { Swedish } from '../texts.ts';
/** Renewal by the program itself, of many accounts at once, and what can come between. */
export const renewals: Swedish<typeof renewalsEn> = {
  heading: 'Förnyelse av alla som behöver det',
  start: 'Förnya alla ({{count}})',
  progress: '{{renewed}} av {{total}} förnyade',
  progressWithFailures: '{{renewed}} av {{total}} förnyade, {{failed}} misslyckades',
  waitsUntil: 'Väntar till {{time}}: myndigheten ber om tålamod.',
  cancel: 'Avbryt',
  cancelling: 'Avbryter…',
  dismiss: 'Stäng',
  result: {
    none: 'Inget behövde längre förnyas.',
    all_one: '{{count}} konto förnyades.',
    all_other: 'Alla {{count}} konton förnyades.',
    some: '{{renewed}} förnyades, {{failed}} gick inte att förnya.',
    cancelled: 'Avbrutet: {{renewed}} förnyades, {{left}} hann inte prövas.',
    cancelledWithFailures:
      'Avbrutet: {{renewed}} förnyades, {{failed}} gick inte att förnya, {{left}} hann inte prövas.',
  },
  failed: 'Inte förnyade',
  said: {
    started_one: '{{count}} konto förnyas.',
    started_other: '{{count}} konton förnyas.',
  },
  byItself: {
    from: 'Så länge Taxpass är igång förnyas tokens automatiskt från {{time}}.',
    withinADay: 'Så länge Taxpass är igång förnyas tokens automatiskt inom ett dygn.',
    due: 'Taxpass förnyar automatiskt: det är dags nu.',
    whileInUse:
      'Hämtas vid behov: Taxpass förnyar din access token automatiskt medan den används, högst tio gånger efter en inloggning.',
    otherCopy: 'Taxpass förnyar inte automatiskt så länge ett annat program kan ha samma refresh token.',
  },
  otherCopy: {
    title: 'Övertaget från ett annat program; ännu inte förnyat här',
    text: 'Vid den första förnyelsen här slutar det andra programmets refresh token att fungera; du får en fråga innan. Därefter förnyar Taxpass automatiskt.',
  },
  answerLost: {
    what: 'Svaret på en förnyelse kom aldrig fram.',
    why: 'Nya tokens begärdes, men inget svar kom, eller så gick det inte att spara. Myndigheten kan ha förbrukat den gamla refresh token, men det är inte säkert.',
    kept: 'Den gamla refresh token finns kvar, och Taxpass prövar den en gång till automatiskt.',
    keptByHand: 'Den gamla refresh token finns kvar. Taxpass prövar den inte igen automatiskt.',
    how: 'Så slutade det senaste försöket',
    now: 'Tryck på ”Förnya token” för att pröva den nu. Om myndigheten inte godtar den längre, logga in igen.',
  },
};
