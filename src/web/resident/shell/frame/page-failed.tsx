import type { ReactNode } from 'react';
import { Component } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';

function FailedPage() {
  const { t } = useWords();
  return (
    <Page
      actions={
        <>
          <Button icon="refresh" onClick={() => location.reload()}>
            {t('shell.failed.reload')}
          </Button>
          <Button variant="secondary" icon="home" onClick={() => location.assign('/')}>
            {t('shell.failed.home')}
          </Button>
        </>
      }
    >
      <PageHeading takesFocus>{t('shell.failed.title')}</PageHeading>
      <Notice kind="problem">{t('shell.failed.text')}</Notice>
    </Page>
  );
}

type PageFailedProps = { children: ReactNode /** Another place draws the page again. */; place: string };
type PageFailedState = { failedAt?: string | undefined };

/** Says that the page could not be shown, instead of leaving a blank screen. */
export class PageFailed extends Component<PageFailedProps, PageFailedState> {
  override state: PageFailedState = {};

  static getDerivedStateFromError(): PageFailedState {
    return { failedAt: '' };
  }

  override componentDidUpdate(before: PageFailedProps): void {
    if (before.place !== this.props.place && this.state.failedAt !== undefined) {
      this.setState({ failedAt: undefined });
    }
  }

  override render(): ReactNode {
    return this.state.failedAt === undefined ? this.props.children : <FailedPage />;
  }
}
