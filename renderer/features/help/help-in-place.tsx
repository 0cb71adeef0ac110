import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { help } from '../../i18n/en/first-run.ts';
import { HelpArticle } from './help-article.tsx';
import { useArticles } from './use-articles.ts';

type Place = {
  readonly topic: keyof typeof help.about;
  /** Of the heading it stands under. */
  readonly level: 1 | 2;
};

/** A topic of Help that unfolds where it is needed: nobody loses the dialog or the page that is open. */
export function HelpInPlace({ topic, level }: Place) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="quiet-details help-in-place" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(`help.about.${topic}`)}</summary>
      {isOpen && <Topic topic={topic} level={level} />}
    </details>
  );
}

function Topic({ topic, level }: Place) {
  const { t } = useTranslation();
  const articles = useArticles();
  if (articles === null) return <p className="hint">{t('common.opening')}</p>;
  return <HelpArticle article={articles[topic]} level={level} />;
}
