import { useEffect, useState } from 'preact/hooks';

/** An address for a blob as long as the view is there; empty before its first drawing. */
export function useBlobUrl(blob: Blob): string {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
