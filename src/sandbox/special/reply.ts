import { fill } from '../../i18n/translate.ts';

/** What the sandbox says where no example answers the question; several, so that `n` choices differ. */
const REPLIES = {
  en: [
    'You wrote: “{question}”. I am the sandbox of this documentation, so no model has read it and this reply is simulated. Send the same request with your own key to hear from the real one.',
    'This reply is simulated: the sandbox runs no model. It got “{question}” and found nothing wrong with the request. The real service answers it once you use your own key.',
    'A simulated reply to “{question}”: there is no model here, only the sandbox, which lets you watch how a reply arrives. With your own key, the same request goes to the real service.',
  ],
  zh: [
    '你发来的是：“{question}”。我是文档里的沙盒，没有模型读过这句话，所以这是一段模拟的回复。换上你自己的密钥，把同样的请求发给真实服务，就能得到模型的回答。',
    '这是一段模拟的回复：沙盒里没有运行任何模型。它收到了“{question}”，请求的写法没有问题。换成你自己的密钥，真实服务就会回答它。',
    '这是对“{question}”的模拟回复：这里没有模型，只有沙盒，让你看看回复是怎样一点点到达的。换上你自己的密钥，同样的请求就会发给真实服务。',
  ],
} as const;

const QUOTED = 40;

/** A short, honest answer in the language of the question, which it quotes; `variant` chooses among several. */
export function simulatedReply(question: string, variant: number): string {
  const replies = /\p{Script=Han}/u.test(question) ? REPLIES.zh : REPLIES.en;
  const points = [...question.trim().replace(/\s+/g, ' ')];
  const quote = points.length > QUOTED ? `${points.slice(0, QUOTED).join('')}…` : points.join('');
  return fill(replies[variant % replies.length] ?? replies[0], { question: quote || '…' });
}
