import { listenForCopy } from '../code/copy.ts';
import { listenForShared } from '../code/shared.ts';
import { listenForTabs } from '../code/tabs.ts';
import { listenForTryIt } from '../operation/try-it.ts';
import { listenForCopyPage } from './copy-page.ts';
import { openFragment } from './fragment.ts';
import { keepPlace } from './language.ts';
import { listenForTheme } from './theme.ts';

listenForTheme();
listenForCopy();
listenForCopyPage();
listenForTabs();
listenForTryIt();
listenForShared();
keepPlace();
openFragment();
addEventListener('hashchange', openFragment);
