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
        <Button icon="refresh" onClick={() => location.reload()}>
          {t('staff.failed.reload')}
        </Button>
      }
    >
      <PageHeading takesFocus title={t('staff.failed.title')}>
        {t('staff.failed.title')}
      </PageHeading>
      <Notice kind="problem">{t('staff.failed.text')}</Notice>
    </Page>
  );
}

type PageFailedProps = { children: ReactNode /** Another place draws the page again. */; place: string };
type PageFailedState = { readonly isFailed: boolean };

/** Says that the page could not be shown, instead of leaving a blank screen. */
export class StaffPageFailed extends Component<PageFailedProps, PageFailedState> {
  override state: PageFailedState = { isFailed: false };

  static getDerivedStateFromError(): PageFailedState {
    return { isFailed: true };
  }

  override componentDidUpdate(before: PageFailedProps): void {
    if (before.place !== this.props.place && this.state.isFailed) this.setState({ isFailed: false });
  }

  override render(): ReactNode {
    return this.state.isFailed ? <FailedPage /> : this.props.children;
  }
}
