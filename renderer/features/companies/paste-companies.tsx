import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CompaniesReading } from '../../../electron/contract/company-calls.ts';
import { MAX_COMPANIES_TEXT, MAX_COMPANY_NAME } from '../../../electron/contract/limits.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProfile } from '../accounts/use-account.ts';
import type { Company } from './merge-companies.ts';

/** Lines and problems beyond these are only counted. */
const MOST_SHOWN = 20;

/** A line that was not understood, with all of its text. */
type Faulty = CompaniesReading['problems'][number] & { readonly whole: string };

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/);
}

/** Those lines that still stand in the text as they were read, by the place where each stands now. */
function stillFaulty(faulty: readonly Faulty[], text: string): readonly Faulty[] {
  const lines = linesOf(text);
  const places = new Map(lines.map((whole, index) => [whole, index + 1]));
  return faulty.flatMap((one) => {
    const isInPlace = lines[one.line - 1] === one.whole;
    const line = isInPlace ? one.line : places.get(one.whole);
    return line === undefined ? [] : [{ ...one, line }];
  });
}

/** Reads a pasted list and shows what it says, before any of it is added. */
export function PasteCompanies(props: {
  readonly account: AccountView;
  /** Those that are in the list already. */
  readonly companies: readonly Company[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onAdd: (read: readonly Company[]) => void;
}) {
  const { account, companies, text, onText, onAdd } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const profile = useProfile(account);
  const [reading, setReading] = useState<CompaniesReading | null>(null);
  const [faulty, setFaulty] = useState<readonly Faulty[]>([]);
  const [problem, setProblem] = useState<'empty' | 'tooLong' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function read(): Promise<void> {
    setReading(null);
    setFailure(null);
    setProblem(text.trim() === '' ? 'empty' : text.length > MAX_COMPANIES_TEXT ? 'tooLong' : null);
    if (text.trim() === '' || text.length > MAX_COMPANIES_TEXT) return;
    const answer = await bridge.call('companies.read', { accountId: account.id, text });
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    setReading(answer.value);
    const lines = linesOf(text);
    setFaulty(answer.value.problems.map((found) => ({ ...found, whole: lines[found.line - 1] ?? '' })));
  }

  function add(found: CompaniesReading): void {
    onAdd(found.companies);
    setReading(null);
    // What was not understood stays, to be put right.
    const lines = linesOf(text);
    onText(found.problems.map(({ line }) => lines[line - 1] ?? '').join('\n'));
  }

  return (
    <div className="stack">
      <TextArea
        label={t('companies.paste.label')}
        hint={t(`companies.paste.${profile?.authority ?? 'anaf'}Hint`)}
        value={text}
        onChange={(value) => {
          onText(value);
          setReading(null);
          setProblem(null);
        }}
      />
      {problem !== null && (
        <p className="field-problem" role="alert">
          {t(`companies.paste.${problem}`)}
        </p>
      )}
      <div>
        <Button onPress={() => void read()}>{t('companies.paste.read')}</Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {reading === null ? (
        <Problems problems={stillFaulty(faulty, text)} />
      ) : (
        <Preview reading={reading} faulty={faulty} companies={companies} onAdd={() => add(reading)} />
      )}
    </div>
  );
}

function Preview(props: {
  readonly reading: CompaniesReading;
  readonly faulty: readonly Faulty[];
  readonly companies: readonly Company[];
  readonly onAdd: () => void;
}) {
  const { reading, faulty, companies, onAdd } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { companies: read, repeated, heading } = reading;
  const known = new Map(companies.map(({ number, name }) => [number, name]));
  const gainsNames = read.some(({ number, name }) => name !== '' && known.get(number) === '');
  const already = read.filter(({ number }) => known.has(number)).length;
  const personal = read.filter(({ isPersonal }) => isPersonal).length;
  const fresh = read.length - already;
  return (
    <section className="block" aria-label={t('companies.paste.result')}>
      <p className="companies-found" role="status">
        {t('companies.paste.found', { count: read.length })}
      </p>
      {heading !== null && <p className="hint">{t('companies.paste.heading', { text: heading })}</p>}
      {already > 0 && <p className="hint">{t('companies.paste.already', { count: already })}</p>}
      {repeated.length > 0 && (
        <p className="hint">
          {t('companies.paste.repeated', {
            count: repeated.length,
            lines: formats.list(repeated.slice(0, MOST_SHOWN).map(({ line }) => String(line))),
          })}
        </p>
      )}
      <ReadCompanies read={read} />
      {personal > 0 && (
        <Notice kind="info">
          <p>{t('companies.paste.personal', { count: personal })}</p>
        </Notice>
      )}
      <Problems problems={faulty} />
      {(fresh > 0 || gainsNames) && (
        <div>
          <Button onPress={onAdd}>
            {fresh > 0 ? t('companies.paste.add', { count: fresh }) : t('companies.paste.addNames')}
          </Button>
        </div>
      )}
    </section>
  );
}

function ReadCompanies({ read }: { readonly read: CompaniesReading['companies'] }) {
  const { t } = useTranslation();
  const more = read.length - MOST_SHOWN;
  return (
    <ul className="companies-read">
      {read.slice(0, MOST_SHOWN).map(({ number, name, isPersonal }) => (
        <li key={number}>
          <span>{number}</span> <span>{name}</span>{' '}
          {isPersonal && <span className="tag">{t('companies.dialog.personal')}</span>}
        </li>
      ))}
      {more > 0 && <li className="hint">{t('companies.paste.more', { count: more })}</li>}
    </ul>
  );
}

function Problems({ problems }: { readonly problems: readonly Faulty[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const more = problems.length - MOST_SHOWN;
  return (
    <Notice kind="warning" title={t('companies.paste.problems', { count: problems.length })}>
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ line, text, problem }) => (
          <li key={line}>
            <p>{t('companies.paste.line', { line, text })}</p>
            <p className="hint">{t(`companies.paste.problem.${problem}`, { limit: MAX_COMPANY_NAME })}</p>
          </li>
        ))}
        {more > 0 && <li>{t('companies.paste.more', { count: more })}</li>}
      </ul>
    </Notice>
  );
}
