/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';

interface BlobBodyProps {
  readonly kind: 'image' | 'binary';
  readonly blob: Blob;
}

/** An image, or bytes to save. The file's name is ours: a server's could lie about what it is (rule C8). */
export function BlobBody({ kind, blob }: BlobBodyProps): JSX.Element | null {
  const text = usePartText('answer');
  const { formats } = useScene();
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (url === '') return null;
  const name = kind === 'image' ? `response.${blob.type.slice('image/'.length)}` : 'response.bin';
  return (
    <div class="console-blob">
      {kind === 'image' ? (
        <img src={url} alt={text.imageAlt} />
      ) : (
        <p>{fill(text.binary, { size: formats.size(blob.size) })}</p>
      )}
      <a href={url} download={name} class="console-button">
        {text.download}
      </a>
    </div>
  );
}
