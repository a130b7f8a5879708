import { loadEmbedder } from '../word-vectors.ts';
import { answerLines } from './answer-lines.ts';
import { type Command, readArguments } from './command.ts';
import { fieldsOf, requireId, textOf } from './fields.ts';

/** `jinji similarity`: how close two texts are in meaning. */
export const command: Command = {
  usage: ['similarity < pairs.jsonl > similarities.jsonl'],
  help: {
    zh: '用内置词向量比较两段文字的意思有多接近。\n逐行读取 {"id", "a", "b"}，逐行输出 {"id", "similarity": 0..1}。',
    en: 'Tells how close two texts are in meaning, by the shipped word vectors.\nReads lines {"id", "a", "b"} and answers with {"id", "similarity": 0..1}.',
  },
  async run(args, terminal) {
    readArguments(args, {});
    const embedder = await loadEmbedder();
    return answerLines(terminal, async (value) => {
      const line = fieldsOf(value, 'line');
      const id = requireId(line);
      const a = textOf(line.a, 'a', { blank: true });
      const b = textOf(line.b, 'b', { blank: true });
      return { id, similarity: Math.round(embedder.similarity(a, b) * 1e6) / 1e6 };
    });
  },
};
