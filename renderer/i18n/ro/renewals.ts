import type { renewals as renewalsEn } from '../en/renewals.ts';
import type { Romanian } from '../texts.ts';
/** Renewal by the program itself, of many accounts at once, and what can come between. */
export const renewals: Romanian<typeof renewalsEn> = {
  heading: 'Prelungirea conturilor scadente',
  start: 'Prelungește tot ({{count}})',
  progress: 'Prelungite: {{renewed}} din {{total}}',
  progressWithFailures: 'Prelungite: {{renewed}} din {{total}}; nereușite: {{failed}}',
  waitsUntil: 'Se așteaptă până la {{time}}: autoritatea cere o pauză.',
  cancel: 'Anulează',
  cancelling: 'Se oprește…',
  dismiss: 'Ascunde',
  result: {
    none: 'Nu mai era nimic scadent.',
    all_one: '{{count}} cont a fost prelungit.',
    all_few: 'Toate cele {{count}} conturi au fost prelungite.',
    all_other: 'Toate cele {{count}} de conturi au fost prelungite.',
    some: 'Prelungite: {{renewed}}; nereușite: {{failed}}.',
    cancelled: 'Oprit. Prelungite: {{renewed}}; neîncercate: {{left}}.',
    cancelledWithFailures: 'Oprit. Prelungite: {{renewed}}; nereușite: {{failed}}; neîncercate: {{left}}.',
  },
  failed: 'Neprelungite',
  said: {
    started_one: 'Se prelungește {{count}} cont.',
    started_few: 'Se prelungesc {{count}} conturi.',
    started_other: 'Se prelungesc {{count}} de conturi.',
  },
  byItself: {
    from: 'Cât timp este pornit, Taxpass prelungește singur tokenurile începând cu {{time}}.',
    withinADay: 'Cât timp este pornit, Taxpass prelungește singur tokenurile în cel mult o zi.',
    due: 'Taxpass prelungește singur tokenurile: este momentul prelungirii.',
    whileInUse:
      'Se obține la nevoie: Taxpass prelungește singur tokenul de acces cât timp este folosit, de cel mult zece ori după o autentificare.',
    otherCopy:
      'Taxpass nu prelungește singur tokenurile cât timp alt program poate avea același token de reîmprospătare.',
  },
  otherCopy: {
    title: 'Preluat din alt program; încă neprelungit aici',
    text: 'Prima prelungire de aici oprește tokenul de reîmprospătare al celuilalt program; vi se cere mai întâi confirmarea. De atunci Taxpass prelungește singur.',
  },
  answerLost: {
    what: 'Răspunsul la o prelungire s-a pierdut.',
    why: 'S-au cerut tokenuri noi, dar răspunsul nu a ajuns sau nu a putut fi salvat. Nu se știe dacă autoritatea a consumat vechiul token de reîmprospătare.',
    kept: 'Vechiul token de reîmprospătare se păstrează, iar Taxpass îl mai încearcă o dată singur.',
    keptByHand: 'Vechiul token de reîmprospătare se păstrează. Taxpass nu îl mai încearcă singur.',
    how: 'Cum s-a încheiat ultima încercare',
    now: 'Apăsați „Prelungește tokenul” pentru a-l încerca acum. Dacă autoritatea nu îl mai acceptă, autentificați-vă din nou.',
  },
};
