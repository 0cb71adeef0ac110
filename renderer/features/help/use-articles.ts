import { useEffect, useState } from 'react';
import { useSnapshot } from '../../state/context.ts';
import type { Articles } from './article.ts';
import { readArticles } from './read-articles.ts';

/** The articles in the language of the settings; null until they are read, and those before until the next are. */
export function useArticles(): Articles | null {
  const language = useSnapshot((snapshot) => snapshot.settings.language);
  const [articles, setArticles] = useState<Articles | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readArticles(language).then((read) => isWanted && setArticles(read));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return articles;
}
