/** Faults listed of one answer, and characters of each: what else there is helps nobody. */
const MOST_FAULTS = 20;
const LONGEST = 500;

/**
 * What an API's answer says of its own failing, a line for each fault with the field it stands in (`eroare: …`); null
 * where it says nothing of the kind. Both authorities answer faults with status 200 (ANAF's messages and uploads,
 * Skatteverket's checks), as JSON, XML or plain text.
 * @param text the body
 */
export function faultWords(text: string): string | null {
  const start = text.trimStart();
  const lines = /^[{"]/.test(start) ? jsonFaults(parse(start)) : start.startsWith('<') ? xmlFaults(start) : [];
  const all = lines.length > 0 ? lines : plainFault(start);
  if (all.length === 0) return null;
  return all
    .slice(0, MOST_FAULTS)
    .map((line) => line.slice(0, LONGEST))
    .join('\n');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function jsonFaults(json: unknown): string[] {
  if (typeof json === 'string') return plainFault(json);
  const answer = membersOf(json);
  return [
    ...textsOf([answer], 'eroare'),
    // e-Transport
    ...textsOf(listOf(answer['Errors']), 'errorMessage'),
    // validare
    ...(answer['stare'] === 'nok' ? ['stare: nok', ...textsOf(listOf(answer['Messages']), 'message')] : []),
    // Skattekonto
    ...textsOf([answer], 'felkod'),
    ...textsOf([answer], 'felmeddelande'),
    // Momsdeklaration and arbetsgivardeklaration
    ...[answer, membersOf(answer['kontrollresultat'])]
      .flatMap((part) => listOf(part['kontroller']))
      .filter(({ typ }) => typ === 'ERROR')
      .flatMap(({ text }) => (typeof text === 'string' ? [`kontroll: ${text}`] : [])),
  ];
}

/** ANAF's answers to an upload and of its state. */
function xmlFaults(xml: string): string[] {
  const start = xml.slice(0, 20_000);
  const state = /\bstare="(nok|XML cu erori[^"]{0,100})"/i.exec(start)?.[1];
  return [
    ...(state === undefined ? [] : [`stare: ${state}`]),
    ...[...start.matchAll(/\berrorMessage="([^"]+)"/g)].map(([, message]) => `errorMessage: ${message}`),
  ];
}

/** ANAF's day limit comes as bare text too. What begins otherwise may be data. */
function plainFault(text: string): string[] {
  return /^(S-au facut deja|Nu exista mesaje|Nu aveti drept)\b/i.test(text) ? [`eroare: ${text}`] : [];
}

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): Members[] {
  return Array.isArray(value) ? value.map(membersOf) : [];
}

function textsOf(parts: readonly Members[], name: string): string[] {
  return parts.flatMap((part) => {
    const value = part[name];
    const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return isText ? [`${name}: ${String(value)}`] : [];
  });
}
