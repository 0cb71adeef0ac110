import type { companies as companiesEn } from '../en/companies.ts';
import type { Romanian } from '../texts.ts';
/** The companies an account is used for. */
export const companies: Romanian<typeof companiesEn> = {
  heading: 'Firme',
  edit: 'Modifică firmele…',
  editFor: 'Modifică firmele… pentru {{account}}',
  none: 'Nu este introdusă nicio firmă.',
  /** The organisation that the account’s certificate names, as a first label. */
  own: 'Adaugă {{company}}, din certificat',
  dialog: {
    title: 'Firmele acestui cont',
    lead: 'Un token este valabil pentru toate firmele la care titularul are drepturi. Aici sunt etichetele dumneavoastră, pentru a le regăsi: autoritatea nu este întrebată și acolo nu se schimbă nimic.',
    table: 'Firme',
    number: 'Număr',
    name: 'Denumire',
    personal: 'cod numeric personal',
    remove: 'Elimină',
    removeFor: 'Elimină {{company}}',
    count_one: '{{count}} firmă',
    count_few: '{{count}} firme',
    count_other: '{{count}} de firme',
    tooMany:
      'Numărul maxim de firme la un cont este {{limit}}; acum sunt {{count}}. Eliminați câteva sau împărțiți-le pe mai multe conturi.',
    empty: 'Niciuna încă. Lipiți o listă mai jos.',
    saved_one: 'A fost salvată {{count}} firmă.',
    saved_few: 'Au fost salvate {{count}} firme.',
    saved_other: 'Au fost salvate {{count}} de firme.',
  },
  paste: {
    label: 'Adăugați firme',
    anafHint:
      'Câte una pe rând: CUI/CIF-ul și, dacă doriți, denumirea alături. Se pot lipi coloane dintr-o foaie de calcul: prima cu text este denumirea, celelalte se ignoră.',
    skatteverketHint:
      'Câte una pe rând: numărul de organizație și, dacă doriți, denumirea alături. Se pot lipi coloane dintr-o foaie de calcul: prima cu text este denumirea, celelalte se ignoră.',
    read: 'Citește',
    empty: 'Scrieți sau lipiți cel puțin un număr.',
    tooLong: 'Textul este mai lung decât orice listă de firme. Lipiți numai cele două coloane.',
    result: 'Ce s-a citit',
    found_one: '{{count}} firmă citită',
    found_few: '{{count}} firme citite',
    found_other: '{{count}} de firme citite',
    heading: 'Primul rând a fost considerat cap de tabel: {{text}}',
    repeated_one: '{{count}} rând repetă o firmă de mai sus: {{lines}}.',
    repeated_few: '{{count}} rânduri repetă firme de mai sus: {{lines}}.',
    repeated_other: '{{count}} de rânduri repetă firme de mai sus: {{lines}}.',
    already_one: '{{count}} dintre ele este deja în listă.',
    already_few: '{{count}} dintre ele sunt deja în listă.',
    already_other: '{{count}} dintre ele sunt deja în listă.',
    personal_one:
      '{{count}} număr este codul numeric personal al unei persoane, ca la întreprinzătorii individuali. Se afișează întreg oricui vede această fereastră.',
    personal_few:
      '{{count}} numere sunt coduri numerice personale, ca la întreprinzătorii individuali. Se afișează întregi oricui vede această fereastră.',
    personal_other:
      '{{count}} de numere sunt coduri numerice personale, ca la întreprinzătorii individuali. Se afișează întregi oricui vede această fereastră.',
    problems_one: '{{count}} rând nu a fost înțeles',
    problems_few: '{{count}} rânduri nu au fost înțelese',
    problems_other: '{{count}} de rânduri nu au fost înțelese',
    line: 'Rândul {{line}}: {{text}}',
    more_one: 'și încă {{count}} rând',
    more_few: 'și încă {{count}} rânduri',
    more_other: 'și încă {{count}} de rânduri',
    add_one: 'Adaugă {{count}} firmă',
    add_few: 'Adaugă {{count}} firme',
    add_other: 'Adaugă {{count}} de firme',
    notAdded:
      'Ce este scris în câmp nu a fost adăugat. Citiți și adăugați sau apăsați din nou „{{save}}” pentru a renunța la el.',
    addNames: 'Adaugă denumirile',
    problem: {
      'no-number': 'Nu conține niciun număr.',
      'check-digit': 'Cifra de control este greșită: o cifră lipsește sau este scrisă greșit.',
      length: 'Niciun astfel de număr nu are atâtea cifre.',
      'name-too-long': 'Denumirea are mai multe caractere decât limita de {{limit}}.',
      'line-too-long': 'Este prea lung pentru un rând dintr-o listă.',
    },
  },
};
