import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';

type Props = { readonly children: ReactNode };

/** Keeps a fault in drawing one screen from leaving an empty window. */
export class CrashGuard extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <CrashPage onAgain={() => this.setState({ hasFailed: false })} />;
  }
}

function CrashPage({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="vault-page">
      <div className="vault-card" role="alert">
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.text')}</p>
        <div>
          <Button look="primary" onPress={onAgain}>
            {t('crash.reload')}
          </Button>
        </div>
      </div>
    </main>
  );
}
