package org.sala.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;

/**
 * The desk's one field. What stands in it belongs to the browser: a scanner types faster than an answer comes, so the
 * server never puts a value there, and takes one away only where it is still the one that it has dealt with. It has the
 * focus whenever nothing else needs it, but on a touch screen, where it would bring up the keyboard.
 */
class FindField extends TextField {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String SCRIPT = """
            if (this.salaDesk) { return; }
            this.salaDesk = true;
            let pause;
            const tell = (what, detail) => {
              clearTimeout(pause);
              this.dispatchEvent(new CustomEvent(what, { detail }));
            };
            this.addEventListener('input', () => {
              clearTimeout(pause);
              pause = setTimeout(() => tell('desk-typed', this.value), 250);
            });
            this.addEventListener('keydown', event => {
              if (event.isComposing) { return; }
              if (event.key === 'Enter') {
                event.preventDefault();
                const text = this.value;
                if (text.length >= $0) { this.value = ''; }
                tell('desk-entered', text);
              } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                tell('desk-moved', event.key === 'ArrowDown' ? 1 : -1);
              } else if (event.key === 'Escape') {
                this.value = '';
                tell('desk-typed', '');
              }
            });
            const calling = event => {
              if (!this.isConnected) {
                document.removeEventListener('keydown', calling);
              } else if (document.activeElement === document.body && event.key.length === 1
                  && !event.ctrlKey && !event.altKey && !event.metaKey) {
                this.focus();
              }
            };
            document.addEventListener('keydown', calling);""";

    FindField() {
        setId("desk-find");
        setMaxLength(400);
        setWidthFull();
        setAutocomplete(Autocomplete.OFF);
        getElement().setAttribute("spellcheck", "false");
        getElement().setAttribute("autocapitalize", "off");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(SCRIPT, Typed.SHORTEST_TOKEN);
        call();
    }

    /** Brings the focus back. */
    void call() {
        getElement().executeJs("if (!matchMedia('(pointer: coarse)').matches) { setTimeout(() => this.focus()); }");
    }

    /**
     * Empties the field, unless somebody has typed on. A scanned badge has left it already when it was sent: what looks like it
     * now was scanned since.
     */
    void dealtWith(String text) {
        if (text.length() < Typed.SHORTEST_TOKEN) {
            getElement().executeJs("if (this.value === $0) { this.value = ''; }", text);
        }
    }

    /** Somebody paused in typing. */
    @DomEvent("desk-typed")
    public static class Paused extends ComponentEvent<FindField> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String text;

        public Paused(FindField source, boolean fromClient, @EventData("event.detail") String text) {
            super(source, fromClient);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Somebody, or a scanner, pressed Enter. */
    @DomEvent("desk-entered")
    public static class Entered extends ComponentEvent<FindField> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String text;

        public Entered(FindField source, boolean fromClient, @EventData("event.detail") String text) {
            super(source, fromClient);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Somebody marks the next of those that were found, or the one before. */
    @DomEvent("desk-moved")
    public static class Moved extends ComponentEvent<FindField> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final int by;

        public Moved(FindField source, boolean fromClient, @EventData("event.detail") int by) {
            super(source, fromClient);
            this.by = by;
        }

        int by() {
            return by;
        }
    }
}
