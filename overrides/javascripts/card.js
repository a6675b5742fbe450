// The card: one box in the browser's top layer that opens beside what a reader points at, focuses or taps. Other
// scripts say what it serves and fill it. It stands right after its trigger in the document, so that Tab and a screen
// reader come from one to the other; what it explains stays in sight; nothing moves. Without popovers there is no card.

/**
 * What the card says.
 * @typedef {object} Content
 * @property {string} label
 * @property {Node[]} parts
 * @property {Element[]} gist those that describe the trigger
 */
/**
 * What the card is opened by, and what for.
 * @typedef {object} Kind
 * @property {string} selector what opens it
 * @property {(trigger: HTMLAnchorElement) => Content | null | Promise<Content | null>} fill
 * @property {(trigger: HTMLAnchorElement) => Element} keep what must stay in sight
 * @property {'dialog' | 'tooltip'} role
 * @property {boolean} focus whether the keyboard's focus alone opens it
 * @property {boolean} click whether a click does
 */
/** @typedef {{ serve(kind: Kind): void }} Card */
/** @typedef {{ kind: Kind, trigger: HTMLAnchorElement }} Meant */
/** @typedef {{ top: number, bottom: number }} Box */
/** @typedef {{ onclose: () => void, destroy(): void }} Watcher Of the wish to close, by a gesture or a key. */

const GAP = 8;
const NARROW = 640;
const LEAST = 140;
const SOON = 120;
const LATER = 300;

/**
 * Where a card stands in the window, in pixels from its top, and how high it is: below what must stay in sight, at the
 * foot of a narrow screen; above it where there is more room. Where neither is enough, as at 400 % zoom, the line of
 * the trigger stays in sight and the card scrolls within itself.
 * @param {Box} line of the trigger
 * @param {Box} kept what must stay in sight
 * @param {number} need how high the card would be
 */
const placeOf = (line, kept, need) => {
  const high = window.innerHeight;
  /** @param {Box} box */
  const room = (box) => Math.max(high - box.bottom, box.top) - 2 * GAP;
  // A mark's hit area may reach beyond a claim that is a block of its own, as in a table.
  let box = { top: Math.min(kept.top, line.top), bottom: Math.max(kept.bottom, line.bottom) };
  if (room(box) < Math.min(need, LEAST)) box = line;
  const below = high - box.bottom - 2 * GAP;
  const under = below >= need || below >= box.top - 2 * GAP;
  const height = Math.min(need, Math.max(room(box), 0));
  const narrow = document.documentElement.clientWidth < NARROW;
  const foot = under && narrow ? high - height - GAP : box.bottom + GAP;
  return { height, top: under ? foot : box.top - GAP - height };
};

