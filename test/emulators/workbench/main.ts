import { parseArgs } from 'node:util';
import { type RunningServer, startServer } from '../../support/start-server.ts';
import { startWorkbench } from './start-workbench.ts';

const help = `npm run emulators [-- options]
  --start=PLATFORM   also start Jinji on an empty data folder and connect it: wecom, dingtalk or feishu
  --connect=PLATFORM --link=URL   connect a Jinji that runs already, by a one-time sign-in link of its owner
  --jinji=URL        where it runs (http://127.0.0.1:8080)
  --port=N --client-port=N        the workbench (9100) and the mock client (9200)
`;

const { values } = parseArgs({
  options: {
    start: { type: 'string' },
    connect: { type: 'string' },
    link: { type: 'string' },
    jinji: { type: 'string', default: 'http://127.0.0.1:8080' },
    port: { type: 'string', default: '9100' },
    'client-port': { type: 'string', default: '9200' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(help);
} else {
  await run();
}

async function run(): Promise<void> {
  const jinji = values.jinji.replace(/\/$/, '');
  const bench = await startWorkbench({
    port: Number(values.port),
    clientPort: Number(values['client-port']),
    jinji,
  });
  let server: RunningServer | null = null;
  const stop = async () => {
    await server?.stop();
    await bench.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(`Workbench  ${bench.url}`);
  if (values.start) {
    server = await startServer({ port: Number(new URL(jinji).port || 80), env: bench.environment });
    say(`Jinji      ${bench.clientUrl}`);
    say(`App        ${await bench.connect(values.start, server.ownerLink ?? '')}`);
    return;
  }
  if (values.connect) {
    say(`App        ${await bench.connect(values.connect, values.link ?? '')}`);
    return;
  }
  const settings = Object.entries(bench.environment).map(([name, value]) => `${name}=${value}`);
  say(`\nStart Jinji at ${jinji} with these settings:\n  ${settings.join(' \\\n  ')} \\\n  npm start\n`);
  for (const { name, settings } of bench.offices) {
    say(`${name}: type into its settings page`);
    for (const [field, value] of Object.entries(settings)) say(`  ${field.padEnd(18)} ${value}`);
  }
}
