/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import type { LoginStatus } from './logins.ts';
import { loginsOf } from './page-logins.ts';
import type { Errand } from './sign-in.ts';

interface DeviceViewProps {
  readonly errand: Errand;
  readonly status: Extract<LoginStatus, { kind: 'device' }>;
}

/** The code to type in, and where. The console waits meanwhile, so the page opens in a tab of its own. */
export function DeviceView({ errand, status }: DeviceViewProps): JSX.Element {
  const { session } = useScene();
  const text = usePartText('login');
  const { userCode, verificationUrl, completeUrl = verificationUrl } = status;
  return (
    <div class="login-device">
      <p>
        {text.userCode} <code class="login-code">{userCode}</code>
      </p>
      <p>
        <a href={completeUrl} target="_blank" rel="noopener noreferrer nofollow">
          {verificationUrl}
        </a>{' '}
        <span class="console-note">{text.newTab}</span>
      </p>
      <button
        type="button"
        class="console-button"
        onClick={() => loginsOf(session.credentials).stop(errand.origin, errand.scheme.id)}
      >
        {text.stop}
      </button>
    </div>
  );
}
