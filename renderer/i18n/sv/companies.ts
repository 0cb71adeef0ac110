import type { companies as companiesEn } from '../en/companies.ts';
import type { Swedish } from '../texts.ts';
/** The companies an account is used for. */
export const companies: Swedish<typeof companiesEn> = {
  heading: 'Företag',
  edit: 'Redigera företag…',
  editFor: 'Redigera företag… för {{account}}',
  none: 'Inget företag är angivet.',
  /** The organisation that the account’s certificate names, as a first label. */
  own: 'Lägg till {{company}}, enligt certifikatet',
  dialog: {
    title: 'Kontots företag',
    lead: 'En token omfattar alla företag som innehavaren har behörighet för. Det här är dina egna etiketter för att hitta dem igen: myndigheten tillfrågas inte och inget ändras där.',
    table: 'Företag',
    number: 'Nummer',
    name: 'Namn',
    personal: 'personnummer',
    remove: 'Ta bort',
    removeFor: 'Ta bort {{company}}',
    count_one: '{{count}} företag',
    count_other: '{{count}} företag',
    tooMany:
      'Ett konto kan ha {{limit}} företag; det här är {{count}}. Ta bort några, eller fördela dem på flera konton.',
    empty: 'Inga än. Klistra in en lista nedan.',
    saved_one: '{{count}} företag sparades.',
    saved_other: '{{count}} företag sparades.',
  },
  paste: {
    label: 'Lägg till företag',
    anafHint:
      'Ett per rad: CUI, och namnet bredvid om du vill. Kolumner från ett kalkylark kan klistras in: den första textkolumnen blir namnet, övriga hoppas över.',
    skatteverketHint:
      'Ett per rad: organisationsnumret, och namnet bredvid om du vill. Kolumner från ett kalkylark kan klistras in: den första textkolumnen blir namnet, övriga hoppas över.',
    read: 'Läs in',
    empty: 'Skriv eller klistra in minst ett nummer.',
    tooLong: 'Det här är längre än någon lista över företag. Klistra bara in de två kolumnerna.',
    result: 'Det som lästes in',
    found_one: '{{count}} företag lästes in',
    found_other: '{{count}} företag lästes in',
    heading: 'Den första raden tolkades som rubrik: {{text}}',
    repeated_one: '{{count}} rad anger ett företag som redan står ovanför: {{lines}}.',
    repeated_other: '{{count}} rader anger företag som redan står ovanför: {{lines}}.',
    already_one: '{{count}} av dem finns redan i listan.',
    already_other: '{{count}} av dem finns redan i listan.',
    personal_one:
      '{{count}} nummer är ett personnummer, som enskilda näringsidkare har. Det visas i sin helhet för alla som ser det här fönstret.',
    personal_other:
      '{{count}} nummer är personnummer, som enskilda näringsidkare har. De visas i sin helhet för alla som ser det här fönstret.',
    problems_one: '{{count}} rad gick inte att tolka',
    problems_other: '{{count}} rader gick inte att tolka',
    line: 'Rad {{line}}: {{text}}',
    more_one: 'och {{count}} rad till',
    more_other: 'och {{count}} rader till',
    add_one: 'Lägg till {{count}} företag',
    add_other: 'Lägg till {{count}} företag',
    notAdded:
      'Raderna i fältet har inte lagts till. Tryck på ”Läs in”, eller på ”{{save}}” igen för att hoppa över dem.',
    addNames: 'Lägg till namnen',
    problem: {
      'no-number': 'Det finns inget nummer på raden.',
      'check-digit': 'Kontrollsiffran stämmer inte: en siffra saknas eller är felskriven.',
      length: 'Ett sådant nummer har inte så många siffror.',
      'name-too-long': 'Namnet är längre än {{limit}} tecken.',
      'line-too-long': 'Raden är för lång för en lista.',
    },
  },
};