/** @param {HTMLTemplateElement} frame */
const define = (frame) => {
  class FloatingCard extends HTMLElement {
    /** @type {Kind[]} */
    kinds = [];
    /**
     * What it is open for.
     * @type {Meant & { kept: Element } | null}
     */
    open = null;
    /**
     * What was asked for last.
     * @type {HTMLAnchorElement | null}
     */
    wanted = null;
    // Stays open when the pointer leaves it.
    held = false;
    // Gives the focus back, which opens nothing.
    quiet = false;
    timer = 0;
    /** @type {Watcher | null} */
    watcher = null;
    body = document.createElement('div');
    // What comes late, such as a font, moves the trigger or makes the card grow.
    sizes = new ResizeObserver(() => requestAnimationFrame(() => this.place()));

    get trigger() {
      return this.open?.trigger ?? null;
    }

    /** @param {Kind} kind */
    serve(kind) {
      this.kinds.push(kind);
    }

    /**
     * @param {Event} event
     * @returns {Meant | null}
     */
    meantBy({ target }) {
      if (!(target instanceof Element) || this.contains(target)) return null;
      for (const kind of this.kinds) {
        const trigger = target.closest(kind.selector);
        if (trigger instanceof HTMLAnchorElement) return { kind, trigger };
      }
      return null;
    }

    /** @param {EventTarget | null} target */
    has(target) {
      return target instanceof Node && this.contains(target);
    }

    /**
     * @param {number} wait milliseconds
     * @param {() => void} action
     */
    later(wait, action) {
      clearTimeout(this.timer);
      this.timer = setTimeout(action, wait);
    }

    /**
     * Opens it; whether it is open then for what was meant.
     * @param {Meant} meant
     */
    async show({ kind, trigger }, held = false) {
      clearTimeout(this.timer);
      this.wanted = trigger;
      if (this.trigger !== trigger) {
        const made = await kind.fill(trigger);
        if (!made || this.wanted !== trigger) return false;
        this.hide();
        this.wanted = trigger;
        this.present({ kind, trigger, kept: kind.keep(trigger) }, made);
      }
      if (held && !this.held) {
        this.held = true;
        // The back gesture of a phone closes it, where the browser can tell.
        const { CloseWatcher } = /** @type {{ CloseWatcher?: new () => Watcher }} */ (window);
        this.watcher = CloseWatcher ? new CloseWatcher() : null;
        if (this.watcher) this.watcher.onclose = () => this.hide(true);
      }
      return true;
    }

    /**
     * @param {Meant & { kept: Element }} open
     * @param {Content} made
     */
    present(open, made) {
      const { kind, trigger, kept } = open;
      this.open = open;
      kept.setAttribute('data-open', '');
      this.setAttribute('role', kind.role);
      this.setAttribute('aria-label', made.label);
      if (this.lastElementChild) this.lastElementChild.textContent = '';
      this.body.replaceChildren(...made.parts);
      made.gist.forEach((part, index) => {
        part.id = `card-gist-${index}`;
      });
      trigger.setAttribute('aria-describedby', made.gist.map((part) => part.id).join(' '));
      if (kind.role === 'dialog') trigger.setAttribute('aria-expanded', 'true');
      trigger.after(this);
      this.showPopover();
      this.place();
      this.sizes.observe(this);
      this.sizes.observe(trigger.closest('article') ?? document.body);
    }

    /** Back at what it is open for: whatever else was asked for meanwhile is not wanted any more. */
    stay() {
      clearTimeout(this.timer);
      this.wanted = this.trigger;
    }

    /** @param {boolean} back whether the focus goes back to the trigger, if the card has it */
    hide(back = false) {
      clearTimeout(this.timer);
      this.wanted = null;
      if (!this.open) return;
      const { trigger, kept } = this.open;
      const inside = this.contains(document.activeElement);
      this.open = null;
      this.held = false;
      this.sizes.disconnect();
      this.watcher?.destroy();
      kept.removeAttribute('data-open');
      trigger.removeAttribute('aria-describedby');
      if (trigger.hasAttribute('aria-expanded')) trigger.setAttribute('aria-expanded', 'false');
      if (back && inside) {
        this.quiet = true;
        trigger.focus({ preventScroll: true });
        this.quiet = false;
      }
      this.hidePopover();
    }

    /** Puts it beside what it is open for, within the column of the text where there is one. */
    place() {
      const line = this.trigger?.getClientRects()[0];
      if (!this.open || !line) return;
      this.style.maxBlockSize = '';
      const { top, height } = placeOf(line, this.open.kept.getBoundingClientRect(), this.offsetHeight);
      this.style.maxBlockSize = `${height}px`;
      const middle = line.left + line.width / 2 - this.offsetWidth / 2;
      const wide = document.documentElement.clientWidth;
      const column = this.closest('article')?.getBoundingClientRect();
      const [start, end] = column && column.width > this.offsetWidth ? [column.left, column.right] : [GAP, wide - GAP];
      const left = Math.max(start, Math.min(middle, end - this.offsetWidth));
      this.style.top = `${top + window.scrollY}px`;
      this.style.left = `${left + window.scrollX}px`;
    }

    connectedCallback() {
      if (this.childElementCount) return;
      this.popover = 'manual';
      this.dataset.editorial = 'card';
      this.append(this.body, frame.content.cloneNode(true));
      this.querySelector('.card-close')?.addEventListener('click', () => this.hide(true));
    }
  }
  customElements.define('floating-card', FloatingCard);
  return new FloatingCard();
};

/** @param {ReturnType<typeof define>} card */
const attend = (card) => {
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const meant = card.meantBy(event);
    const focused = card.contains(document.activeElement) || document.activeElement === card.trigger;
    if (meant && meant.trigger === card.trigger) card.stay();
    else if (meant && !card.held) card.later(card.trigger ? LATER : SOON, () => card.show(meant));
    else if (card.has(event.target)) card.stay();
    else if (!card.trigger) clearTimeout(card.timer);
    else if (!card.held && !focused) card.later(LATER, () => card.hide());
  });
  document.addEventListener('focusin', (event) => {
    if (card.quiet || card.has(event.target)) return;
    const meant = card.meantBy(event);
    if (meant && meant.trigger === card.trigger) card.stay();
    else if (meant?.kind.focus && meant.trigger.matches(':focus-visible')) card.show(meant);
    else card.hide();
  });
  document.addEventListener('click', async (event) => {
    const meant = card.meantBy(event);
    if (meant?.kind.click && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      if (card.held && card.trigger === meant.trigger) return card.hide();
      const shown = await card.show(meant, true);
      const first = card.querySelector(/** @type {'a'} */ ('a[href], button'));
      // A click of no mouse is one of the keyboard.
      if (shown && event.detail === 0) first?.focus({ preventScroll: true });
    } else if (!(event.target instanceof Element && card.contains(event.target))) card.hide();
    else if (event.target.closest('a[href^="#"]')) card.hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') card.hide(true);
  });
  window.addEventListener('resize', () => card.place());
  // The browser may scroll to what has got the focus after the card has opened beside it.
  window.addEventListener('scrollend', () => {
    const inside = (/** @type {Box} */ box) => box.top >= 0 && box.bottom <= window.innerHeight;
    const seen = card.trigger && inside(card.trigger.getBoundingClientRect());
    if (seen && !inside(card.getBoundingClientRect())) card.place();
  });
};

const frame = document.getElementById('card-frame');
if (frame instanceof HTMLTemplateElement && 'popover' in HTMLElement.prototype) {
  const card = define(frame);
  (frame.closest('article') ?? document.body).append(card);
  attend(card);
}
