import type { HttpRequest, HttpHeader } from '../../src/request/http-request.ts';
const CHAT = 'https://openai.pgpt.cloud/openai/deployments/gpt-35-turbo/chat/completions';
const key: HttpHeader = {
  name: 'api-key',
  prefix: '',
  credential: { scheme: 'apiKey', form: 'raw', variable: 'APIGPT_API_KEY' },
};
(REQ as any).upload = { method: 'POST', url: 'https://api.example.com/pets/7/photo', headers: [{ name: 'Content-Type', value: 'multipart/form-data; boundary=form-boundary' }, { name: 'Authorization', prefix: 'Bearer ', credential: { scheme: 'o', form: 'raw', variable: 'PETS_TOKEN' } }], stream: false, answersJson: true, body: { kind: 'multipart', mediaType: 'multipart/form-data', boundary: 'form-boundary', parts: [{ name: 'title', headers: [], content: 'Rex at the "lake"' }, { name: 'meta', contentType: 'application/json', headers: [], content: '{"a":1}' }, { name: 'photo', filename: 'rex.png', contentType: 'image/png', headers: [], content: { at: '/photo', name: 'rex.png' } }] } };
(REQ as any).upload2 = { ...(REQ as any).upload, body: { ...(REQ as any).upload.body, parts: [(REQ as any).upload.body.parts[0], (REQ as any).upload.body.parts[2]] } };
(REQ as any).file = { method: 'PUT', url: 'https://api.example.com/pets/7/photo', headers: [{ name: 'Content-Type', value: 'image/png' }], stream: false, body: { kind: 'file', mediaType: 'image/png', file: { at: '', name: 'rex.png' } } };
(REQ as any).form = { method: 'POST', url: 'https://api.example.com/token', headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }], stream: false, body: { kind: 'text', mediaType: 'application/x-www-form-urlencoded', text: 'a=b+c&d=e', fields: [['a', 'b c'], ['d', 'e']] } };
