
/** What `addEventListener` hears of the element, by type. */
export interface WhoSaidEventMap extends HTMLElementEventMap {
  "reading-ready": ReadingReadyEvent;
  "reading-error": ReadingErrorEvent;
  "filter-change": FilterChangeEvent;
  "statement-select": StatementSelectEvent;
  "correction-change": CorrectionChangeEvent;
}

export interface WhoSaid {
  addEventListener<K extends keyof WhoSaidEventMap>(
    type: K,
    listener: (this: WhoSaid, event: WhoSaidEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof WhoSaidEventMap>(
    type: K,
    listener: (this: WhoSaid, event: WhoSaidEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "who-said": WhoSaid;
  }
}
