// The card: one box in the browser's top layer that opens beside what a reader points at, focuses or taps. Other
// scripts say what it serves and fill it. It stands right after its trigger in the document, so that Tab and a screen
// reader come from one to the other; what it explains stays in sight; nothing moves. Without popovers there is no card.
{
  const frame = document.getElementById('card-frame');
  if (frame && 'popover' in HTMLElement.prototype) {
    const GAP = 8;
    const NARROW = 640;
    const LEAST = 140;

    class FloatingCard extends HTMLElement {
      kinds = [];
      trigger = null;
      held = false;
      // What comes late, such as a font, moves the trigger or makes the card grow.
      sizes = new ResizeObserver(() => requestAnimationFrame(() => this.trigger && this.place()));

      // selector: what opens the card. of: { fill(trigger) → { label, parts, gist } or null, role, keep(trigger) → what
      // must stay in sight, focus: whether the keyboard's focus alone opens it, click: whether a click does }.
      serve(selector, of) {
        this.kinds.push({ selector, ...of });
      }

      kindOf(event) {
        if (!(event.target instanceof Element) || this.contains(event.target)) return null;
        for (const kind of this.kinds) {
          const trigger = event.target.closest(kind.selector);
          if (trigger) return { kind, trigger };
        }
        return null;
      }

      later(wait, action) {
        clearTimeout(this.timer);
        this.timer = setTimeout(action, wait);
      }

      async show({ kind, trigger }, held = false) {
        clearTimeout(this.timer);
        this.wanted = trigger;
        if (this.trigger !== trigger) {
          const made = await kind.fill(trigger);
          if (!made || this.wanted !== trigger) return false;
          if (this.trigger) this.hide();
          this.wanted = this.trigger = trigger;
          this.kept = kind.keep(trigger);
          this.kept.setAttribute('data-open', '');
          this.setAttribute('role', kind.role);
          this.setAttribute('aria-label', made.label);
          this.lastElementChild.textContent = '';
          this.firstElementChild.replaceChildren(...made.parts);
          made.gist.forEach((part, index) => (part.id = `card-gist-${index}`));
          trigger.setAttribute('aria-describedby', made.gist.map((part) => part.id).join(' '));
          if (kind.role === 'dialog') trigger.setAttribute('aria-expanded', 'true');
          trigger.after(this);
          this.showPopover();
          this.place();
          this.sizes.observe(this);
          this.sizes.observe(this.parentElement.closest('article, body'));
        }
        if (held && !this.held) {
          this.held = true;
          // The back gesture of a phone closes it, where the browser can tell.
          this.watcher = window.CloseWatcher ? new CloseWatcher() : null;
          if (this.watcher) this.watcher.onclose = () => this.hide(true);
        }
        return true;
      }

      // Back at what it is open for: whatever else was asked for meanwhile is not wanted any more.
      stay() {
        clearTimeout(this.timer);
        this.wanted = this.trigger;
      }

      hide(back = false) {
        clearTimeout(this.timer);
        this.wanted = null;
        if (!this.trigger) return;
        const { trigger } = this;
        const inside = this.contains(document.activeElement);
        this.trigger = null;
        this.held = false;
        this.sizes.disconnect();
        this.watcher?.destroy();
        this.kept.removeAttribute('data-open');
        trigger.removeAttribute('aria-describedby');
        if (trigger.hasAttribute('aria-expanded')) trigger.setAttribute('aria-expanded', 'false');
        if (back && inside) {
          this.quiet = true;
          trigger.focus({ preventScroll: true });
          this.quiet = false;
        }
        this.hidePopover();
      }

      // Below what must stay in sight, at the foot of a narrow screen; above it where there is more room. Where neither
      // is enough, as at 400 % zoom, the line of the trigger stays in sight and the card scrolls within itself.
      place() {
        const wide = document.documentElement.clientWidth;
        const high = window.innerHeight;
        this.style.maxBlockSize = '';
        const need = this.offsetHeight;
        const line = this.trigger.getClientRects()[0];
        const room = (box) => Math.max(high - box.bottom, box.top) - 2 * GAP;
        // A mark's hit area may reach beyond a claim that is a block of its own, as in a table.
        const kept = this.kept.getBoundingClientRect();
        let box = { top: Math.min(kept.top, line.top), bottom: Math.max(kept.bottom, line.bottom) };
        if (room(box) < Math.min(need, LEAST)) box = line;
        const below = high - box.bottom - 2 * GAP;
        const under = below >= need || below >= box.top - 2 * GAP;
        const height = Math.min(need, Math.max(room(box), 0));
        this.style.maxBlockSize = `${height}px`;
        const foot = under && wide < NARROW ? high - height - GAP : box.bottom + GAP;
        const top = under ? foot : box.top - GAP - height;
        const middle = line.left + line.width / 2 - this.offsetWidth / 2;
        const column = this.closest('article')?.getBoundingClientRect();
        const [start, end] = column?.width > this.offsetWidth ? [column.left, column.right] : [GAP, wide - GAP];
        const left = Math.max(start, Math.min(middle, end - this.offsetWidth));
        this.style.top = `${top + window.scrollY}px`;
        this.style.left = `${left + window.scrollX}px`;
      }

      connectedCallback() {
        if (this.childElementCount) return;
        this.popover = 'manual';
        this.dataset.editorial = 'card';
        this.append(document.createElement('div'), frame.content.cloneNode(true));
        this.querySelector('.card-close').addEventListener('click', () => this.hide(true));
      }
    }
    customElements.define('floating-card', FloatingCard);
    const card = document.createElement('floating-card');
    frame.closest('article, body').append(card);

    document.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'mouse') return;
      const found = card.kindOf(event);
      if (found && found.trigger === card.trigger) card.stay();
      else if (found && !card.held) card.later(card.trigger ? 300 : 120, () => card.show(found));
      else if (card.contains(event.target)) card.stay();
      else if (
        card.trigger &&
        !card.held &&
        !card.contains(document.activeElement) &&
        document.activeElement !== card.trigger
      )
        card.later(300, () => card.hide());
      else if (!card.trigger) clearTimeout(card.timer);
    });
    document.addEventListener('focusin', (event) => {
      if (card.quiet || card.contains(event.target)) return;
      const found = card.kindOf(event);
      if (found && found.trigger === card.trigger) return card.stay();
      if (found?.kind.focus && found.trigger.matches(':focus-visible')) card.show(found);
      else card.hide();
    });
    document.addEventListener('click', async (event) => {
      const found = card.kindOf(event);
      if (found?.kind.click && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        if (card.held && card.trigger === found.trigger) card.hide();
        else if ((await card.show(found, true)) && event.detail === 0)
          card.querySelector('a[href], button').focus({ preventScroll: true });
      } else if (!card.contains(event.target) || event.target.closest('a[href^="#"]')) card.hide();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') card.hide(true);
    });
    window.addEventListener('resize', () => card.trigger && card.place());
    // The browser may scroll to what has got the focus after the card has opened beside it.
    window.addEventListener('scrollend', () => {
      if (!card.trigger) return;
      const inside = (box) => box.top >= 0 && box.bottom <= window.innerHeight;
      if (inside(card.trigger.getBoundingClientRect()) && !inside(card.getBoundingClientRect())) card.place();
    });
  }
}
