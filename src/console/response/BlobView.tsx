/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import type { BlobBody } from '../whole-body.ts';
import { HexHead } from './HexHead.tsx';
import { SaveLink } from './SaveLink.tsx';
import { useBlobUrl } from './use-blob-url.ts';

/** Bytes: shown where a browser can without running anything of them, and to be saved always (rule C8). */
export function BlobView({ body }: { readonly body: BlobBody }): JSX.Element | null {
  const text = usePartText('answer');
  const { formats } = useScene();
  const url = useBlobUrl(body.blob);
  const [dimensions, setDimensions] = useState('');
  const [isBroken, setBroken] = useState(false);
  if (url === '') return null;
  const { kind, type, blob } = body;
  const size = formats.size(blob.size);
  const onError = (): void => setBroken(true);
  const isShown = !isBroken && kind !== 'binary' && kind !== 'pdf';
  return (
    <div class="console-blob">
      {!isShown && (
        <p>
          {kind === 'pdf'
            ? text.pdf
            : isBroken
              ? fill(text.notShown, { type: showInvisibles(type) })
              : type === ''
                ? text.bytesWithoutType
                : fill(text.bytesOfType, { type: showInvisibles(type) })}
        </p>
      )}
      {isShown && kind === 'image' && (
        <img
          src={url}
          alt={text.imageAlt}
          onError={onError}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setDimensions(fill(text.dimensions, { width: naturalWidth, height: naturalHeight }))
          }
        />
      )}
      {isShown && kind === 'audio' && (
        // biome-ignore lint/a11y/useMediaCaption: it is what an API sent, without captions
        <audio src={url} controls preload="metadata" aria-label={text.audio} onError={onError} />
      )}
      {isShown && kind === 'video' && (
        // biome-ignore lint/a11y/useMediaCaption: it is what an API sent, without captions
        <video
          src={url}
          controls
          preload="metadata"
          aria-label={text.video}
          onError={onError}
          onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) =>
            setDimensions(fill(text.dimensions, { width: videoWidth, height: videoHeight }))
          }
        />
      )}
      <p class="console-caption">
        {[type === '' ? text.noType : showInvisibles(type), dimensions, size].filter(Boolean).join(' · ')}
      </p>
      <SaveLink body={body} />
      {!isShown && kind !== 'pdf' && <HexHead blob={blob} />}
    </div>
  );
}
