import { json, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { parseForm } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';

/** A company the demo person has rights for in SPV; `messageAges` are the days since its messages came. */
export interface Company {
  readonly name: string;
  readonly cif: string;
  readonly messageAges: ReadonlyArray<number>;
}

/** Their CIFs have right check digits and are longer than any company's. */
export const companies: ReadonlyArray<Company> = [
  { name: 'Exemplu Unu SRL', cif: '8000000000', messageAges: [0.5, 3, 10, 40] },
  { name: 'Exemplu Doi SRL', cif: '8000000018', messageAges: [] },
];

/** The filter letters, and what a message of each is called. */
const types: ReadonlyMap<string, string> = new Map([
  ['E', 'ERORI FACTURA'],
  ['T', 'FACTURA TRIMISA'],
  ['P', 'FACTURA PRIMITA'],
  ['R', 'MESAJ CUMPARATOR PRIMIT'],
]);
const parameters = ['zile', 'cif', 'filtru'];
const dayMs = 24 * 60 * 60 * 1000;
const title = 'Lista Mesaje';

/** GET `listaMesajeFactura`, for a token that opens it; `serial` is the certificate's, `now` epoch ms. */
export function listMessages(endpoint: string, request: PracticeRequest, serial: string, now: number): Answer {
  const fields = parseForm(request.rawQuery ?? '');
  const stray = fields.find(([name], at) => !parameters.includes(name) || fields.findIndex(([n]) => n === name) !== at);
  if (stray !== undefined) return badRequest(endpoint, `Parametru neasteptat: ${stray[0]}`, now);
  const value = (name: string) => fields.find(([found]) => found === name)?.[1] ?? '';
  const [days, cif, filter] = [value('zile'), value('cif'), value('filtru')];
  if (days === '' || cif === '') return badRequest(endpoint, 'Parametrii zile si cif sunt obligatorii', now);

  const problem = (text: string) => refused(json(endpoint, 200, { eroare: text, titlu: title }), 'eroare', text);
  if (!/^\d+$/.test(cif)) return problem(`CIF introdus= ${cif} nu este un numar`);
  if (!/^\d+$/.test(days)) return problem(`Numarul de zile introdus= ${days} nu este un numar intreg`);
  if (Number(days) < 1 || Number(days) > 60) return problem('Numarul de zile trebuie sa fie intre 1 si 60');
  if (filter !== '' && !types.has(filter)) {
    return problem('Valorile acceptate pentru parametrul filtru sunt E, T, P sau R');
  }
  const company = companies.find((candidate) => candidate.cif === cif);
  if (company === undefined) return problem(`Nu aveti drept in SPV pentru CIF=${cif}`);

  const messages = messagesOf(company, Number(days), now).filter(
    ({ tip }) => filter === '' || tip === types.get(filter),
  );
  if (messages.length === 0) {
    return json(endpoint, 200, { eroare: `Nu exista mesaje in ultimele ${days} zile`, titlu: title });
  }
  return json(endpoint, 200, {
    mesaje: messages,
    serial: serial.replaceAll(':', ''),
    cui: companies.map((candidate) => candidate.cif).join(','),
    titlu: `Lista Mesaje disponibile din ultimele ${days} zile`,
  });
}

/** Spring's answer to a request that lacks something. */
export function badRequest(endpoint: string, message: string, now: number): Answer {
  const body = { timestamp: romanianTime(now, true), status: 400, error: 'Bad Request', message };
  return refused(json(endpoint, 400, body), 'bad_request', message);
}

interface Message {
  readonly data_creare: string;
  readonly cif: string;
  readonly id_solicitare: string;
  readonly detalii: string;
  readonly tip: string;
  readonly id: string;
}

function messagesOf({ cif, messageAges }: Company, days: number, now: number): ReadonlyArray<Message> {
  const kinds = [...types.values()];
  return messageAges.flatMap((age, index) => {
    if (age > days) return [];
    const upload = String(5001120362 + index);
    return {
      data_creare: romanianTime(now - age * dayMs, false),
      cif,
      id_solicitare: upload,
      detalii: `Factura cu id_incarcare=${upload} emisa de cif_emitent=${cif} pentru cif_beneficiar=${cif}`,
      tip: kinds[index % kinds.length] ?? '',
      id: String(3001474425 + index),
    };
  });
}

/** In Bucharest: `dd-MM-yyyy HH:mm:ss`, or as messages have it `yyyyMMddHHmm`. */
function romanianTime(at: number, withMarks: boolean): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Bucharest',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year') ?? '', parts.get('month') ?? '', parts.get('day') ?? ''];
  const [hour, minute, second] = [parts.get('hour') ?? '', parts.get('minute') ?? '', parts.get('second') ?? ''];
  return withMarks ? `${day}-${month}-${year} ${hour}:${minute}:${second}` : `${year}${month}${day}${hour}${minute}`;
}
