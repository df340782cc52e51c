package org.sala.ui.today;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.io.Serial;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Words;

/** What is said: boards with their counts, and the latest notes; their words for staff alone. */
class NotesTile extends Tile implements LocaleChangeObserver {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Absent where the reader may not see what notes say. */
    private final transient @Nullable NoteWordsAsked said;

    private final NoteForm form;
    private final Div none = new Div();
    private final UnorderedList list = new UnorderedList();

    NotesTile(@Nullable NoteWordsAsked said, NoteForm form) {
        super("area-notes");
        setId("notes");
        this.said = said;
        this.form = form;
        none.addClassName("quiet");
        list.addClassNames("rows", "feed");
        list.setId("notes-latest");
        // what scrolls must be reachable by keyboard
        list.getElement().setAttribute("tabindex", "0");
        add(form, none, list);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        form.words(event.getLocale());
    }

    void draw(@Nullable Snapshot before, Snapshot now, Locale locale) {
        title(Words.of(locale, "today.notes"));
        var total = now.boards().stream().mapToLong(Snapshot.Board::notes).sum();
        aside(total == 0 ? "" : Words.counted(locale, "today.notes.all", total));
        list.getElement().setAttribute("aria-label", Words.of(locale, "today.notes"));
        form.boards(now.boards().stream().filter(Snapshot.Board::open).toList(), locale);
        none.setVisible(now.notes().isEmpty());
        none.setText(Words.of(locale, now.boards().isEmpty() ? "today.notes.no-board" : "today.notes.empty"));
        list.setVisible(!now.notes().isEmpty());
        if (before != null && before.notes().equals(now.notes())) {
            return;
        }
        var known = before == null
                ? java.util.Set.<java.util.UUID>of()
                : before.notes().stream().map(Snapshot.Note::id).collect(Collectors.toSet());
        list.removeAll();
        if (said != null) {
            said.ask(now.notes().stream().map(Snapshot.Note::id).toList(), locale);
        }
        for (var note : now.notes()) {
            var item = item(note, locale);
            list.add(item);
            if (before != null && !known.contains(note.id())) {
                glow(item);
            }
        }
    }

    private ListItem item(Snapshot.Note note, Locale locale) {
        var item = new ListItem();
        if (said != null) {
            var words = new Div(said.of(note.id(), locale));
            words.addClassName("note");
            words.getElement().setAttribute("lang", note.language());
            item.add(words);
        }
        var sub = new Div(note.prompt().in(locale) + " · " + Words.of(locale, "today.language." + note.language())
                + " · " + Words.of(locale, "today.source." + note.source()));
        sub.addClassName("row-sub");
        item.add(sub);
        return item;
    }
}
