import { useEffect, useState } from 'react';
import type { ConfigPreview } from '../../../../contract/staff/config';
import type { ConfigDraft } from '../draft/config-draft';
import { previewDraft } from '../draft/set-up-api';

type Asked = { readonly preview?: ConfigPreview; readonly failure?: unknown };

/** Returns what the server says the draft would do; empty until it has answered for this very draft. */
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
