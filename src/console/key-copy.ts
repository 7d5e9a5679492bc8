import type { ConsoleMessages } from '../i18n/en.ts';
import type { Credential } from '../request/http-request.ts';
import { copyText } from './copy-text.ts';
import { codeWithSecrets } from './live-samples.ts';
import { hasMasks } from './masked-form.ts';
import { credentialsOf, keyOrigin, type Session } from './session.ts';

const SHOWN_FOR = 1600;

/**
 * A button beside Copy that copies the shown sample with the reader's secrets in it. It is there only while there are
 * some and every key of the request is typed, and they go nowhere but to the clipboard (security rule S3).
 */
export function offerKeyCopy(session: Session, samples: HTMLElement, text: ConsoleMessages): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-key';
  button.hidden = true;
  button.textContent = text.copyWithKey;
  samples.querySelector('.code-bar .copy')?.before(button);

  const secret = ({ scheme }: Credential): string => session.credentials.get(keyOrigin(session), scheme);
  const follow = (): void => {
    const credentials = credentialsOf(session.built().request);
    const hasSecrets = credentials.length > 0 || hasMasks(session);
    button.hidden = !hasSecrets || credentials.some((credential) => secret(credential) === '');
  };
  session.store.subscribe(follow);
  session.credentials.subscribe(follow);
  follow();

  button.addEventListener('click', async () => {
    const panels = [...samples.querySelectorAll<HTMLElement>('[data-variant-panel]')];
    const panel = panels.find((one) => one.offsetParent !== null);
    const code = panel && (await codeWithSecrets(samples, panel, session.built().request, secret));
    if (code === undefined) return;
    button.textContent = await copyText(code).then(
      () => text.copiedWithKey,
      () => text.copyRefused,
    );
    setTimeout(() => {
      button.textContent = text.copyWithKey;
    }, SHOWN_FOR);
  });
}
