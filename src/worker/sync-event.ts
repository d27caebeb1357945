/** Background Sync is in no library of types: Chromium alone has it. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

/** Whether the browser woke the worker to send what waits. */
export function isSync(event: Event): event is SyncEvent {
  return 'tag' in event && 'waitUntil' in event;
}
