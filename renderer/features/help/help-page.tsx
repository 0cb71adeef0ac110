import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSnapshot } from '../../state/context.ts';
import { HelpArticle } from './help-article.tsx';
import { topicsFor, type HelpTopic } from './topics.ts';
import { useArticles } from './use-articles.ts';
import './help.css';

/** Help: its topics, and the chosen one; before one is chosen the first. */
export function HelpPage() {
  const { t } = useTranslation();
  const language = useSnapshot((snapshot) => snapshot.settings.language);
  const articles = useArticles();
  const topics = topicsFor(language);
  const [chosen, setChosen] = useState<HelpTopic | null>(null);
  const shown = chosen ?? topics[0] ?? 'glossary';
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen !== null) place.current?.querySelector('h1')?.focus();
  }, [chosen]);

  if (articles === null) return <p className="hint">{t('common.opening')}</p>;
  return (
    <div className="help-page">
      <nav className="help-topics" aria-label={t('help.topics')}>
        <ul>
          {topics.map((one) => (
            <li key={one}>
              <button
                type="button"
                className="foot-link"
                aria-current={one === shown ? 'page' : undefined}
                onClick={() => setChosen(one)}
              >
                {articles[one].title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <article ref={place} className="help-place">
        <h1 key={shown} tabIndex={-1}>
          {articles[shown].title}
        </h1>
        <HelpArticle article={articles[shown]} level={1} />
      </article>
    </div>
  );
}
