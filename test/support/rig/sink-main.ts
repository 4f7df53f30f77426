/** The sink as a process of its own: `sink-process.ts` starts it and talks to it. */
import { FastSink } from './fast-sink.js';

const [latencyMs, record, ...extensions] = process.argv.slice(2);
const sink = new FastSink({
  latencyMs: Number(latencyMs),
  record: record === 'record',
  extensions,
});
const port = await sink.start();

process.on('message', (wish: 'figures' | 'record' | 'forget') => {
  if (wish === 'forget') sink.forget();
  process.send?.(wish === 'record' ? sink.record : sink.figures);
});
process.on('disconnect', () => {
  process.exit(0);
});
process.send?.(port);
