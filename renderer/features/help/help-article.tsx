import { createElement, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSnapshot } from '../../state/context.ts';
import { CopyAddress } from '../applications/redirect-uri-copy.tsx';
import { OpenPractice } from '../first-run/open-practice.tsx';
import { PracticeSteps } from '../practice/practice-steps.tsx';
import { piecesOf, type Article, type Block } from './article.ts';
import { ShortcutList } from './shortcut-list.tsx';
import './help.css';

/** The parts of one topic; `level` is that of the heading they stand under. */
export function HelpArticle({ article, level }: { readonly article: Article; readonly level: 1 | 2 }) {
  return (
    <div className="help-article selectable-text">
      {article.parts.map(({ heading, blocks }, index) => (
        <section key={index}>
          {heading !== '' && createElement(`h${level + 1}`, null, <Sentence text={heading} />)}
          {blocks.map((block, position) => (
            <BlockView key={position} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** A sentence, with the window's own words where it speaks of them. */
function Sentence({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation();
  return piecesOf(text).map((piece, index) => {
    switch (piece.kind) {
      case 'words':
        return piece.text;
      case 'code':
        return (
          <code key={index} className="code">
            {piece.text}
          </code>
        );
      case 'button':
        return <strong key={index}>{t(piece.key as never, { authority: piece.authority ?? '' })}</strong>;
    }
  });
}

function BlockView({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const mode = useSnapshot((snapshot) => snapshot.mode);
  if (typeof block === 'string') {
    return (
      <p>
        <Sentence text={block} />
      </p>
    );
  }
  if ('steps' in block) {
    return (
      <ol className="help-steps">
        {block.steps.map((step, index) => (
          <li key={index}>
            <p>
              <Sentence text={step.do} />
            </p>
            {step.gives !== '' && (
              <p className="help-gives">
                <span className="help-gives-name">{t('help.gives')}</span> <Sentence text={step.gives} />
              </p>
            )}
          </li>
        ))}
      </ol>
    );
  }
  if ('list' in block) {
    return (
      <ul>
        {block.list.map((item, index) => (
          <li key={index}>
            <Sentence text={item} />
          </li>
        ))}
      </ul>
    );
  }
  if ('terms' in block) {
    return (
      <dl className="help-terms">
        {block.terms.map(({ term, is }, index) => (
          <div key={index}>
            <dt>{isAddress(term) ? <Copied text={term} /> : <Sentence text={term} />}</dt>
            <dd>
              <Sentence text={is} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  if ('code' in block) return <Copied text={block.code} />;
  if ('address' in block) return <Copied text={block.address} />;
  if (block.part === 'shortcuts') return <ShortcutList />;
  return mode === 'practice' ? <PracticeSteps /> : <OpenPractice />;
}

/** Whether it is an address to register, to be copied character for character (S5). */
function isAddress(term: string): boolean {
  return /^[a-z]+:\/\//.test(term);
}

/** Something to be typed, registered or opened elsewhere. */
function Copied({ text }: { readonly text: string }) {
  return (
    <div className="help-copied">
      <p className="code">{text}</p>
      <CopyAddress address={text} />
    </div>
  );
}
