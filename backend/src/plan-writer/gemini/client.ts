import type { GoogleGenAI } from '@google/genai';

/** The library weighs 60 MB of memory: it is loaded when the first plan is asked for, and then kept. */
export function lazyClient({
  apiKey,
  baseUrl,
}: {
  apiKey: string;
  baseUrl: string | undefined;
}): () => Promise<GoogleGenAI> {
  let opening: Promise<GoogleGenAI> | undefined;
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  async function open(): Promise<GoogleGenAI> {
    const { GoogleGenAI } = await import('@google/genai');
    return new GoogleGenAI({
      apiKey,
      // Said aloud, for variables of the environment would turn it to Vertex; retries are ours alone.
      vertexai: false,
      apiVersion: 'v1beta',
      ...(baseUrl && { httpOptions: { baseUrl } }),
    });
  }
}
