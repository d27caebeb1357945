import { useEffect, useState } from 'react';
import type { ConfigPreview } from '../../../../contract/staff/config';
import type { ConfigDraft } from '../draft/config-draft';
import { previewDraft } from '../draft/set-up-api';

type Asked = { readonly preview?: ConfigPreview; readonly failure?: unknown };

/** What the server says a draft would do; nothing until it answered for this very draft. */
export function usePreview(draft: ConfigDraft): Asked {
  const [asked, setAsked] = useState<Asked & { for?: ConfigDraft }>({});
  useEffect(() => {
    let isNewest = true;
    previewDraft(draft)
      .then((preview) => isNewest && setAsked({ for: draft, preview }))
      .catch((failure: unknown) => {
        if (isNewest) setAsked({ for: draft, failure });
      });
    return () => {
      isNewest = false;
    };
  }, [draft]);
  return asked.for === draft ? asked : {};
}
