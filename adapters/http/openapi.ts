import type { TSchema } from '@sinclair/typebox';
import { errorCodes } from '#core/errors/error-codes.ts';
import type { AnyRoute } from './route.ts';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'remedy', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(errorCodes) },
    remedy: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'problem'],
        properties: { field: { type: 'string' }, problem: { type: 'string' } },
      },
    },
  },
};

/** JSON Schema without TypeBox's symbols and without `$id`s, which would clash inside one document. */
function plain(schema: TSchema): unknown {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === '$id' ? undefined : value)));
}

const security = (spec: AnyRoute): unknown[] => {
  if (spec.permission === 'public') return [];
  if (spec.permission === 'candidate' || spec.permission === 'me') return [{ link: [] }];
  return [{ session: [] }];
};

const file = { type: 'string', format: 'binary' };

/** Forms carry their file in the field `file`. */
const rawSchema = ({ mediaType }: AnyRoute): unknown =>
  mediaType ? { type: 'object', required: ['file'], properties: { file } } : file;

function operation(spec: AnyRoute): Record<string, unknown> {
  const path = [...spec.path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const querySchema = spec.query as
    | (TSchema & { properties?: Record<string, TSchema>; required?: string[] })
    | undefined;
  const query = Object.entries(querySchema?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: querySchema?.required?.includes(name) ?? false,
    schema: plain(schema),
  }));
  const success =
    spec.response === 'none'
      ? { '204': { description: 'Done' } }
      : spec.response === 'stream'
        ? { '200': { description: 'Content' } }
        : {
            [String(spec.status ?? 200)]: {
              description: 'Success',
              content: { 'application/json': { schema: plain(spec.response as TSchema) } },
            },
          };
  return {
    summary: spec.summary,
    tags: [spec.tag],
    'x-permission': spec.permission,
    security: security(spec),
    parameters: [...path, ...query],
    ...(spec.rawBody
      ? {
          requestBody: {
            content: { [spec.mediaType ?? 'application/octet-stream']: { schema: rawSchema(spec) } },
          },
        }
      : spec.body
        ? {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: plain(spec.body as TSchema) } },
            },
          }
        : {}),
    responses: {
      ...success,
      default: {
        description: 'Problem document (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The OpenAPI 3.1 description of the routes, from the schemas that check them. */
export function openApiDocument(routes: readonly AnyRoute[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const spec of routes) {
    const path = spec.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [spec.method]: operation(spec) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Jinji', version },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jinji' },
        link: { type: 'http', scheme: 'bearer', description: 'Token of a candidate link' },
      },
    },
  };
}
