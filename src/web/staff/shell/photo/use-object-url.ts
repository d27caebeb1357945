import { useEffect, useState } from 'react';

/** Returns an object URL of the image while it is shown, and frees it afterwards. */
export function useObjectUrl(image: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (image === undefined) return;
    const made = URL.createObjectURL(image);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [image]);
  return url;
}
