/** Type libraries lack Background Sync, since only Chromium has it. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

/** Whether the browser woke the worker to send what is waiting. */
export function isSync(event: Event): event is SyncEvent {
  return 'tag' in event && 'waitUntil' in event;
}
