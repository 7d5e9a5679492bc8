import { describe, expect, it } from 'vitest';
import { en, type SiteMessages } from '../i18n/en.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import type { SecurityScheme } from '../model/security-scheme.ts';
import { schemeWords } from './security-words.ts';

describe('what a scheme is', () => {
  const rows: { scheme: SecurityScheme; english: string; chinese: string }[] = [
    {
      scheme: { kind: 'apiKey', id: 'key', deprecated: false, in: 'header', name: 'X-Key' },
      english: 'API key in the header X-Key',
      chinese: 'API密钥，放在请求头X-Key中',
    },
    {
      scheme: { kind: 'http', id: 'token', deprecated: false, scheme: 'Bearer', bearerFormat: 'JWT' },
      english: 'Bearer token in the header Authorization · JWT',
      chinese: 'Bearer令牌，放在请求头Authorization中 · JWT',
    },
    {
      scheme: { kind: 'http', id: 'login', deprecated: false, scheme: 'basic' },
      english: 'User name and password (HTTP Basic)',
      chinese: '用户名和密码（HTTP Basic）',
    },
    {
      scheme: { kind: 'http', id: 'other', deprecated: false, scheme: 'negotiate' },
      english: 'HTTP authentication, scheme negotiate',
      chinese: 'HTTP认证，方案为negotiate',
    },
  ];
  for (const { scheme, english, chinese } of rows) {
    it(english, () => {
      const said = (text: SiteMessages): string => {
        const { before, code = '', after = '' } = schemeWords(scheme, text);
        return before + code + after;
      };
      expect(said(en.site)).toBe(english);
      expect(said(zhCN.site)).toBe(chinese);
    });
  }
});
