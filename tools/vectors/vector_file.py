"""Writes the file format that core/embedding/vector-file.ts reads (layout: templates/vectors/README.md)."""
import hashlib
import json
import struct


def write(path, words, costs, weights, values, dimensions, similarity):
    """words: list of str; costs, weights: bytes; values: bytes, row-major; similarity: dict."""
    vocabulary = '\n'.join(words).encode('utf-16-le')
    body = vocabulary + costs + weights + values
    digest = hashlib.sha256(body + json.dumps(similarity, sort_keys=True).encode()).hexdigest()[:12]
    header = {
        'version': f'words-{digest}',
        'dimensions': dimensions,
        'words': len(words),
        'vocabularyUnits': len(vocabulary) // 2,
        'similarity': similarity,
    }
    head = json.dumps(header).encode('ascii')
    with open(path, 'wb') as file:
        file.write(b'JWV1' + struct.pack('<I', len(head)) + head + body)
    return header['version'], 8 + len(head) + len(body)


NO_SIMILARITY = {'features': [], 'weights': [], 'intercept': 0}
