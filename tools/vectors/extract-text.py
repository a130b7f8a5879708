"""Sentences out of the sources of sources.json.

usage: extract-text.py CLONES OUT
CLONES holds one bare clone per repository, named owner+name (or owner+name/repo).
Writes OUT/zh.txt and OUT/en.txt, one sentence a line, each sentence once.
Code blocks, addresses, tables' marks and code-like lines are dropped.
"""
import fnmatch
import io
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
import zipfile

CJK = re.compile(r'[\u4e00-\u9fff]')
SPLIT = re.compile(r'(?<=[。！？!?；;…])')
SPLIT_LATIN = re.compile(r'(?<=[.!?;])\s+')
LARGEST = 4_000_000
LAW_SENTENCES = 120_000


def git_dir(clones, repository):
    base = os.path.join(clones, repository.replace('/', '+'))
    for path in (os.path.join(base, 'repo', '.git'), os.path.join(base, 'repo'), os.path.join(base, '.git'), base):
        if os.path.exists(os.path.join(path, 'HEAD')):
            return path
    sys.exit(f'no clone of {repository} under {clones}')


def files(directory, commit, pattern):
    listing = subprocess.run(['git', '--git-dir', directory, 'ls-tree', '-r', '-l', '-z', commit], capture_output=True)
    wanted = []
    for line in listing.stdout.decode('utf8', 'replace').split('\0'):
        if not line:
            continue
        meta, path = line.split('\t', 1)
        _, kind, sha, size = meta.split()
        if kind == 'blob' and size.isdigit() and int(size) <= LARGEST and fnmatch.fnmatch(path, pattern):
            wanted.append((sha, path))
    process = subprocess.Popen(
        ['git', '--git-dir', directory, 'cat-file', '--batch'], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    for sha, path in wanted:
        process.stdin.write((sha + '\n').encode())
        process.stdin.flush()
        head = process.stdout.readline().split()
        if len(head) < 3:
            continue
        data = process.stdout.read(int(head[2]))
        process.stdout.read(1)
        yield path, data
    process.stdin.close()
    process.wait()


def from_markdown(text):
    text = re.sub(r'^---\n.*?\n---\n', '', text, count=1, flags=re.S)
    text = re.sub(r'```.*?```|~~~.*?~~~', '\n', text, flags=re.S)
    text = re.sub(r'<!--.*?-->', '', text, flags=re.S)
    text = re.sub(r'<(script|style|svg|code|pre)\b.*?</\1>', '', text, flags=re.S | re.I)
    text = re.sub(r'</?(p|br|li|tr|td|th|div|h\d)[^>]*>', '\n', text, flags=re.I)
    text = re.sub(r'<[^>\n]{1,300}>', '', text)
    text = re.sub(r'!\[[^\]]*\]\([^)]*\)', '', text)
    text = re.sub(r'\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])', r'\1', text)
    text = re.sub(r'^\[[^\]]*\]:.*$', '', text, flags=re.M)
    text = re.sub(r'https?://\S+', '', text)
    text = re.sub(r'`([^`\n]*)`', r'\1', text)
    text = re.sub(r'^\s*([#>*+\-]|\d+[.)])+\s*', '', text, flags=re.M)
    text = re.sub(r'[*_~]{1,3}', '', text.replace('|', '\n'))
    return re.sub(r'&[a-z]+;|\{[^}\n]{0,80}\}', ' ', text)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, (list, dict)) or key in ('content', 'message', 'attrvalue', 'information'):
                yield from strings(item)


def texts(kind, path, data):
    if kind == 'markdown':
        if path.endswith(('.md', '.mdx')):
            yield from_markdown(data.decode('utf8', 'replace'))
    elif kind == 'dialogue-content':
        for turn in json.loads(data):
            yield turn['content']
    elif kind == 'messages':
        if path.endswith('.json'):
            yield from strings(json.loads(data))
    elif kind == 'messages-zip':
        if path.endswith('.zip'):
            archive = zipfile.ZipFile(io.BytesIO(data))
            for name in archive.namelist():
                yield from strings([x['messages'] for x in json.loads(archive.read(name)).values()])
    elif kind == 'asr-list':
        for line in data.decode('utf8', 'replace').split('\n'):
            columns = line.split('\t')
            if len(columns) >= 3:
                yield columns[2]
    elif kind == 'pairs':
        for line in data.decode('utf8').split('\n'):
            yield from line.split('\t')[:2]


class Writer:
    def __init__(self, out):
        self.zh = open(os.path.join(out, 'zh.txt'), 'w')
        self.en = open(os.path.join(out, 'en.txt'), 'w')
        self.seen = set()

    def add(self, text, into):
        for line in unicodedata.normalize('NFKC', text).split('\n'):
            for sentence in SPLIT.split(line):
                sentence = re.sub(r'\s+', ' ', sentence).strip()
                han = len(CJK.findall(sentence))
                if han >= 4 and han >= 0.4 * len(sentence):
                    self.keep(sentence, into if into is not None else self.zh)
                elif han == 0:
                    for part in SPLIT_LATIN.split(sentence):
                        self.latin(part.strip())

    def latin(self, part):
        letters = sum(ch.isalpha() or ch == ' ' for ch in part)
        if len(part) >= 15 and ' ' in part and letters >= 0.85 * len(part):
            if sum(part.count(mark) for mark in '_/=') <= 1:
                self.keep(part, self.en)

    def keep(self, sentence, into):
        if sentence in self.seen:
            return
        self.seen.add(sentence)
        if isinstance(into, list):
            into.append(sentence)
        else:
            into.write(sentence[:1000] + '\n')


def main(clones, out):
    os.makedirs(out, exist_ok=True)
    writer = Writer(out)
    here = os.path.dirname(os.path.abspath(__file__))
    for source in json.load(open(os.path.join(here, 'sources.json')))['text']:
        laws = [] if source['what'].startswith('laws') else None
        for path, data in files(git_dir(clones, source['repository']), source['commit'], source['files']):
            for text in texts(source['kind'], path, data):
                writer.add(text, laws)
        if laws is not None:
            random.Random(1).shuffle(laws)
            writer.zh.writelines(line[:1000] + '\n' for line in laws[:LAW_SENTENCES])
        print(source['repository'], file=sys.stderr, flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:3])
