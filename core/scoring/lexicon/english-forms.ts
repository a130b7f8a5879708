/** Past, -s and -ing forms of an English verb; irregular ones are written `go/went/gone/going`. A doubled consonant is marked `plan+`. */
export const englishForms = (verb: string): string => {
  if (verb.includes('/')) return verb;
  const [head = '', ...rest] = verb.split(' ');
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  return [...new Set(formsOf(head))].map((form) => form + tail).join('/');
};

const formsOf = (head: string): string[] => {
  if (head.endsWith('+')) {
    const stem = head.slice(0, -1);
    const double = stem + stem.at(-1);
    return [stem, `${stem}s`, `${double}ed`, `${double}ing`];
  }
  if (head.endsWith('e')) return [head, `${head}s`, `${head}d`, `${head.slice(0, -1)}ing`];
  if (/[^aeiou]y$/u.test(head)) {
    return [head, `${head.slice(0, -1)}ies`, `${head.slice(0, -1)}ied`, `${head}ing`];
  }
  const plural = /(?:s|x|ch|sh)$/u.test(head) ? `${head}es` : `${head}s`;
  return [head, plural, `${head}ed`, `${head}ing`];
};
