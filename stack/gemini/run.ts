import { FAULTS } from './script.ts';
import { startGemini } from './stand-in.ts';

// A Gemini of one’s own on loopback until Ctrl-C: `npx tsx stack/gemini/run.ts`, on the port of GEMINI_PORT or any free one.

const gemini = await startGemini({ port: Number(process.env.GEMINI_PORT ?? 0) });
console.log(`✓ A stand-in of Gemini answers at ${gemini.url}. Start the server with it:

  GEMINI_API_KEY=test GEMINI_BASE_URL=${gemini.url} npm run dev

It answers with plausible plans. To script what goes wrong next:

  curl -X POST ${gemini.url}/__script -d '{"steps": ["stall", {"fault": "http", "status": 503}]}'
  curl ${gemini.url}/__calls
  curl -X DELETE ${gemini.url}/__script

Faults: ${FAULTS.join(', ')}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void gemini.stop().then(() => process.exit(0)));
