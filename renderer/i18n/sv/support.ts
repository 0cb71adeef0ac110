import type { support as supportEn } from '../en/support.ts';
import type { Swedish } from '../texts.ts';
/** The record of a sign-in that somebody can be sent. */
export const support: Swedish<typeof supportEn> = {
  open: 'Underlag till support…',
  title: 'Underlag om inloggningen',
  what: 'Till den som ska ta reda på hur en inloggning gick: vilka servrar som svarade, vad och när. Underlaget innehåller inga hemligheter, tokens, koder eller PIN-koder, inga värden av det som skickades, och inget om ett certifikat utom vem som utfärdade det och nyckelns typ. Av myndighetens egen feltext finns upp till 200 tecken, utan det som Taxpass vet är hemligt eller personligt.',
  look: 'Det här är allt. Inget skickas automatiskt: läs det först, och lämna det inte vidare om det innehåller något som det inte borde.',
  text: 'Underlaget',
  where:
    'Underlaget är på engelska, så att alla supportavdelningar kan läsa det. Ge det till den som sköter Taxpass på kontoret, eller bifoga det i din felanmälan.',
  copy: 'Kopiera',
  save: 'Spara…',
  copied: 'Underlaget ligger i urklipp.',
  saved: 'Underlaget är sparat.',
};
