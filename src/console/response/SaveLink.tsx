/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { usePartText } from '../lazy-part.tsx';
import type { BlobBody, TextBody } from '../whole-body.ts';
import { fileName } from './file-name.ts';
import { useBlobUrl } from './use-blob-url.ts';

interface SaveLinkProps {
  readonly body: TextBody | BlobBody;
  readonly isSmall?: boolean;
}

/** Saves a body as it came. */
export function SaveLink({ body, isSmall = false }: SaveLinkProps): JSX.Element {
  const text = usePartText('answer');
  const url = useBlobUrl(body.blob);
  const name = fileName(body);
  return (
    <a
      href={url || undefined}
      download={name}
      class={isSmall ? 'console-small' : 'console-button'}
      aria-label={`${text.download} ${name}`}
      title={`${text.download} ${name}`}
    >
      {isSmall ? text.save : text.download}
    </a>
  );
}
