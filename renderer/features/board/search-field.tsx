import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';

/** The one field in which accounts are looked for; Escape empties it. */
export function SearchField(props: {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { ref, value, onChange, onKeyDown } = props;
  const { t } = useTranslation();
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={ref}
        type="search"
        className="input search-input"
        aria-label={t('board.search.label')}
        aria-keyshortcuts="/ Control+F"
        placeholder={t('board.search.hint')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          } else onKeyDown(event);
        }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      {value !== '' && (
        <button
          type="button"
          className="search-clear"
          aria-label={t('board.search.clear')}
          title={t('board.search.clear')}
          onClick={() => {
            onChange('');
            ref.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
